import { useQuery } from '@tanstack/react-query';
import { proposalQuery } from '../api/queries.ts';
import type { ImportProposal } from '../api/types.ts';
import { Chip, type Tone } from '../desk/Chip.tsx';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useT, useWord } from '../i18n/use-t.ts';

const TONES: Readonly<Record<ImportProposal['edits'][number]['kind'], Tone>> = {
  add: 'ok',
  remove: 'bad',
  move: 'plain',
  revise: 'accent',
};

/** The edits that the document's differences become, and what no amendment can carry. */
export function ProposalView({ importId }: { readonly importId: string }) {
  const t = useT();
  const word = useWord();
  const query = useQuery(proposalQuery(importId));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  const { edits, homeless, sections } = query.data;
  return (
    <section aria-label={t('completion.proposal')}>
      <h2 className="label">
        {t('completion.proposal')} · {t('completion.editsCount', { count: edits.length })}
      </h2>
      {homeless.length > 0 && (
        <div className="alert bad" role="alert">
          {t('completion.homeless', { count: homeless.length })}{' '}
          <span lang="zh-CN">{homeless.map(({ number, title }) => `${number} ${title}`).join('、')}</span>
        </div>
      )}
      {sections.length > 0 && <div className="alert warn">{t('completion.sections', { count: sections.length })}</div>}
      {edits.length === 0 ? (
        <p className="soft">{t('completion.noDifference')}</p>
      ) : (
        <ul className="proposal-list" tabIndex={0}>
          {edits.map(({ kind, number, title, serviceId }, index) => (
            <li key={`${serviceId ?? ''} ${kind} ${index}`}>
              <Chip tone={TONES[kind]}>{word('editKind', kind)}</Chip> <span className="soft">{number}</span>{' '}
              <span lang="zh-CN">{title}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
