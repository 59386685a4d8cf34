import { matchEntries } from './match.ts';
import type { ComparableEntry } from './model.ts';
import { MOST_PAIRS, bigrams, likeness, profileOf } from './similarity.ts';

/** What became of the services already known in an entry of a document that comes in. */
export const DESCENT_KINDS = ['same', 'renamed', 'split', 'merged', 'new'] as const;
export type DescentKind = (typeof DESCENT_KINDS)[number];

/** Which known services an entry that comes in descends from. Numbers are indexes among the known entries. */
export interface Descent {
  /** The service whose identity it goes on with; null: a new service. */
  readonly takes: number | null;
  /** All that it came out of, the one whose identity it takes first. */
  readonly from: readonly number[];
}

export interface ProposedDescent extends Descent {
  /** Nobody needs to look: the code or the whole title is the same, and no text went elsewhere. */
  readonly certain: boolean;
  /** Known entries that it is like, the most alike first: what a person chooses among. Empty where it is certain. */
  readonly likely: readonly number[];
}

/** This much of a text must have come from, or gone to, one place for a split or a joining to be proposed. */
const SHARE = 0.5;
/** Less alike than this is not worth choosing. */
const WORTH_A_LOOK = 0.15;
const MOST_LIKELY = 5;

/**
 * Proposes for each entry that comes in which known services it descends from: by code, by title, by likeness; then what is
 * left by its text, for a text that one entry lost and another has now is a split, and a text of a service that is gone,
 * found in an entry that did not have it, is a joining. The texts of both sides have to be there.
 */
export function proposeDescents(
  known: readonly ComparableEntry[],
  incoming: readonly ComparableEntry[],
): ProposedDescent[] {
  const takes: (number | null)[] = incoming.map(() => null);
  for (const [index, entry] of matchEntries(known, incoming).entries()) if (entry !== -1) takes[entry] = index;
  const sides = { known: known.map(bodyOf), incoming: incoming.map(bodyOf) };
  const froms: number[][] = takes.map((index) => (index === null ? [] : [index]));
  for (const { from, entry } of splits(sides, takes, { known, incoming })) {
    if (takes.includes(from)) froms[entry]?.push(from);
    else {
      takes[entry] = from;
      froms[entry]?.unshift(from);
    }
  }
  for (const { from, entry } of joinings(sides, takes, { known, incoming })) froms[entry]?.push(from);
  const descents = takes.map((index, entry): Descent => ({ takes: index, from: froms[entry] ?? [] }));
  return withLikely(descents, known, incoming);
}

/**
 * What each descent is, in the order of the entries. A service that several entries came out of was split, whichever of
 * them goes on with its identity.
 */
export function descentKinds(
  descents: readonly Descent[],
  known: readonly Pick<ComparableEntry, 'title'>[],
  incoming: readonly Pick<ComparableEntry, 'title'>[],
): DescentKind[] {
  const heirs = new Map<number, number>();
  for (const { from } of descents) for (const index of from) heirs.set(index, (heirs.get(index) ?? 0) + 1);
  return descents.map(({ takes, from }, entry) => {
    if (from.length > 1) return 'merged';
    const [only] = from;
    if (only === undefined) return 'new';
    if (takes === null || (heirs.get(only) ?? 0) > 1) return 'split';
    return known[only]?.title === incoming[entry]?.title ? 'same' : 'renamed';
  });
}

type Body = ReadonlySet<string>;

interface Sides<T> {
  readonly known: readonly T[];
  readonly incoming: readonly T[];
}

interface Found {
  readonly from: number;
  readonly entry: number;
  readonly share: number;
}

/** What is done and how much of it: whom it is for and who pays is said in many entries alike. */
function bodyOf({ provisions }: ComparableEntry): Body {
  return provisions === undefined ? new Set() : bigrams(provisions.content + provisions.standard);
}

