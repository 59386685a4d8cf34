import { matchEntries, type Matching } from './match.ts';
import type { ChangeKind, ComparableEntry, ComparableOutline, ComparedSection, DescentLine } from './model.ts';
import { comparedSections, mapSections, movedEntries } from './places.ts';

/** An entry that differs, as far as that shows without its texts. `amended` is decided when the texts are there. */
export interface PlannedEntry {
  readonly before: ComparableEntry | null;
  readonly after: ComparableEntry | null;
  readonly changes: readonly Exclude<ChangeKind, 'amended'>[];
  /** Found by `withDescents`, when the texts are there. */
  readonly split?: DescentLine;
  readonly merged?: DescentLine;
}

/** What differs by hash and place alone. `hashes` names every text that finishing needs, each once. */
export interface ComparisonPlan {
  readonly before: string;
  readonly after: string;
  readonly sections: readonly ComparedSection[];
  readonly entries: readonly PlannedEntry[];
  readonly unchanged: number;
  readonly hashes: readonly string[];
}

/** Compares identities, places and hashes. No text is looked at but titles, so what is equal costs no text. */
export function planComparison(before: ComparableOutline, after: ComparableOutline): ComparisonPlan {
  const labels = { before: before.label, after: after.label };
  if (before.treeHash !== undefined && before.treeHash === after.treeHash) {
    return {
      ...labels,
      sections: [],
      entries: [],
      unchanged: after.entries.filter((entry) => !entry.holdsItems).length,
      hashes: [],
    };
  }
  const matching = matchEntries(before.entries, after.entries);
  const map = mapSections(before, after, matching);
  const moved = movedEntries(before, after, matching, map);
  const entries: PlannedEntry[] = [];
  let unchanged = 0;
  inReadingOrder(matching, after.entries.length, (from, to) => {
    const [old, now] = [before.entries[from] ?? null, after.entries[to] ?? null];
    const planned = plannedEntry(old, now, moved.has(from));
    if (planned !== null) entries.push(planned);
    else if (now?.holdsItems === false) unchanged++;
  });
  return {
    ...labels,
    sections: comparedSections(before, after, map),
    entries,
    unchanged,
    hashes: neededHashes(entries),
  };
}

/** One entry beside itself in another text, wherever it stands; null where they are the same. */
export function planEntry(before: ComparableEntry | null, after: ComparableEntry | null): PlannedEntry | null {
  return plannedEntry(before, after, false);
}

function plannedEntry(
  before: ComparableEntry | null,
  after: ComparableEntry | null,
  moved: boolean,
): PlannedEntry | null {
  // The hash names the title, too; most entries end here.
  if (!moved && before !== null && before.hash === after?.hash && before.number === after.number) return null;
  const changes = changesOf(before, after, moved);
  return changes.length > 0 || textDiffers(before, after) ? { before, after, changes } : null;
}

/** Whether an entry's texts have to be compared; a service with items has none. */
export function needsText({ before, after }: PlannedEntry): boolean {
  return (before ?? after)?.holdsItems === false && before?.hash !== after?.hash;
}

function neededHashes(entries: readonly PlannedEntry[]): string[] {
  const sides = entries.filter(needsText).flatMap(({ before, after }) => [before, after]);
  return [...new Set(sides.flatMap((side) => (side === null ? [] : [side.hash])))];
}

/** A service with items is listed for its title alone: its items say the rest. */
export function changesOf(
  old: ComparableEntry | null,
  now: ComparableEntry | null,
  moved: boolean,
): PlannedEntry['changes'] {
  if (old === null) return now?.holdsItems === true ? [] : ['added'];
  if (now === null) return old.holdsItems ? [] : ['removed'];
  const changes: PlannedEntry['changes'][number][] = [];
  if (moved) changes.push('moved');
  if (old.number !== now.number && !old.holdsItems) changes.push('renumbered');
  if (old.title !== now.title) changes.push('retitled');
  return changes;
}

function textDiffers(old: ComparableEntry | null, now: ComparableEntry | null): boolean {
  return old !== null && now !== null && !now.holdsItems && old.hash !== now.hash;
}

/** Tells of all entries in the order of the new outline, each removed one behind what it used to follow. -1 stands for absent. */
function inReadingOrder(matching: Matching, afterLength: number, tell: (from: number, to: number) => void): void {
  const sources = new Int32Array(afterLength).fill(-1);
  const removed = new Map<number, number[]>();
  let last = -1;
  for (let from = 0; from < matching.length; from++) {
    const to = matching[from] ?? -1;
    if (to === -1) {
      if (removed.get(last)?.push(from) === undefined) removed.set(last, [from]);
    } else sources[(last = to)] = from;
  }
  for (let to = -1; to < afterLength; to++) {
    if (to !== -1) tell(sources[to] ?? -1, to);
    if (removed.size > 0) for (const from of removed.get(to) ?? []) tell(from, -1);
  }
}
