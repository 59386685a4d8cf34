import { useRef } from 'react';
import Button from '@mui/material/Button';
import { formatChanges } from '@dingben/text-diff';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { Amendment, Comment } from '../../api/amendment-types.ts';
import { commentsQuery } from '../../api/queries.ts';
import { AmendmentStateChip, ToggleChip } from '../../desk/Chip.tsx';
import { FormatHidden } from '../../desk/format-hidden.ts';
import { EmptyState, ErrorState, Loading } from '../../desk/states.tsx';
import { StepHint } from '../../desk/StepHint.tsx';
import { useChangeKeys } from '../../desk/use-change-keys.ts';
import { editionAddress } from '../../editions/address.ts';
import { useT } from '../../i18n/use-t.ts';
import { Where } from '../../layout/slots.tsx';
import { useTitle } from '../../layout/use-title.ts';
import '../editing/editing.css';
import { Approvals } from './Approvals.tsx';
import { textChanges } from './changes.ts';
import type { ViewMode } from './ChangedText.tsx';
import { ChecksNote } from './ChecksNote.tsx';
import { ConflictsPanel } from './ConflictsPanel.tsx';
import { Decision } from './Decision.tsx';
import { EditSection } from './EditSection.tsx';
import { threadsAt } from './threads.ts';
import { GeneralComments } from './GeneralComments.tsx';
import { NewerNotice } from './NewerNotice.tsx';
import './review.css';
import { ReviewHead } from './ReviewHead.tsx';
import { ReviewTimeline } from './ReviewTimeline.tsx';
import { UnsentScope } from './UnsentScope.tsx';
import { useAmendmentFindings } from './use-amendment-findings.ts';
import { useSeenAmendment } from './use-seen-amendment.ts';

/** An amendment as a reviewer reads it: what, why, each changed text, what is said of it, and what may be done. */
export default function AmendmentPage() {
  const { id = '' } = useParams();
  const { accept, amendment, error, newer, reload } = useSeenAmendment(id);
  useTitle(amendment?.title);
  if (error !== null) return <ErrorState error={error} retry={reload} />;
  if (amendment === null) return <Loading />;
  return (
    <UnsentScope key={amendment.id}>
      <div className="review">
        <Place amendment={amendment} />
        <article className="paper">
          <div className="col wide">
            {newer !== null && <NewerNotice seen={amendment} now={newer} onAccept={accept} />}
            <ReviewHead amendment={amendment} onChanged={accept} />
            {amendment.conflicts.length > 0 && <ConflictsPanel amendment={amendment} onResolved={accept} />}
            <Changes amendment={amendment} onChanged={accept} />
          </div>
        </article>
        <aside className="pane right">
          <Decision amendment={amendment} outdated={newer !== null} onDone={accept} onMoved={reload} />
          <Approvals amendment={amendment} />
          <ReviewTimeline amendment={amendment} />
          <ChecksNote amendment={amendment} />
        </aside>
      </div>
    </UnsentScope>
  );
}

function Place({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  return (
    <Where>
      <Link className="where-text" to="/amendments">
        {t('amendment.list')}
      </Link>
      ／<Link to={editionAddress(amendment.editionId)}>{amendment.editionLabel}</Link>／
      <b className="where-edition">{t('amendment.number', { number: amendment.number })}</b>
      <AmendmentStateChip state={amendment.state} />
    </Where>
  );
}

const MODES: readonly ViewMode[] = ['side', 'inline', 'three'];
const NO_COMMENTS: readonly Comment[] = [];

function Changes({ amendment, onChanged }: { readonly amendment: Amendment; readonly onChanged: () => void }) {
  const t = useT();
  const root = useRef<HTMLDivElement>(null);
  const [params, setParams] = useSearchParams();
  const mode: ViewMode = MODES.find((one) => one === params.get('view')) ?? 'side';
  const formatHidden = params.get('format') === 'hide';
  const comments = useQuery(commentsQuery(amendment.id)).data?.items ?? NO_COMMENTS;
  const position = useChangeKeys(root, amendment.id);
  const findingsIn = useAmendmentFindings(amendment);
  const set = (name: 'view' | 'format', value: string) =>
    setParams(
      (now) => {
        if (value === '') now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const count = amendment.edits.reduce(
    (sum, edit) => sum + textChanges(edit).length + (edit.place === null ? 0 : 1),
    0,
  );
  const format = amendment.edits.flatMap(textChanges).filter(({ segments }) => formatChanges(segments) > 0).length;
  if (amendment.edits.length === 0) {
    return (
      <>
        <EmptyState inline title={t('review.nothing')}>
          <p>{t('review.nothingHint')}</p>
          <Button
            variant="outlined"
            component={Link}
            to={`${editionAddress(amendment.editionId)}?amendment=${amendment.id}`}
          >
            {t('review.toEdition')}
          </Button>
        </EmptyState>
        <GeneralComments amendment={amendment} comments={comments} />
      </>
    );
  }
  return (
    <>
      <div className="view-bar" role="group" aria-label={t('review.view')}>
        <ToggleChip on={mode === 'side'} onClick={() => set('view', '')}>
          {t('review.side')}
        </ToggleChip>
        <ToggleChip on={mode === 'inline'} onClick={() => set('view', 'inline')}>
          {t('review.inline')}
        </ToggleChip>
        <ToggleChip on={mode === 'three'} onClick={() => set('view', 'three')}>
          {t('comparing.three')}
        </ToggleChip>
        {format > 0 && (
          <ToggleChip on={formatHidden} onClick={() => set('format', formatHidden ? '' : 'hide')}>
            {t('comparing.hideFormat', { count: format })}
          </ToggleChip>
        )}
        <StepHint position={position} count={count} />
      </div>
      <div ref={root}>
        <FormatHidden value={formatHidden}>
          {amendment.edits.map((edit) => (
            <EditSection
              key={edit.id}
              amendment={amendment}
              edit={edit}
              mode={mode}
              findings={findingsIn(edit.id)}
              onChanged={onChanged}
              comments={threadsAt(comments, (first) => first.serviceId === edit.serviceId)}
            />
          ))}
        </FormatHidden>
      </div>
      <GeneralComments amendment={amendment} comments={comments} />
    </>
  );
}
