import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Amendment, TimelineItem } from '../../api/amendment-types.ts';
import { timelineQuery } from '../../api/queries.ts';
import { Timeline } from '../../desk/Timeline.tsx';
import { ErrorState, Loading } from '../../desk/states.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { DraftsDialog, type Drafts } from './DraftsDialog.tsx';

/** What happened to the amendment, newest first; each submitted draft can be compared with what came of it. */
export function ReviewTimeline({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  const query = useQuery(timelineQuery(amendment.id));
  const [drafts, setDrafts] = useState<Drafts | null>(null);
  // Comments stand at the texts that they are about; what was refused changed nothing and is in the ledger.
  const items = (query.data?.items ?? []).filter(
    ({ action, outcome }) => outcome === 'ok' && !action.startsWith('comment.'),
  );
  return (
    <section>
      <h2 className="label">{t('review.timeline')}</h2>
      {query.isPending && <Loading />}
      {query.isError && <ErrorState inline error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <p className="soft small">{t('review.noTimeline')}</p>}
      <Timeline
        rows={items.map((item, index) => ({
          id: item.id,
          now: index === 0,
          what: <What item={item} />,
          when: <When item={item} amendment={amendment} onCompare={setDrafts} />,
        }))}
      />
      {drafts !== null && <DraftsDialog amendment={amendment} drafts={drafts} onClose={() => setDrafts(null)} />}
    </section>
  );
}

function What({ item: { action, actor, comment, entry } }: { readonly item: TimelineItem }) {
  const t = useT();
  const word = useWord();
  return (
    <>
      {actor?.name ?? t('ledger.system')} {word('act', action, t('act.unknown'))}
      {entry !== null && (
        <span lang="zh-CN">
          {' · '}
          {entry.number} {entry.title}
        </span>
      )}
      {comment !== null && comment !== '' && <span lang="zh-CN">：{comment}</span>}
    </>
  );
}

interface WhenProps {
  readonly item: TimelineItem;
  readonly amendment: Amendment;
  readonly onCompare: (drafts: Drafts) => void;
}

function When({ item: { action, at, draftNumber }, amendment, onCompare }: WhenProps) {
  const t = useT();
  const { time } = useFormat();
  const latest = amendment.draftNumber;
  const written = amendment.state === 'draft' || amendment.state === 'changes_requested';
  const submitted = action === 'amendment.submitted' && draftNumber !== null;
  const to = !submitted || (draftNumber === latest && !written) ? undefined : draftNumber < latest ? latest : null;
  return (
    <>
      {time(at)}
      {submitted && <> · {t('review.draft', { number: draftNumber })}</>}
      {to !== undefined && draftNumber !== null && (
        <>
          {' '}
          <button type="button" className="quiet" onClick={() => onCompare({ from: draftNumber, to })}>
            {to === null ? t('review.compareNow') : t('review.compareDraft', { number: to })}
          </button>
        </>
      )}
    </>
  );
}
