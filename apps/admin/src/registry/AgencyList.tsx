import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { agenciesQuery, editionsQuery } from '../api/queries.ts';
import { ImeSearch } from '../desk/ImeSearch.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';
import { Where } from '../layout/slots.tsx';

/** The agencies that an edition names, and where. */
export default function AgencyList() {
  const t = useT();
  const editions = useQuery(editionsQuery());
  const [chosen, setChosen] = useState<string | null>(null);
  const [q, setQ] = useState('');
  const editionId = chosen ?? editions.data?.items[0]?.id ?? '';
  const query = useQuery({ ...agenciesQuery(editionId), enabled: editionId !== '' });
  const agencies = (query.data?.items ?? []).filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.includes(q)),
  );
  return (
    <div className="page">
      <Where>
        <b>{t('agency.list')}</b>
      </Where>
      <div className="page-head">
        <h1>{t('agency.list')}</h1>
        <div className="end row">
          <ImeSearch value={q} label={t('agency.name')} onSearch={setQ} />
          <select
            className="select"
            aria-label={t('agency.edition')}
            value={editionId}
            onChange={(event) => setChosen(event.target.value)}
          >
            {editions.data?.items.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      {query.isPending && <Loading />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && agencies.length === 0 && <EmptyState inline title={t('agency.empty')} />}
      {agencies.length > 0 && <AgencyTable agencies={agencies} editionId={editionId} />}
    </div>
  );
}

type Agencies = readonly { id: string; name: string; aliases: readonly string[]; entries: number; leads: number }[];
type Column = 'name' | 'entries' | 'leads';
const COLUMNS: readonly Column[] = ['name', 'entries', 'leads'];

function AgencyTable({ agencies, editionId }: { readonly agencies: Agencies; readonly editionId: string }) {
  const t = useT();
  const { number } = useFormat();
  const [sort, setSort] = useState<Column>('leads');
  const sorted = [...agencies].sort((a, b) =>
    sort === 'name' ? a.name.localeCompare(b.name, 'zh-CN') : b[sort] - a[sort],
  );
  return (
    <table className="plain sheet">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column}
              scope="col"
              aria-sort={column !== sort ? 'none' : column === 'name' ? 'ascending' : 'descending'}
            >
              <button type="button" className="sort" onClick={() => setSort(column)}>
                {t(`agency.${column}`)}{' '}
                <span aria-hidden>{column === sort ? (column === 'name' ? '↑' : '↓') : ''}</span>
              </button>
            </th>
          ))}
          <th scope="col">{t('agency.aliases')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ id, name, aliases, entries, leads }) => (
          <tr key={id}>
            <td>
              <Link to={`/editions/${editionId}?agency=${encodeURIComponent(name)}`}>{name}</Link>
            </td>
            <td>{number(entries)}</td>
            <td>{number(leads)}</td>
            <td className="soft">{aliases.join('、')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
