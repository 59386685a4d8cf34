import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { DataTable } from 'ra-ui-materialui';
import { Link, useNavigate } from 'react-router-dom';
import { editionsQuery } from '../../api/queries.ts';
import type { Agency } from '../../api/types.ts';
import { ExportCsv } from '../../desk/ExportCsv.tsx';
import { FilterSearch, FilterSelect } from '../../desk/FilterSelect.tsx';
import { Field, ListFrame } from '../../desk/ListFrame.tsx';
import { useRight } from '../../desk/use-me.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';
import '../registry.css';
import { AgencyState } from './AgencyState.tsx';
import { LoadPicture } from './LoadPicture.tsx';
import { SuccessionDialog } from './SuccessionDialog.tsx';

/** The agencies that the texts name: how often, where they lead, and whether they still stand; and the picture of their load. */
export default function AgencyList() {
  const t = useT();
  const { list, number } = useFormat();
  return (
    <>
      <ListFrame
        resource="agencies"
        title={t('agency.list')}
        long="aliases"
        empty={t('agency.empty')}
        intro={<p className="soft registry-intro">{t('agencyPage.intro')}</p>}
        filters={<Filters />}
        sort={{ field: 'leads', order: 'DESC' }}
        rowClick={(id) => `/agencies/${id}`}
        actions={<ListActions />}
      >
        <DataTable.Col source="name" label={t('agency.name')}>
          <Field<Agency>
            draw={({ id, name }) => (
              <Link to={`/agencies/${id}`} className="short" lang="zh-CN" style={{ fontWeight: 600 }}>
                {name}
              </Link>
            )}
          />
        </DataTable.Col>
        <DataTable.Col source="state" label={t('agencyPage.state')} disableSort>
          <Field<Agency> draw={(agency) => <AgencyState agency={agency} />} />
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
      <LoadPicture />
    </>
  );
}

function ListActions() {
  const t = useT();
  const navigate = useNavigate();
  const { list } = useFormat();
  const may = useRight('registry.write');
  const [changing, setChanging] = useState(false);
  return (
    <>
      <ExportCsv<Agency>
        path="/agencies"
        fileName={t('agency.list')}
        columns={[
          { label: t('agency.name'), value: ({ name }) => name },
          { label: t('agency.entries'), value: ({ entries }) => entries },
          { label: t('agency.leads'), value: ({ leads }) => leads },
          { label: t('agency.aliases'), value: ({ aliases }) => list(aliases) },
          { label: t('agencyPage.endedOn'), value: ({ endedOn }) => endedOn ?? '' },
          { label: t('agencyPage.successors'), value: ({ successors }) => list(successors.map(({ name }) => name)) },
        ]}
      />
      {may && (
        <Button variant="contained" onClick={() => setChanging(true)}>
          {t('agencyPage.change')}
        </Button>
      )}
      {changing && (
        <SuccessionDialog
          name=""
          onClose={() => setChanging(false)}
          onDone={({ id }) => void navigate(`/agencies/${id}`)}
        />
      )}
    </>
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
