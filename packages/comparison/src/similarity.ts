import type { ComparableEntry } from './model.ts';

/** Less alike than this is another entry. */
const ALIKE = 0.5;
/** Above this many candidate pairs only entries of the same section are held against each other. */
export const MOST_PAIRS = 250_000;

/** Pairs of what is left on both sides, the most alike first, each entry once. */
export function similarPairs(
  before: readonly ComparableEntry[],
  after: readonly ComparableEntry[],
  from: readonly number[],
  to: readonly number[],
): [number, number][] {
  const profiles = (entries: readonly ComparableEntry[], indexes: readonly number[]): Profile[] =>
    indexes.flatMap((index) => (entries[index] === undefined ? [] : [profileOf(entries[index], index)]));
  const [left, right] = [profiles(before, from), profiles(after, to)];
  const everywhere = left.length * right.length <= MOST_PAIRS;
  const rated = left.flatMap((one) =>
    right
      .filter(
        (other) =>
          one.entry.holdsItems === other.entry.holdsItems && (everywhere || one.entry.section === other.entry.section),
      )
      .map((other) => ({ one: one.index, other: other.index, score: likeness(one, other) }))
      .filter(({ score }) => score >= ALIKE),
  );
  rated.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  return rated.flatMap(({ one, other }): [number, number][] => {
    if (usedLeft.has(one) || usedRight.has(other)) return [];
    usedLeft.add(one);
    usedRight.add(other);
    return [[one, other]];
  });
}

/** An entry as it is held against others: the pairs of characters of its title and of whom it serves with what. */
export interface Profile {
  readonly index: number;
  readonly entry: ComparableEntry;
  readonly title: ReadonlySet<string>;
  readonly texts: ReadonlySet<string> | null;
}

export function profileOf(entry: ComparableEntry, index: number): Profile {
  const { provisions } = entry;
  const texts = provisions === undefined ? null : bigrams(provisions.targetGroup + provisions.content);
  return { index, entry, title: bigrams(entry.title), texts };
}

/** What the entry is called counts as much as whom it serves with what; its amounts and bases change every year. */
export function likeness(one: Profile, other: Profile): number {
  const title = overlap(one.title, other.title);
  return one.texts === null || other.texts === null ? title : (title + overlap(one.texts, other.texts)) / 2;
}

/** Dice's coefficient. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = one.intersection(other).size;
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size);
}

/** Every two characters that stand side by side in a text. */
export function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
