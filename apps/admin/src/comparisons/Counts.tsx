import type { Comparison } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { viewFrom } from './address.ts';
import { CHANGE_KINDS, CLASS, classCounts, shownEntries, UNCLASSED, UNCONFIRMED } from './rows.ts';

interface Props {
  readonly comparison: Comparison;
  /** Entries of the later side. */
  readonly total: number;
  readonly only: string;
  readonly unchanged: boolean;
  readonly onOnly: (only: string) => void;
  readonly onUnchanged: (shown: boolean) => void;
}

/** What changed, in numbers; each number is a filter. */
export function Counts({ comparison, total, only, unchanged, onOnly, onUnchanged }: Props) {
  const t = useT();
  const word = useWord();
  const { summary } = comparison;
  const all = viewFrom(new URLSearchParams());
  const waiting = ([UNCLASSED, UNCONFIRMED] as const)
    .map((name) => ({ name, count: shownEntries(comparison, { ...all, only: name }).length }))
    .filter(({ count }) => count > 0);
  const toggle = (name: string) => () => onOnly(only === name ? '' : name);
  return (
    <div className="counts" role="group" aria-label={t('comparison.filters')}>
      <Count
        count={total}
        label={t('comparison.entries')}
        on={only === '' && unchanged}
        onClick={() => onUnchanged(true)}
      />
      {CHANGE_KINDS.filter((kind) => summary[kind] !== undefined).map((kind) => (
        <Count
          key={kind}
          count={summary[kind] ?? 0}
          label={word('changeKind', kind)}
          on={only === kind}
          onClick={toggle(kind)}
        />
      ))}
      {classCounts(comparison).map(({ name, count }) => (
        <Count
          key={name}
          count={count}
          label={word('changeClass', name, name)}
          on={only === CLASS + name}
          onClick={toggle(CLASS + name)}
        />
      ))}
      {waiting.map(({ name, count }) => (
        <Count key={name} count={count} label={t(`classes.${name}`)} on={only === name} onClick={toggle(name)} />
      ))}
      <Count count={summary.unchanged} label={t('comparison.unchanged')} />
    </div>
  );
}

interface CountProps {
  readonly count: number;
  readonly label: string;
  readonly on?: boolean;
  readonly onClick?: () => void;
}

function Count({ count, label, on = false, onClick }: CountProps) {
  const { number } = useFormat();
  const inner = (
    <>
      <b>{number(count)}</b>
      {label}
    </>
  );
  return onClick === undefined || count === 0 ? (
    <div className="count">{inner}</div>
  ) : (
    <button type="button" className="count" aria-pressed={on} onClick={onClick}>
      {inner}
    </button>
  );
}
