import { matchEntries, type Matching } from './match.ts';
import type { ChangeKind, ComparableEntry, ComparableOutline, ComparedSection, DescentLine } from './model.ts';
import { comparedSection, comparedSections, mapSections, movedEntries } from './places.ts';

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
  const entries: PlannedEntry[] = [];
  let unchanged = 0;
  const add = (old: ComparableEntry | null, now: ComparableEntry | null, moved: boolean): void => {
    const planned = plannedEntry(old, now, moved);
    if (planned !== null) entries.push(planned);
    else if (now?.holdsItems === false) unchanged++;
  };
  const sections = standAlike(before, after) ? sideBySide(before, after, add) : matched(before, after, add);
  return { ...labels, sections, entries, unchanged, hashes: neededHashes(entries) };
}

type Add = (old: ComparableEntry | null, now: ComparableEntry | null, moved: boolean) => void;

/** Whether both outlines have the same headings and entries in the same places, as most drafts have beside what they came from. */
function standAlike(before: ComparableOutline, after: ComparableOutline): boolean {
  return (
    before.sections.length === after.sections.length &&
    before.entries.length === after.entries.length &&
    before.sections.every(({ key }, index) => key === after.sections[index]?.key) &&
    before.entries.every((old, index) => {
      const now = after.entries[index];
      return old.code !== null && old.code === now?.code && old.holdsItems === now.holdsItems && isInPlaceOf(old, now);
    })
  );
}

function isInPlaceOf(old: ComparableEntry, now: ComparableEntry): boolean {
  return old.section === now.section && old.parent === now.parent;
}

function sideBySide(before: ComparableOutline, after: ComparableOutline, add: Add): ComparedSection[] {
  before.entries.forEach((old, index) => add(old, after.entries[index] ?? null, false));
  return after.sections.flatMap((section, index) => comparedSection(before.sections[index], section));
}

/** @returns the headings that differ. */
function matched(before: ComparableOutline, after: ComparableOutline, add: Add): ComparedSection[] {
  const matching = matchEntries(before.entries, after.entries);
  const map = mapSections(before, after, matching);
  const moved = movedEntries(before, after, matching, map);
  for (const { from, to } of inReadingOrder(matching, after.entries.length))
    add(before.entries[from] ?? null, after.entries[to] ?? null, moved.has(from));
  return comparedSections(before, after, map);
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

/** All entries in the order of the new outline, each removed one behind what it used to follow. -1 stands for absent. */
function inReadingOrder(matching: Matching, afterLength: number): { from: number; to: number }[] {
  const sources = new Int32Array(afterLength).fill(-1);
  const removed = new Map<number, number[]>();
  let last = -1;
  for (const [from, to] of matching.entries()) {
    if (to !== -1) {
      sources[to] = from;
      last = to;
    } else if (removed.get(last)?.push(from) === undefined) removed.set(last, [from]);
  }
  const order = (removed.get(-1) ?? []).map((from) => ({ from, to: -1 }));
  for (const [to, from] of sources.entries()) {
    order.push({ from, to });
    for (const gone of removed.get(to) ?? []) order.push({ from: gone, to: -1 });
  }
  return order;
}
