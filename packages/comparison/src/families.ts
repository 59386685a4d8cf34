import { frame } from '@dingben/kernel';
import { provenDescents, type Family, type TextOf } from './descents.ts';
import type { ComparableEntry, Place } from './model.ts';
import { changesOf, type PlannedEntry } from './plan.ts';

/**
 * The planned entries with what their texts prove besides: a line for each entry that another became or that became another,
 * in the place of one that seemed to be new or gone. Who was merged into another follows it.
 */
export function withDescents(entries: readonly PlannedEntry[], textOf: TextOf): readonly PlannedEntry[] {
  return withFamilies(withRegraded(entries, textOf), textOf);
}

/**
 * A service that became an item, or an item that became a service, under another code: its text says that it is the same, for
 * the code of a service goes on with the service that has items now.
 */
function withRegraded(entries: readonly PlannedEntry[], textOf: TextOf): readonly PlannedEntry[] {
  const gone = entries.filter((entry) => entry.after === null);
  const fresh = entries.filter((entry) => entry.before === null);
  if (gone.length === 0 || fresh.length === 0) return entries;
  const waiting = Map.groupBy(gone, (entry) => nameOf(entry.before, textOf));
  const origins = new Map<PlannedEntry, PlannedEntry>();
  for (const entry of fresh) {
    const found = waiting.get(nameOf(entry.after, textOf))?.find((old) => isItem(old.before) !== isItem(entry.after));
    if (found === undefined || [...origins.values()].includes(found)) continue;
    origins.set(entry, found);
  }
  const taken = new Set(origins.values());
  return entries.flatMap((entry): PlannedEntry[] => {
    if (taken.has(entry)) return [];
    const before = origins.get(entry)?.before ?? null;
    return [before === null ? entry : { before, after: entry.after, changes: changesOf(before, entry.after, true) }];
  });
}

function nameOf(entry: ComparableEntry | null, textOf: TextOf): string {
  const texts = entry?.holdsItems === false ? textOf(entry) : undefined;
  return texts === undefined ? '' : frame([texts.targetGroup, texts.content, texts.standard]);
}

function isItem(entry: ComparableEntry | null): boolean {
  return entry !== null && entry.parent !== null;
}

function withFamilies(entries: readonly PlannedEntry[], textOf: TextOf): readonly PlannedEntry[] {
  const { splits, merges } = provenDescents(entries, textOf);
  if (splits.length + merges.length === 0) return entries;
  const lines: PlannedEntry[][] = entries.map((entry) => [entry]);
  for (const family of splits) split(entries, lines, family);
  for (const family of merges) merge(entries, lines, family);
  return lines.flat();
}

function split(entries: readonly PlannedEntry[], lines: PlannedEntry[][], { whole, parts }: Family): void {
  const [origin, goesOn] = [entries[whole], (entries[whole]?.after ?? null) !== null];
  const into = placesOf((goesOn ? [whole, ...parts] : parts).toSorted(ascending), (index) => entries[index]?.after);
  if (goesOn)
    mark(lines, whole, (line) => ({ ...line, changes: ['split', ...line.changes], split: { goesOn, parts: into } }));
  else lines[whole] = [];
  for (const part of parts) {
    const after = entries[part]?.after ?? null;
    lines[part] = [
      { before: origin?.before ?? null, after, changes: ['split'], split: { goesOn: false, parts: into } },
    ];
  }
}

function merge(entries: readonly PlannedEntry[], lines: PlannedEntry[][], { whole, parts }: Family): void {
  const [heir, goesOn] = [entries[whole], (entries[whole]?.before ?? null) !== null];
  const from = placesOf((goesOn ? [whole, ...parts] : parts).toSorted(ascending), (index) => entries[index]?.before);
  if (goesOn)
    mark(lines, whole, (line) => ({ ...line, changes: ['merged', ...line.changes], merged: { goesOn, parts: from } }));
  else lines[whole] = [];
  for (const part of parts) {
    const before = entries[part]?.before ?? null;
    lines[part] = [];
    lines[whole]?.push({
      before,
      after: heir?.after ?? null,
      changes: ['merged'],
      merged: { goesOn: false, parts: from },
    });
  }
}

/** The line of the entry that goes on is the first of its place. */
function mark(lines: PlannedEntry[][], at: number, change: (line: PlannedEntry) => PlannedEntry): void {
  const [first, ...rest] = lines[at] ?? [];
  if (first !== undefined) lines[at] = [change(first), ...rest];
}

function ascending(one: number, other: number): number {
  return one - other;
}

function placesOf(indexes: readonly number[], sideAt: (index: number) => ComparableEntry | null | undefined): Place[] {
  return indexes.flatMap((index) => {
    const entry = sideAt(index) ?? null;
    return entry === null ? [] : [placeOf(entry)];
  });
}

export function placeOf({ number, title, path, code }: ComparableEntry): Place {
  return code === null ? { number, title, path } : { number, title, path, code };
}
