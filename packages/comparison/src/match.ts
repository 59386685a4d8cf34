import type { ComparableEntry } from './model.ts';
import { similarPairs } from './similarity.ts';

/** For each entry of the old outline the index of the same entry in the new one, or -1. */
export type Matching = Int32Array;

/**
 * Who is who. Entries with a lasting code are the same when their codes are; those of a text that was only read are matched
 * by number and title, then by title, then by likeness, always with the same result for the same texts. A service with items
 * is never matched with one that has provisions.
 */
export function matchEntries(before: readonly ComparableEntry[], after: readonly ComparableEntry[]): Matching {
  const matching = new Int32Array(before.length).fill(-1);
  const taken = new Set<number>();
  const pair = (from: number, to: number): void => {
    matching[from] = to;
    taken.add(to);
  };
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
  for (const [left, right] of similarPairs(before, after, from, to)) pair(left, right);
  return matching;
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
