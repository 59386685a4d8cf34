import { keysOf, type Regulation } from './regulation.ts';

/**
 * Why two regulations may be one: they share a number; they have one title and nothing tells them apart; they have one title
 * and another date or number, so one may be the other's later version; their titles are nearly the same.
 */
export type NearKind = 'number' | 'title' | 'version' | 'similar';

export interface Near {
  readonly id: string;
  readonly kind: NearKind;
}

export type Comparable = Pick<Regulation, 'id' | 'title' | 'numbers' | 'issuedOn'>;

interface Profile {
  readonly one: Comparable;
  readonly title: string;
  readonly numbers: readonly string[];
  readonly pairs: ReadonlySet<string>;
}

/** Dice's coefficient of the titles' pairs of characters, from which two titles are nearly the same. */
const ALIKE = 0.85;
/** Shorter titles differ by too much when they differ by one character. */
const SHORTEST = 8;
const NUMERALS = '0123456789一二三四五六七八九十百零〇两';

/**
 * Finds what may be the same as a regulation. Titles are looked up by their rarest pairs of characters: two sets that
 * overlap so far must share one of them (Chaudhuri et al., prefix filtering, 2006), so no title is held against all others.
 */
export class NearIndex {
  readonly #frequency = new Map<string, number>();
  readonly #byPair = new Map<string, Profile[]>();
  readonly #byTitle = new Map<string, Profile[]>();
  readonly #byNumber = new Map<string, Profile[]>();

  constructor(known: readonly Comparable[]) {
    const profiles = known.map(profileOf);
    for (const { pairs } of profiles) {
      for (const pair of pairs) this.#frequency.set(pair, (this.#frequency.get(pair) ?? 0) + 1);
    }
    for (const profile of profiles) {
      push(this.#byTitle, profile.title, profile);
      for (const number of profile.numbers) push(this.#byNumber, number, profile);
      for (const pair of this.#rarest(profile)) push(this.#byPair, pair, profile);
    }
  }

  /** Each other one once, with the strongest reason, in the order of the reasons. */
  near(one: Comparable): Near[] {
    const profile = profileOf(one);
    const found = new Map<string, NearKind>();
    const add = (other: Profile, kind: NearKind): void => {
      if (other.one.id !== one.id && !found.has(other.one.id)) found.set(other.one.id, kind);
    };
    for (const number of profile.numbers) for (const other of this.#byNumber.get(number) ?? []) add(other, 'number');
    const namesakes = this.#byTitle.get(profile.title) ?? [];
    for (const other of namesakes) if (!areApart(profile, other)) add(other, 'title');
    for (const other of namesakes) add(other, 'version');
    const candidates = new Set(this.#rarest(profile).flatMap((pair) => this.#byPair.get(pair) ?? []));
    for (const other of candidates) if (areAlike(profile, other)) add(other, 'similar');
    return [...found].map(([id, kind]) => ({ id, kind }));
  }

  /** As many of the rarest pairs as cannot all be missing from a title that is alike. */
  #rarest({ title, pairs }: Profile): string[] {
    if (title.length < SHORTEST) return [];
    const least = Math.ceil((ALIKE / (2 - ALIKE)) * pairs.size);
    const rank = (pair: string): number => this.#frequency.get(pair) ?? 0;
    return [...pairs].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, pairs.size - least + 1);
  }
}

/** Each pair once, the strongest reasons first; versions are left out: they are two. */
export function duplicatesAmong(regulations: readonly Regulation[]): { a: string; b: string; kind: NearKind }[] {
  const standing = regulations.filter(({ mergedIntoId }) => mergedIntoId === null);
  const index = new NearIndex(standing);
  const order: readonly NearKind[] = ['number', 'title', 'similar'];
  return standing
    .flatMap((one) => index.near(one).map(({ id, kind }) => ({ a: one.id, b: id, kind })))
    .filter(({ a, b, kind }) => a < b && kind !== 'version')
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function profileOf(one: Comparable): Profile {
  const { title, numbers } = keysOf(one);
  return { one, title, numbers, pairs: pairsOf(title) };
}

/** One title, but dates or numbers say that they are two. */
function areApart(one: Profile, other: Profile): boolean {
  const dates = [one.one.issuedOn, other.one.issuedOn];
  const dated = dates.every((date) => date !== null) && dates[0] !== dates[1];
  return dated || (one.numbers.length > 0 && other.numbers.length > 0);
}

function areAlike(one: Profile, other: Profile): boolean {
  // （一） and （二）, 2016年版 and 2017年版 are two papers.
  if (one.title === other.title || withoutNumerals(one.title) === withoutNumerals(other.title)) return false;
  if (one.numbers.length > 0 && other.numbers.length > 0) return false;
  const both = one.pairs.intersection(other.pairs).size;
  return (2 * both) / (one.pairs.size + other.pairs.size) >= ALIKE;
}

function withoutNumerals(title: string): string {
  return Array.from(title)
    .filter((char) => !NUMERALS.includes(char))
    .join('');
}

function pairsOf(title: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < title.length; at++) pairs.add(title.slice(at, at + 2));
  return pairs;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
