import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { amendmentsQuery } from '../api/queries.ts';
import { AmendmentStateChip } from '../desk/Chip.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

/** The amendments that touch an entry, newest first. */
export function AmendmentsTab({ editionId, serviceId }: { readonly editionId: string; readonly serviceId: string }) {
  const t = useT();
  const word = useWord();
  const { list, time } = useFormat();
  const query = useQuery(amendmentsQuery({ editionId, serviceId }));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <EmptyState inline title={t('entry.noAmendments')} />;
  return query.data.items.map((amendment) => (
    <section className="card" key={amendment.id}>
      <h3>
        <Link to={`/amendments/${amendment.id}`}>{amendment.title}</Link>
      </h3>
      <small>
        {t('amendment.number', { number: amendment.number })} · {list(amendment.authors.map(({ name }) => name))} ·{' '}
        {word('reasonClass', amendment.reasonClass)}
      </small>
      <div className="row" style={{ marginTop: 6 }}>
        <AmendmentStateChip state={amendment.state} />
        <small>{time(amendment.updatedAt)}</small>
        {amendment.comments.open > 0 && <small>{t('amendment.comments', { open: amendment.comments.open })}</small>}
      </div>
    </section>
  ));
}
