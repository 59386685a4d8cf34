import { provenDescents } from './descents.ts';
import type { ComparableEntry } from './model.ts';
import { similarPairs } from './similarity.ts';

/** For each entry of the old outline the index of the same entry in the new one, or -1. */
export type Matching = Int32Array;

/**
 * Who is who. Entries with a lasting code are the same when their codes are; those of a text that was only read are matched
 * by number and title, then by title, then by likeness, always with the same result for the same texts. A service with items
 * is never matched with one that has provisions, and what its text proves to be a part of another is matched with nobody.
 */
export function matchEntries(before: readonly ComparableEntry[], after: readonly ComparableEntry[]): Matching {
  const matching = new Int32Array(before.length).fill(-1);
  const taken = new Set<number>();
  const pair = (from: number, to: number): void => {
    matching[from] = to;
    taken.add(to);
  };
  // Most entries of two editions stand side by side.
  for (const [index, entry] of before.entries()) {
    const other = after[index];
    if (entry.code !== null && entry.code === other?.code && entry.holdsItems === other.holdsItems) pair(index, index);
  }
  if (taken.size === before.length && taken.size === after.length) return matching;
  const open = (): [number[], number[]] => [
    before.flatMap((_, index) => (matching[index] === -1 ? [index] : [])),
    after.flatMap((_, index) => (taken.has(index) ? [] : [index])),
  ];
  pairByKey(before, after, open(), (entry) => entry.code, pair);
  // A code on both sides that found no partner is another entry, however alike: the code is the identity.
  const coded = before.some((entry) => entry.code !== null) && after.some((entry) => entry.code !== null);
  const readOnly = ([from, to]: [number[], number[]]): [number[], number[]] =>
    coded ? [from.filter((at) => before[at]?.code === null), to.filter((at) => after[at]?.code === null)] : [from, to];
  pairByKey(before, after, readOnly(open()), (entry) => `${entry.number}\n${entry.title}`, pair);
  pairByKey(before, after, readOnly(open()), (entry) => entry.title, pair);
  const [from, to] = readOnly(open());
  if (from.length === 0 || to.length === 0) return matching;
  const parts = partsOf(before, after, matching, to);
  const whole = (entry: ComparableEntry | undefined): boolean => entry === undefined || !parts.has(entry);
  const [olds, news] = [from.filter((at) => whole(before[at])), to.filter((at) => whole(after[at]))];
  for (const [left, right] of similarPairs(before, after, olds, news)) pair(left, right);
  return matching;
}

/** What became several or one of several has many likenesses, of which each would be a chance. */
function partsOf(
  before: readonly ComparableEntry[],
  after: readonly ComparableEntry[],
  matching: Matching,
  open: readonly number[],
): Set<ComparableEntry> {
  const known = before.map((entry, index) => ({ before: entry, after: after[matching[index] ?? -1] ?? null }));
  const pairings = [...known, ...open.map((index) => ({ before: null, after: after[index] ?? null }))];
  const changed = pairings.filter((pairing) => pairing.before?.hash !== pairing.after?.hash);
  const { splits, merges } = provenDescents(changed, ({ provisions }) => provisions);
  const found = new Set<ComparableEntry>();
  for (const { whole, parts } of [...splits, ...merges]) {
    for (const index of [whole, ...parts]) {
      const { before: old, after: now } = changed[index] ?? { before: null, after: null };
      for (const entry of [old, now]) if (entry !== null) found.add(entry);
    }
  }
  return found;
}

/** Pairs entries with equal keys, in document order where several have the same. */
function pairByKey(
  before: readonly ComparableEntry[],
  after: readonly ComparableEntry[],
  [from, to]: readonly [number[], number[]],
  keyOf: (entry: ComparableEntry) => string | null,
  pair: (from: number, to: number) => void,
): void {
  const waiting = new Map<string, number[]>();
  for (const index of to) {
    const key = kindedKey(after[index], keyOf);
    if (key === null) continue;
    const queue = waiting.get(key);
    if (queue === undefined) waiting.set(key, [index]);
    else queue.push(index);
  }
  for (const index of from) {
    const key = kindedKey(before[index], keyOf);
    const partner = key === null ? undefined : waiting.get(key)?.shift();
    if (partner !== undefined) pair(index, partner);
  }
}

function kindedKey(
  entry: ComparableEntry | undefined,
  keyOf: (entry: ComparableEntry) => string | null,
): string | null {
  const key = entry === undefined ? null : keyOf(entry);
  return key === null ? null : `${entry?.holdsItems === true ? 'items' : 'leaf'}\n${key}`;
}
