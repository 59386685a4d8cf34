import { PROVISION_KEYS } from '@dingben/outline';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { historyQuery } from '../api/queries.ts';
import type { HistoryItem } from '../api/types.ts';
import { Segments } from '../desk/Segments.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

/** Each text that an entry has had: who, when, in which amendment, why, and what differs from the one before. */
export function HistoryTab({ editionId, serviceId }: { readonly editionId: string; readonly serviceId: string }) {
  const t = useT();
  const query = useQuery(historyQuery(editionId, serviceId));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <EmptyState inline title={t('entry.noHistory')} />;
  return (
    <ol className="timeline history">
      {query.data.items.map((item, index) => (
        <li className={index === 0 ? 'line now' : 'line'} key={`${item.revisionId}-${item.edition.id}`}>
          <HistoryCard item={item} />
        </li>
      ))}
    </ol>
  );
}

function HistoryCard({ item }: { readonly item: HistoryItem }) {
  const t = useT();
  const word = useWord();
  const { list, time } = useFormat();
  const { amendment, approvers, author, edition } = item;
  const written = t(amendment === null ? 'entry.imported' : 'entry.by', { author: author.name });
  const approved =
    approvers.length > 0 ? t('entry.approvedBy', { names: list(approvers.map(({ name }) => name)) }) : null;
  return (
    <div style={{ flex: 1, minWidth: 0 }}>
      <b>{t('entry.ordinal', { ordinal: item.ordinal })}</b> <span className="soft small">{edition.label}</span>
      <div className="small">{[written, approved].filter((part) => part !== null).join(' · ')}</div>
      <small>{time(item.at)}</small>
      {amendment !== null && (
        <div className="card" style={{ margin: '6px 0' }}>
          <h3>
            <Link to={`/amendments/${amendment.id}`}>{amendment.title}</Link>
          </h3>
          <small>
            {t('amendment.number', { number: amendment.number })} · {word('reasonClass', amendment.reasonClass)}
          </small>
          <p className="small">{amendment.rationale}</p>
          {amendment.legalBasis !== '' && (
            <small>
              {t('common.lead', { text: t('entry.legalBasis') })}
              {amendment.legalBasis}
            </small>
          )}
        </div>
      )}
      <DifferenceOf item={item} />
    </div>
  );
}

function DifferenceOf({ item: { difference } }: { readonly item: HistoryItem }) {
  const t = useT();
  const word = useWord();
  if (difference === null) return <p className="soft small">{t('entry.firstText')}</p>;
  const changed = PROVISION_KEYS.flatMap((key) => {
    const segments = difference.provisions[key];
    return segments !== undefined && segments.some(({ op }) => op !== 'equal') ? [{ key, segments }] : [];
  });
  if (difference.title === null && changed.length === 0)
    return <p className="soft small">{t('entry.unchangedText')}</p>;
  return (
    <dl className="history-difference">
      {difference.title !== null && (
        <>
          <dt>{t('entry.titleWas')}</dt>
          <dd className="text compact">
            <Segments segments={difference.title} />
          </dd>
        </>
      )}
      {changed.map(({ key, segments }) => (
        <div key={key}>
          <dt>{word('provision', key)}</dt>
          <dd className="text compact">
            <Segments segments={segments} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
