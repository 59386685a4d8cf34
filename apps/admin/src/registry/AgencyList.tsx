import { useQuery } from '@tanstack/react-query';
import { DataTable } from 'ra-ui-materialui';
import { useListContext } from 'ra-core';
import { Link } from 'react-router-dom';
import { editionsQuery } from '../api/queries.ts';
import type { Agency } from '../api/types.ts';
import { ExportCsv } from '../desk/ExportCsv.tsx';
import { FilterSearch, FilterSelect } from '../desk/FilterSelect.tsx';
import { Field, ListFrame } from '../desk/ListFrame.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

/** The agencies that an edition names: how often, and where they lead. */
export default function AgencyList() {
  const t = useT();
  const { list, number } = useFormat();
  return (
    <ListFrame
      resource="agencies"
      title={t('agency.list')}
      empty={t('agency.empty')}
      filters={<Filters />}
      sort={{ field: 'leads', order: 'DESC' }}
      actions={
        <ExportCsv<Agency>
          path="/agencies"
          fileName={t('agency.list')}
          columns={[
            { label: t('agency.name'), value: ({ name }) => name },
            { label: t('agency.entries'), value: ({ entries }) => entries },
            { label: t('agency.leads'), value: ({ leads }) => leads },
            { label: t('agency.aliases'), value: ({ aliases }) => list(aliases) },
          ]}
        />
      }
    >
      <DataTable.Col source="name" label={t('agency.name')}>
        <Field<Agency> draw={(agency) => <AgencyName agency={agency} />} />
      </DataTable.Col>
      <DataTable.Col source="entries" label={t('agency.entries')}>
        <Field<Agency> draw={({ entries }) => number(entries)} />
      </DataTable.Col>
      <DataTable.Col source="leads" label={t('agency.leads')}>
        <Field<Agency> draw={({ leads }) => number(leads)} />
      </DataTable.Col>
      <DataTable.Col source="aliases" label={t('agency.aliases')} disableSort>
        <Field<Agency> draw={({ aliases }) => <span className="soft">{list(aliases)}</span>} />
      </DataTable.Col>
    </ListFrame>
  );
}

/** Leads to the agency's entries, in the edition that the list counts or the newest one. */
function AgencyName({ agency: { name } }: { readonly agency: Agency }) {
  const list = useListContext();
  const editions = useQuery(editionsQuery());
  // react-admin keeps filters as `any`; this one is an edition's id.
  const chosen = (list.filterValues as { readonly editionId?: string }).editionId;
  const editionId = chosen ?? editions.data?.items[0]?.id;
  if (editionId === undefined) return name;
  return (
    <Link to={`/editions/${editionId}?agency=${encodeURIComponent(name)}`} lang="zh-CN">
      {name}
    </Link>
  );
}

function Filters() {
  const t = useT();
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  return (
    <>
      <FilterSearch label={t('agency.name')} />
      <FilterSelect
        name="editionId"
        label={t('lists.anyEdition')}
        choices={editions.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  );
}
