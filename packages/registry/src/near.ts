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
  readonly loose: Loose;
}

/** A title without what is written now this way, now that: who issued it apart from what it is called. */
interface Loose {
  readonly issuer: string;
  readonly name: string;
}

/** Signs and small words that come and go between two copies of one title. */
const IGNORED = '、，,。.；;：:“”"《》〈〉（）()〔〕—-·•的和与及之';
const DIGITS = '〇一二三四五六七八九';

/**
 * Finds what may be the same as a regulation. Titles are nearly the same where they differ in signs, small words, the way
 * numerals are written, or in that one of them names who issued it. Likeness by characters in common was tried on real titles and is
 * useless: 水生野生动物保护实施条例 and 陆生野生动物保护实施条例 are two.
 */
export class NearIndex {
  readonly #byLoose = new Map<string, Profile[]>();
  readonly #byTitle = new Map<string, Profile[]>();
  readonly #byNumber = new Map<string, Profile[]>();

  constructor(known: readonly Comparable[]) {
    for (const profile of known.map(profileOf)) {
      push(this.#byTitle, profile.title, profile);
      push(this.#byLoose, profile.loose.name, profile);
      for (const number of profile.numbers) push(this.#byNumber, number, profile);
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
    for (const other of this.#byLoose.get(profile.loose.name) ?? [])
      if (areAlike(profile, other)) add(other, 'similar');
    return [...found].map(([id, kind]) => ({ id, kind }));
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
  return { one, title, numbers, loose: looseOf(title) };
}

/** One title, but dates or numbers say that they are two. */
function areApart(one: Profile, other: Profile): boolean {
  const dates = [one.one.issuedOn, other.one.issuedOn];
  const dated = dates.every((date) => date !== null) && dates[0] !== dates[1];
  return dated || (one.numbers.length > 0 && other.numbers.length > 0);
}

/** 国务院关于… and 市政府关于… are two; 国务院关于… and 关于… may be one. */
function areAlike(one: Profile, other: Profile): boolean {
  const [first, second] = [one.loose.issuer, other.loose.issuer];
  return (first === second || first === '' || second === '') && !areApart(one, other);
}

function looseOf(title: string): Loose {
  const about = title.indexOf('关于');
  return { issuer: loosened(title.slice(0, Math.max(about, 0))), name: loosened(title.slice(Math.max(about, 0))) };
}

function loosened(text: string): string {
  let key = '';
  for (const char of text) {
    const digit = '0123456789'.indexOf(char);
    if (!IGNORED.includes(char)) key += digit < 0 ? char : DIGITS.charAt(digit);
  }
  return key;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
