import { useState } from 'react';
import Button from '@mui/material/Button';
import { DataTable } from 'ra-ui-materialui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router-dom';
import { editionsQuery } from '../../api/queries.ts';
import { REGULATION_STATUSES, type RegulationSummary } from '../../api/types.ts';
import { ExportCsv } from '../../desk/ExportCsv.tsx';
import { FilterSearch, FilterSelect } from '../../desk/FilterSelect.tsx';
import { Field, ListFrame } from '../../desk/ListFrame.tsx';
import { useRight } from '../../desk/use-me.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import '../registry.css';
import { ImportDialog } from './import/ImportDialog.tsx';
import { RegulationForm } from './RegulationForm.tsx';
import { RegulationStatusChip } from './StatusChip.tsx';

/** Every regulation that is registered or cited, the most cited first. */
export default function RegulationList() {
  const t = useT();
  const { date, number } = useFormat();
  return (
    <ListFrame
      resource="regulations"
      title={t('regulation.list')}
      long="title"
      empty={t('regulation.empty')}
      intro={<p className="soft registry-intro">{t('regulation.intro')}</p>}
      filters={<Filters />}
      sort={{ field: 'entries', order: 'DESC' }}
      rowClick={(id) => `/regulations/${id}`}
      actions={<ListActions />}
    >
      <DataTable.Col source="title" label={t('regulation.title')}>
        <Field<RegulationSummary> draw={(regulation) => <Name regulation={regulation} />} />
      </DataTable.Col>
      <DataTable.Col source="status" label={t('regulation.status')}>
        <Field<RegulationSummary> draw={({ status }) => <RegulationStatusChip status={status} />} />
      </DataTable.Col>
      <DataTable.Col source="level" label={t('regulation.level')} disableSort>
        <Field<RegulationSummary> draw={({ level }) => <span className="nowrap">{level}</span>} />
      </DataTable.Col>
      <DataTable.Col source="issuedOn" label={t('regulation.issuedOn')}>
        <Field<RegulationSummary>
          draw={({ issuedOn }) => <span className="small nowrap">{issuedOn === null ? '' : date(issuedOn)}</span>}
        />
      </DataTable.Col>
      <DataTable.Col source="entries" label={t('regulation.entries')}>
        <Field<RegulationSummary> draw={({ entries }) => number(entries)} />
      </DataTable.Col>
    </ListFrame>
  );
}

function Name({ regulation: { id, title, numbers } }: { readonly regulation: RegulationSummary }) {
  const t = useT();
  const { list } = useFormat();
  return (
    <div lang="zh-CN" className="registry-name">
      <Link to={`/regulations/${id}`}>{title}</Link>
      <div className="soft small">{numbers.length === 0 ? t('regulation.noNumber') : list(numbers)}</div>
    </div>
  );
}

function ListActions() {
  const t = useT();
  const word = useWord();
  const navigate = useNavigate();
  const { list } = useFormat();
  const may = useRight('registry.write');
  const [open, setOpen] = useState<'form' | 'import' | null>(null);
  return (
    <>
      <ExportCsv<RegulationSummary>
        path="/regulations"
        fileName={t('regulation.list')}
        columns={[
          { label: t('regulation.title'), value: ({ title }) => title },
          { label: t('regulation.numbers'), value: ({ numbers }) => list(numbers) },
          {
            label: t('regulation.status'),
            value: ({ status }) => (status === null ? t('regulation.unregistered') : word('regulationStatus', status)),
          },
          { label: t('regulation.issuer'), value: ({ issuer }) => issuer ?? '' },
          { label: t('regulation.level'), value: ({ level }) => level ?? '' },
          { label: t('regulation.issuedOn'), value: ({ issuedOn }) => issuedOn ?? '' },
          { label: t('regulation.effectiveOn'), value: ({ effectiveOn }) => effectiveOn ?? '' },
          { label: t('regulation.repealedOn'), value: ({ repealedOn }) => repealedOn ?? '' },
          { label: t('regulation.successor'), value: ({ successor }) => successor?.title ?? '' },
          { label: t('regulation.entries'), value: ({ entries }) => entries },
        ]}
      />
      <Button variant="outlined" component={Link} to="/regulations/duplicates">
        {t('regulation.duplicates')}
      </Button>
      {may && (
        <>
          <Button variant="outlined" onClick={() => setOpen('import')}>
            {t('tableImport.open')}
          </Button>
          <Button variant="contained" onClick={() => setOpen('form')}>
            {t('regulation.register')}
          </Button>
        </>
      )}
      {open === 'import' && <ImportDialog onClose={() => setOpen(null)} />}
      {open === 'form' && (
        <RegulationForm
          regulation={null}
          onClose={() => setOpen(null)}
          onSaved={({ id }) => void navigate(`/regulations/${id}`)}
        />
      )}
    </>
  );
}

function Filters() {
  const t = useT();
  const word = useWord();
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  return (
    <>
      <FilterSearch label={t('regulation.search')} />
      <FilterSelect
        name="status"
        label={t('regulation.filterStatus')}
        choices={REGULATION_STATUSES.map((status) => ({ value: status, label: word('regulationStatus', status) }))}
      />
      <FilterSelect
        name="registered"
        label={t('regulation.filterRegistered')}
        choices={[
          { value: 'true', label: t('regulation.registeredOnly') },
          { value: 'false', label: t('regulation.unregisteredOnly') },
        ]}
      />
      <FilterSelect
        name="cited"
        label={t('regulation.filterCited')}
        choices={[
          { value: 'true', label: t('regulation.citedOnly') },
          { value: 'false', label: t('regulation.uncitedOnly') },
        ]}
      />
      <FilterSelect
        name="editionId"
        label={t('lists.anyEdition')}
        choices={editions.map(({ id, label }) => ({ value: id, label }))}
      />
    </>
  );
}
