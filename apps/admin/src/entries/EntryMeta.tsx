import { Link, useLocation } from 'react-router-dom';
import type { Entry, EntryRef } from '../api/types.ts';
import { Chip, ToggleChip } from '../desk/Chip.tsx';
import { entryAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';
import type { DifferenceView } from './use-difference.ts';

interface Props {
  readonly entry: Entry;
  readonly editionId: string;
  readonly difference: DifferenceView;
}

/** Who wrote this text, when, and how it stands to the edition before. */
export function EntryMeta({ entry, difference }: Omit<Props, 'editionId'>) {
  const t = useT();
  const { date, list } = useFormat();
  const { ordinal, author, approvers, at, amendment } = entry.revision;
  const written = t(amendment === null ? 'entry.imported' : 'entry.by', { author: author.name });
  const approved =
    approvers.length > 0 ? t('entry.approvedBy', { names: list(approvers.map(({ name }) => name)) }) : '';
  return (
    <div className="meta">
      <span>{t('entry.ordinal', { ordinal })}</span>
      <span>{[written, approved, date(at)].filter((part) => part !== '').join(' · ')}</span>
      {difference.kind === 'new' && <Chip tone="ok">{t('entry.isNew')}</Chip>}
      {difference.kind === 'differs' && (
        <>
          <Chip>{t('entry.differs', { label: difference.baseLabel })}</Chip>
          <ToggleChip on={difference.shown} onClick={() => difference.setShown(!difference.shown)}>
            {t('entry.showDifference')}
          </ToggleChip>
        </>
      )}
    </div>
  );
}

/** To the entries before and after, in the order of the document. */
export function EntrySteps({ entry, editionId }: Pick<Props, 'entry' | 'editionId'>) {
  const t = useT();
  return (
    <nav className="row" aria-label={`${t('entry.previous')} / ${t('entry.next')}`}>
      <Step to={entry.previous} editionId={editionId} sign="‹" label={t('entry.previous')} shortcut="K" />
      <Step to={entry.next} editionId={editionId} sign="›" label={t('entry.next')} shortcut="J" />
    </nav>
  );
}

interface StepProps {
  readonly to: EntryRef | null;
  readonly editionId: string;
  readonly sign: '‹' | '›';
  readonly label: string;
  readonly shortcut: string;
}

function Step({ to, editionId, sign, label, shortcut }: StepProps) {
  const t = useT();
  const { search } = useLocation();
  const text = sign === '‹' ? `‹ ${label}` : `${label} ›`;
  if (to === null) return <span aria-hidden>{text}</span>;
  return (
    <Link
      to={{ pathname: entryAddress(editionId, to.serviceId), search }}
      title={`${to.number} ${to.title}${t('common.aside', { text: shortcut })}`}
      aria-keyshortcuts={shortcut}
    >
      {text}
    </Link>
  );
}
