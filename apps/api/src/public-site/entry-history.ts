import { comparableOf, finishComparison, planComparison, type ChangeKind } from '@dingben/comparison';
import type { EntryAt, Outline, ProvisionKey } from '@dingben/outline';
import { diffText, type Segment } from '@dingben/text-diff';

/** What became of an entry from one published edition to the next. */
export interface EntryStep {
  /** `first`: it stands in the first edition that was published. None where only the editions differ. */
  readonly changes: readonly (ChangeKind | 'first')[];
  /** Where it stands in this edition; null where it was left out. */
  readonly at: EntryAt | null;
  /** Null where the title is the same. */
  readonly title: readonly Segment[] | null;
  /** Only provisions that differ. */
  readonly provisions: Readonly<Partial<Record<ProvisionKey, readonly Segment[]>>>;
}

interface Side {
  readonly outline: Outline;
  readonly byCode: ReadonlyMap<string, EntryAt>;
}

/** The step of the entry with this code to `after`; null where it stands in neither of the two editions. */
export function stepOf(code: string, before: Side | null, after: Side): EntryStep | null {
  const at = after.byCode.get(code) ?? null;
  const was = before?.byCode.get(code) ?? null;
  if (at === null && was === null) return null;
  if (before === null) return { changes: ['first'], at, title: null, provisions: {} };
  const plan = planComparison(comparableOf(before.outline), comparableOf(after.outline));
  const planned = plan.entries.filter((entry) => [entry.before?.code, entry.after?.code].includes(code));
  const [compared] = finishComparison({ ...plan, entries: planned }, { get: () => undefined }).entries;
  const changes = compared?.changes ?? changesOfHolder(was, at);
  const title =
    was !== null && at !== null && was.entry.title !== at.entry.title
      ? diffText(was.entry.title, at.entry.title)
      : null;
  return { changes, at, title, provisions: was !== null && at !== null ? (compared?.provisions ?? {}) : {} };
}

/** A service that holds items is compared by them alone. */
function changesOfHolder(was: EntryAt | null, at: EntryAt | null): readonly ChangeKind[] {
  if (was === null) return ['added'];
  return at === null ? ['removed'] : [];
}
