import { DataTable } from 'ra-ui-materialui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import type { AmendmentSummary } from '../../api/amendment-types.ts';
import { editionsQuery } from '../../api/queries.ts';
import { REASON_CLASSES, type AmendmentState } from '../../api/types.ts';
import { AmendmentStateChip } from '../../desk/Chip.tsx';
import { ExportCsv } from '../../desk/ExportCsv.tsx';
import { FilterSearch, FilterSelect, FilterToggle } from '../../desk/FilterSelect.tsx';
import { Field, ListFrame } from '../../desk/ListFrame.tsx';
import { PersonNames } from '../../desk/PersonName.tsx';
import { useRight } from '../../desk/use-me.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';

const STATES: readonly AmendmentState[] = [
  'draft',
  'submitted',
  'changes_requested',
  'approved',
  'merged',
  'withdrawn',
  'rejected',
];

/** Every amendment, with what is needed to choose the next one. */
export default function AmendmentList() {
  const t = useT();
  const word = useWord();
  const { list, time } = useFormat();
  return (
    <ListFrame
      resource="amendments"
      title={t('amendment.list')}
      long="title"
      empty={`${t('amendment.empty')} ${t('amendment.emptyHint')}`}
      filters={<Filters />}
      sort={{ field: 'updatedAt', order: 'DESC' }}
      rowClick={(id) => `/amendments/${id}`}
      actions={
        <ExportCsv<AmendmentSummary>
          path="/amendments"
          fileName={t('amendment.list')}
          columns={[
            { label: t('amendment.number', { number: '' }).trim(), value: ({ number }) => number },
            { label: t('amendment.title'), value: ({ title }) => title },
            { label: t('amendment.state'), value: ({ state }) => word('amendmentState', state) },
            { label: t('amendment.reasonClass'), value: ({ reasonClass }) => word('reasonClass', reasonClass) },
            { label: t('amendment.edition'), value: ({ editionLabel }) => editionLabel },
            { label: t('amendment.author'), value: ({ authors }) => list(authors.map(({ name }) => name)) },
            { label: t('lists.entries'), value: ({ entries }) => entries },
            { label: t('lists.provisions'), value: ({ provisions }) => provisions },
            { label: t('lists.comments'), value: ({ comments }) => comments.open },
            { label: t('amendment.updated'), value: ({ updatedAt }) => time(updatedAt) },
          ]}
        />
      }
    >
      <DataTable.Col source="number" label={t('amendment.number', { number: '' }).trim()} />
      <DataTable.Col source="title" label={t('amendment.title')}>
        <Field<AmendmentSummary>
          draw={({ id, title }) => (
            <Link to={`/amendments/${id}`} style={{ fontWeight: 600 }}>
              {title}
            </Link>
          )}
        />
      </DataTable.Col>
      <DataTable.Col source="state" label={t('amendment.state')}>
        <Field<AmendmentSummary>
          draw={({ comments, state }) => (
            <>
              <AmendmentStateChip state={state} />
              {comments.open > 0 && (
                <div className="soft small">{t('amendment.comments', { open: comments.open })}</div>
              )}
            </>
          )}
        />
      </DataTable.Col>
      <DataTable.Col source="reasonClass" label={t('amendment.reasonClass')} disableSort>
        <Field<AmendmentSummary> draw={({ reasonClass }) => word('reasonClass', reasonClass)} />
      </DataTable.Col>
      <DataTable.Col source="editionLabel" label={t('amendment.edition')} disableSort>
        <Field<AmendmentSummary> draw={({ editionLabel }) => <span className="short">{editionLabel}</span>} />
      </DataTable.Col>
      <DataTable.Col source="authors" label={t('amendment.author')} disableSort>
        <Field<AmendmentSummary> draw={({ authors }) => <PersonNames persons={authors} />} />
      </DataTable.Col>
      <DataTable.Col source="entries" label={t('edition.entries')} disableSort>
        <Field<AmendmentSummary>
          draw={({ entries, provisions }) => (
            <span className="small">{t('amendment.scope', { entries, provisions })}</span>
          )}
        />
      </DataTable.Col>
      <DataTable.Col source="updatedAt" label={t('amendment.updated')}>
        <Field<AmendmentSummary> draw={({ updatedAt }) => <span className="small">{time(updatedAt)}</span>} />
      </DataTable.Col>
    </ListFrame>
  );
}

function Filters() {
  const t = useT();
  const word = useWord();
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  const mayWrite = useRight('amendment.write');
  const mayReview = useRight('amendment.review');
  return (
    <>
      <FilterSearch label={t('amendment.filter.search')} />
      <FilterSelect
        name="state"
        label={t('amendment.filter.state')}
        choices={STATES.map((state) => ({ value: state, label: word('amendmentState', state) }))}
      />
      <FilterSelect
        name="reasonClass"
        label={t('amendment.filter.reasonClass')}
        choices={REASON_CLASSES.map((name) => ({ value: name, label: word('reasonClass', name) }))}
      />
      <FilterSelect
        name="editionId"
        label={t('amendment.edition')}
        choices={editions.map(({ id, label }) => ({ value: id, label }))}
      />
      {mayWrite && <FilterToggle name="mine" label={t('amendment.filter.mine')} />}
      {mayReview && <FilterToggle name="waitingForMe" label={t('amendment.filter.waiting')} />}
    </>
  );
}