/** Entries without a service, and the service whose text they have while its own entry no longer has it. */
function splits(bodies: Sides<Body>, takes: readonly (number | null)[], entries: Sides<ComparableEntry>): Found[] {
  const heirs = new Map(takes.flatMap((index, entry) => (index === null ? [] : [[index, entry] as const])));
  const left = entries.incoming.flatMap((_, entry) => (takes[entry] === null ? [entry] : []));
  const found = pairs(left, entries.known.keys(), (entry, from) => {
    const body = bodies.incoming[entry];
    const heir = heirs.get(from);
    const lost = bodies.known[from]?.difference(bodies.incoming[heir ?? -1] ?? new Set());
    return sameForm(entries.known[from], entries.incoming[entry]) ? shareOf(body, lost) : 0;
  });
  return bestOfEach(
    found.map(([entry, from, share]) => ({ entry, from, share })),
    'entry',
  );
}

/** Services that no entry goes on with, and the entry that has their text now and did not have it before. */
function joinings(bodies: Sides<Body>, takes: readonly (number | null)[], entries: Sides<ComparableEntry>): Found[] {
  const taken = new Set(takes);
  const gone = entries.known.flatMap((_, from) => (taken.has(from) ? [] : [from]));
  const found = pairs(gone, entries.incoming.keys(), (from, entry) => {
    const before = takes[entry];
    if (before === null || before === undefined) return 0;
    const gained = bodies.incoming[entry]?.difference(bodies.known[before] ?? new Set());
    return sameForm(entries.known[from], entries.incoming[entry]) ? shareOf(bodies.known[from], gained) : 0;
  });
  return bestOfEach(
    found.map(([from, entry, share]) => ({ entry, from, share })),
    'from',
  );
}

/** How much of a text is found in another. */
function shareOf(text: Body | undefined, other: Body | undefined): number {
  if (text === undefined || other === undefined || text.size === 0) return 0;
  return text.intersection(other).size / text.size;
}

function sameForm(one: ComparableEntry | undefined, other: ComparableEntry | undefined): boolean {
  return one?.holdsItems === other?.holdsItems;
}

/** All pairs whose share is worth it; none where there would be too many to look at. */
function pairs(
  left: readonly number[],
  right: Iterable<number>,
  rate: (one: number, other: number) => number,
): [number, number, number][] {
  const others = [...right];
  if (left.length * others.length > MOST_PAIRS) return [];
  return left.flatMap((one) =>
    others
      .map((other): [number, number, number] => [one, other, rate(one, other)])
      .filter(([, , share]) => share >= SHARE),
  );
}

/** The largest share first; each `entry` (or each `from`) once. */
function bestOfEach(found: readonly Found[], key: 'entry' | 'from'): Found[] {
  const ordered = [...found].sort((a, b) => b.share - a.share || a.from - b.from || a.entry - b.entry);
  const seen = new Set<number>();
  return ordered.filter((pair) => !seen.has(pair[key]) && seen.add(pair[key]));
}

function withLikely(
  descents: readonly Descent[],
  known: readonly ComparableEntry[],
  incoming: readonly ComparableEntry[],
): ProposedDescent[] {
  const kinds = descentKinds(descents, known, incoming);
  const open = kinds.filter((kind) => kind !== 'same').length;
  const profiles = open * known.length > MOST_PAIRS ? [] : known.map(profileOf);
  return descents.map((descent, entry) => {
    const own = incoming[entry];
    if (kinds[entry] === 'same' || own === undefined) return { ...descent, certain: true, likely: [] };
    const profile = profileOf(own, entry);
    const rated = profiles
      .filter((other) => other.entry.holdsItems === own.holdsItems)
      .map((other) => ({ index: other.index, score: likeness(other, profile) }))
      .filter(({ index, score }) => score >= WORTH_A_LOOK || descent.from.includes(index))
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .map(({ index }) => index);
    const likely = [...new Set([...descent.from, ...rated])].slice(0, MOST_LIKELY);
    return { ...descent, certain: false, likely };
  });
}
