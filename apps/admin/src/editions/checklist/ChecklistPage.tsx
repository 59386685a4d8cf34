import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { checklistQuery, editionQuery } from '../../api/queries.ts';
import type { Checklist, Edition, EditionEvent } from '../../api/types.ts';
import { EditionStateChip } from '../../desk/Chip.tsx';
import { ErrorState, Loading } from '../../desk/states.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useSentence, useT, useWord } from '../../i18n/use-t.ts';
import { useTitle } from '../../layout/use-title.ts';
import { EditionEventDialog } from '../EditionEventDialog.tsx';
import { EditionHeader } from '../EditionHeader.tsx';
import { ChecklistTable } from './ChecklistTable.tsx';
import { PlanNotice, WithdrawalNotice } from './PlanNotice.tsx';
import { offeredSteps } from './steps.ts';

const OPEN: readonly Edition['state'][] = ['drafting', 'consulting', 'finalising', 'scheduled'];
/** What scheduling itself settles bars nothing before it. */
const SETTLED = ['checklist.effective-date', 'checklist.state'];

/** What an edition still needs before it is published, who can see to it and where, and what this person can do now. */
export default function ChecklistPage() {
  const { id = '' } = useParams();
  const t = useT();
  const edition = useQuery(editionQuery(id));
  // Findings and comments change without an event of the edition, so what is kept is never taken for true.
  const checklist = useQuery({ ...checklistQuery(id), staleTime: 0 });
  useTitle(`${t('publishing.checklist')} · ${edition.data?.label ?? ''}`);
  const failed = [edition, checklist].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (edition.data === undefined || checklist.data === undefined) return <Loading />;
  return (
    <div className="page">
      <EditionHeader edition={edition.data} />
      <div className="page-head">
        <h1 lang="zh-CN">
          {edition.data.label} · {t('publishing.checklist')}
        </h1>
        <EditionStateChip state={edition.data.state} />
      </div>
      <PlanNotice plan={edition.data.plan} />
      <WithdrawalNotice publication={edition.data.publication} />
      <Verdict edition={edition.data} checklist={checklist.data} />
      <Steps edition={edition.data} />
      <ChecklistTable
        items={lookedAt(edition.data, checklist.data)}
        editionId={id}
        settled={settledFor(edition.data)}
      />
    </div>
  );
}

function settledFor({ state }: Edition): readonly string[] {
  return OPEN.includes(state) && state !== 'scheduled' ? SETTLED : [];
}

/** That a published edition cannot be published goes without saying. */
function lookedAt({ state }: Edition, { items }: Checklist): Checklist['items'] {
  return OPEN.includes(state) ? items : items.filter(({ code }) => code !== 'checklist.state');
}

function Verdict({ edition, checklist }: { readonly edition: Edition; readonly checklist: Checklist }) {
  const t = useT();
  const { date } = useFormat();
  const isOpen = OPEN.includes(edition.state);
  const barring = checklist.items.filter(
    ({ blocking, count, code }) => blocking && count > 0 && !settledFor(edition).includes(code),
  );
  const verdict = !isOpen
    ? t('publishing.verdictClosed')
    : barring.length === 0
      ? t('publishing.verdictClear')
      : t('publishing.verdictOpen', { count: barring.length });
  return (
    <p style={{ fontSize: '1.05rem' }} role="status">
      {verdict}
      {edition.effectiveDate !== null && (
        <span className="soft"> {t('publishing.effectiveOn', { date: date(edition.effectiveDate) })}</span>
      )}
    </p>
  );
}

/** The buttons of this person; one that is refused now says why beside it. */
function Steps({ edition }: { readonly edition: Edition }) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const [open, setOpen] = useState<EditionEvent | null>(null);
  const offered = offeredSteps(edition);
  const refused = offered.filter(({ allowed }) => !allowed);
  const first = offered.find(({ allowed }) => allowed)?.event;
  return (
    <section aria-label={t('publishing.actions')} style={{ margin: '0 0 16px' }}>
      {offered.length === 0 && <p className="soft">{t('publishing.noActions')}</p>}
      <div className="row" style={{ flexWrap: 'wrap', gap: 8 }}>
        {offered.map(({ event, allowed }) => (
          <Button
            key={event}
            variant={event === first ? 'contained' : 'outlined'}
            color={event === 'withdraw' ? 'error' : 'primary'}
            disabled={!allowed}
            onClick={() => setOpen(event)}
          >
            {word('editionEvent', event)}
          </Button>
        ))}
      </div>
      {refused.length > 0 && (
        <ul className="bare soft small" style={{ marginTop: 8 }}>
          {refused.map(({ event, reasons }) => (
            <li key={event}>
              {t('common.lead', { text: word('editionEvent', event) })}
              {reasons.map((reason) => sentence(reason)).join(' ')}
            </li>
          ))}
        </ul>
      )}
      {open !== null && <EditionEventDialog edition={edition} event={open} onClose={() => setOpen(null)} />}
    </section>
  );
}
