import { useMemo } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { fileAddress } from '../api/client.ts';
import { editionsQuery, quantitiesQuery } from '../api/queries.ts';
import type { QuantityTable as Table } from '../api/types.ts';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useRight } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { Actions, Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import { QuantityFilters } from './QuantityFilters.tsx';
import { QuantityTable } from './QuantityTable.tsx';
import './quantities.css';
import { shownRows, viewFrom, withView, type QuantityView } from './rows.ts';

/** Every amount of a standard through its editions: what changed, by how much, and where an edition lacks it. */
export default function QuantitiesPage() {
  const t = useT();
  useTitle(t('quantities.title'));
  const mayExport = useRight('export.read');
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewFrom(params), [params]);
  const editions = useQuery(editionsQuery());
  const standards = [...new Map((editions.data?.items ?? []).map((one) => [one.standardId, one.standardTitle]))];
  const standardId = view.standard === '' ? (standards[0]?.[0] ?? '') : view.standard;
  const query = useQuery(quantitiesQuery(standardId));
  const set = (change: Partial<QuantityView>) =>
    setParams((now) => withView(new URLSearchParams(now), change), { replace: true });
  const failed = editions.isError ? editions : query;
  return (
    <article className="paper quantities-page">
      <Where>
        <span>{t('quantities.title')}</span>
      </Where>
      {mayExport && query.data !== undefined && (
        <Actions>
          <Button variant="outlined" href={fileAddress(`/standards/${standardId}/quantities/xlsx`)} download>
            {t('quantities.export')}
          </Button>
        </Actions>
      )}
      <div className="col wide">
        <h1>{t('quantities.title')}</h1>
        <p className="soft small quantities-hint">{t('quantities.hint')}</p>
        {standards.length > 1 && (
          <select
            className="select"
            aria-label={t('quantities.standard')}
            value={standardId}
            onChange={({ target }) => set({ standard: target.value, chapter: '', unit: '', agency: '', from: '' })}
          >
            {standards.map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
        {failed.isError && <ErrorState inline error={failed.error} retry={() => void failed.refetch()} />}
        {query.isPending && !failed.isError && <Loading />}
        {query.data !== undefined && <Quantities table={query.data} view={view} set={set} />}
      </div>
    </article>
  );
}

interface Props {
  readonly table: Table;
  readonly view: QuantityView;
  readonly set: (change: Partial<QuantityView>) => void;
}

function Quantities({ table, view, set }: Props) {
  const t = useT();
  const rows = useMemo(() => shownRows(table.rows, view), [table, view]);
  return (
    <>
      <QuantityFilters table={table} view={view} set={set} count={rows.length} />
      {table.editions.length === 1 && <p className="soft small">{t('quantities.one')}</p>}
      {rows.length === 0 ? (
        <EmptyState inline title={t('quantities.nothing')} />
      ) : (
        <QuantityTable table={table} rows={rows} view={view} />
      )}
    </>
  );
}
