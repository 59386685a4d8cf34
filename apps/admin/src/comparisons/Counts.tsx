import type { Comparison } from '../api/types.ts';
import { ToggleChip } from '../desk/Chip.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { viewFrom } from './address.ts';
import { CLASS, classCounts, shownEntries, shownKinds, UNCLASSED, UNCONFIRMED, UNREASONED } from './rows.ts';

interface Props {
  readonly comparison: Comparison;
  /** Entries of the later side. */
  readonly total: number;
  readonly only: string;
  readonly unchanged: boolean;
  readonly onOnly: (only: string) => void;
  readonly onUnchanged: (shown: boolean) => void;
}

/** What changed, in numbers; each number is a filter: kinds of change as tiles, classes of change as chips below them. */
export function Counts(props: Props) {
  const { comparison, only, onOnly } = props;
  const toggle = (name: string) => () => onOnly(only === name ? '' : name);
  return (
    <>
      <Kinds {...props} toggle={toggle} />
      <Classes comparison={comparison} only={only} toggle={toggle} />
    </>
  );
}

type Toggle = (name: string) => () => void;

function Kinds({
  comparison: { summary },
  total,
  only,
  unchanged,
  onUnchanged,
  toggle,
}: Props & { readonly toggle: Toggle }) {
  const t = useT();
  const word = useWord();
  return (
    <div className="counts" role="group" aria-label={t('comparison.filters')}>
      <Count
        count={total}
        label={t('comparison.entries')}
        on={only === '' && unchanged}
        onClick={() => onUnchanged(true)}
      />
      {shownKinds(summary, only).map((kind) => (
        <Count
          key={kind}
          count={summary[kind] ?? 0}
          label={word('changeKind', kind)}
          on={only === kind}
          onClick={toggle(kind)}
        />
      ))}
      <Count count={summary.unchanged} label={t('comparison.unchanged')} />
    </div>
  );
}

function Classes({ comparison, only, toggle }: Pick<Props, 'comparison' | 'only'> & { readonly toggle: Toggle }) {
  const t = useT();
  const word = useWord();
  const { number } = useFormat();
  const all = viewFrom(new URLSearchParams());
  const waiting = ([UNCLASSED, UNCONFIRMED, UNREASONED] as const).map((name) => ({
    name,
    label: t(`classes.${name}`),
    count: shownEntries(comparison, { ...all, only: name }).length,
  }));
  const chips = [
    ...classCounts(comparison).map(({ name, count }) => ({
      name: CLASS + name,
      label: word('changeClass', name, name),
      count,
    })),
    ...waiting.filter(({ count }) => count > 0),
  ];
  if (chips.length === 0) return null;
  return (
    <div className="class-filters" role="group" aria-label={t('comparison.classFilters')}>
      {chips.map(({ name, label, count }) => (
        <ToggleChip key={name} on={only === name} onClick={toggle(name)}>
          {label} {number(count)}
        </ToggleChip>
      ))}
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
