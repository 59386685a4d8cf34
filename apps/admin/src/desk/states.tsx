import type { ReactNode } from 'react';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { problemOf, type ProblemDocument } from '../api/problem.ts';
import { useSentence, useT } from '../i18n/use-t.ts';

interface StateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Inside a pane or a card rather than instead of a page. */
  readonly inline?: boolean;
}

/** A page or pane with nothing to show says why, and what to do. */
export function EmptyState({ title, children, inline = false }: StateProps) {
  const Heading = inline ? 'h2' : 'h1';
  return (
    <div className={inline ? 'state inline' : 'state'}>
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}

export function Loading() {
  const t = useT();
  return (
    <div className="bars" role="status">
      <span className="sr-only">{t('common.loading')}</span>
      {[42, 88, 76, 83, 60].map((width) => (
        <i key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** What could not be read, in a sentence, with a way to try again. */
export function ErrorState({
  error,
  retry,
  inline = false,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly inline?: boolean;
}) {
  const t = useT();
  const sentence = useSentence();
  const problem = problemOf(error);
  const title = t(`state.${kindOf(problem)}`);
  // Nothing was filled in: what the service refused is the address itself.
  const words = problem.status === 400 ? t('state.notFoundHint') : sentence(problem);
  return (
    <div role="alert">
      <EmptyState title={title} inline={inline}>
        <p>{words}</p>
        {kindOf(problem) === 'error'
          ? retry !== undefined && (
              <Button variant="outlined" onClick={retry}>
                {t('common.retry')}
              </Button>
            )
          : !inline && <HomeLink />}
      </EmptyState>
    </div>
  );
}

/** Why a page cannot be shown: it is not there, not for this person, or could not be read just now. */
function kindOf({ status }: ProblemDocument): 'notFound' | 'forbidden' | 'error' {
  if (status === 404 || status === 400) return 'notFound';
  return status === 403 ? 'forbidden' : 'error';
}

function HomeLink() {
  const t = useT();
  return (
    <Button variant="outlined" component={Link} to="/">
      {t('common.home')}
    </Button>
  );
}

export function NotFound() {
  const t = useT();
  return (
    <EmptyState title={t('state.notFound')}>
      <p>{t('state.notFoundHint')}</p>
      <HomeLink />
    </EmptyState>
  );
}

export function Forbidden() {
  const t = useT();
  return (
    <EmptyState title={t('state.forbidden')}>
      <p>{t('state.forbiddenHint')}</p>
      <HomeLink />
    </EmptyState>
  );
}

/** What stands in place of a page whose drawing failed. */
export function Broken() {
  const t = useT();
  return (
    <EmptyState title={t('state.broken')}>
      <p>{t('state.brokenHint')}</p>
      <Button variant="outlined" onClick={() => window.location.reload()}>
        {t('state.reload')}
      </Button>
    </EmptyState>
  );
}
