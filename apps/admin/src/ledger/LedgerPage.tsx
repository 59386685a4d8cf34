import { useState } from 'react';
import Button from '@mui/material/Button';
import { DataTable } from 'ra-ui-materialui';
import { useQuery } from '@tanstack/react-query';
import { fileAddress } from '../api/client.ts';
import { accountsQuery } from '../api/queries.ts';
import type { LedgerItem } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { FilterDate, FilterSelect } from '../desk/FilterSelect.tsx';
import { Hash } from '../desk/Hash.tsx';
import { Field, ListFrame } from '../desk/ListFrame.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { zh } from '../i18n/zh.ts';
import { LedgerDetails } from './LedgerDetails.tsx';
import { VerificationPanel } from './VerificationPanel.tsx';

/** Every act in order, in words; and the proof that nothing was altered. */
export default function LedgerPage() {
  const t = useT();
  const word = useWord();
  const { moment } = useFormat();
  const [shown, setShown] = useState<LedgerItem | null>(null);
  return (
    <>
      <ListFrame
        resource="ledger"
        title={t('ledger.list')}
        long="subjectType"
        empty={t('ledger.empty')}
        intro={<VerificationPanel />}
        filters={<Filters />}
        sort={{ field: 'seq', order: 'DESC' }}
        actions={
          <Button component="a" variant="outlined" href={fileAddress('/ledger/export')} download>
            {t('ledger.export')}
          </Button>
        }
      >
        <DataTable.Col source="seq" label={t('ledger.seq')}>
          <Field<LedgerItem>
            draw={(item) => (
              <button
                type="button"
                className="link"
                aria-label={`${t('ledger.details')} ${item.seq}`}
                onClick={() => setShown(item)}
              >
                {item.seq}
              </button>
            )}
          />
        </DataTable.Col>
        <DataTable.Col source="at" label={t('ledger.at')} disableSort>
          <Field<LedgerItem> draw={({ at }) => <span className="small nowrap">{moment(at)}</span>} />
        </DataTable.Col>
        <DataTable.Col source="actor" label={t('ledger.actor')} disableSort>
          <Field<LedgerItem> draw={({ actor }) => <span className="short">{actor?.name ?? t('ledger.system')}</span>} />
        </DataTable.Col>
        <DataTable.Col source="action" label={t('ledger.action')} disableSort>
          <Field<LedgerItem> draw={({ action }) => <b>{word('act', action, t('act.unknown'))}</b>} />
        </DataTable.Col>
        <DataTable.Col source="subjectType" label={t('ledger.subject')} disableSort>
          <Field<LedgerItem>
            draw={({ label, subjectType }) => (
              <>
                {word('subject', subjectType, '')} {label !== null && <span lang="zh-CN">{label}</span>}
              </>
            )}
          />
        </DataTable.Col>
        <DataTable.Col source="outcome" label={t('ledger.outcome')} disableSort>
          <Field<LedgerItem>
            draw={({ outcome }) => <Chip tone={outcome === 'ok' ? 'plain' : 'bad'}>{word('outcome', outcome)}</Chip>}
          />
        </DataTable.Col>
        <DataTable.Col source="hash" label={t('ledger.hash')} disableSort>
          <Field<LedgerItem> draw={({ hash }) => <Hash hash={hash} />} />
        </DataTable.Col>
      </ListFrame>
      {shown !== null && <LedgerDetails item={shown} onClose={() => setShown(null)} />}
    </>
  );
}

// The acts are codes with words in both catalogues; the groups end with a dot and stand for all that begin so.
const ACTS = Object.keys(zh.act).filter((code) => code !== 'unknown');
const GROUPS = Object.keys(zh.actGroup);

function Filters() {
  const t = useT();
  const word = useWord();
  const people = useQuery(accountsQuery()).data?.items ?? [];
  return (
    <>
      <FilterSelect
        name="action"
        label={t('ledger.anyAction')}
        choices={GROUPS.map((group) => ({
          value: group,
          label: word('actGroup', group) + t('common.aside', { text: t('ledger.all') }),
          within: ACTS.filter((code) => code.startsWith(group)).map((code) => ({
            value: code,
            label: word('act', code),
          })),
        }))}
      />
      <FilterSelect
        name="actorId"
        label={t('ledger.anyActor')}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        name="outcome"
        label={t('ledger.anyOutcome')}
        choices={(['ok', 'refused'] as const).map((code) => ({ value: code, label: word('outcome', code) }))}
      />
      <FilterDate name="from" label={t('ledger.from')} />
      <FilterDate name="to" label={t('ledger.to')} />
    </>
  );
}
