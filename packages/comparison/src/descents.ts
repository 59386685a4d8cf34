import type { Provisions } from '@dingben/outline';
import type { ComparableEntry } from './model.ts';

/** An entry beside what it became; null where nothing is known to go on with it, or to be what it was. */
export interface Pairing {
  readonly before: ComparableEntry | null;
  readonly after: ComparableEntry | null;
}

/** One entry and those that it became, or that became it, as indexes among the pairings. */
export interface Family {
  /** Its pairing: whose other side goes on with its identity, or holds nothing. */
  readonly whole: number;
  /** Pairings with one side only. */
  readonly parts: readonly number[];
}

export interface Descents {
  readonly splits: readonly Family[];
  readonly merges: readonly Family[];
}

export type TextOf = (entry: ComparableEntry) => Provisions | undefined;

/** Runs of this many characters are held against each other: two entries share many words, and few runs by chance. */
const RUN = 4;
/** So much of a part stands in the whole. */
const WITHIN = 0.8;
/** So much of a part was in what the whole lost or gained; or so much of that was in the part. */
const SHARE = 0.5;
/** Fewer runs than these prove nothing. */
const LEAST = 6;
/** A run that more wholes than this have lost or gained tells nobody from whom a text came. */
const COMMON = 24;

/**
 * What the texts prove: an entry without a forerunner whose text stood in another, which no longer has it, was split from it;
 * an entry without a successor whose text stands in another now, which did not have it, was merged into it. Whoever has no
 * other half needs two parts, or it would only be renamed. Linear in the texts.
 */
export function provenDescents(pairings: readonly Pairing[], textOf: TextOf): Descents {
  const lone = (side: keyof Pairing): boolean =>
    pairings.some((pairing) => isLeaf(pairing[side]) && pairing[otherSide(side)] === null);
  if (!lone('after') && !lone('before')) return { splits: [], merges: [] };
  const bodies = new Bodies(pairings, textOf);
  const splits = lone('after') ? familiesOf(pairings, bodies, 'before', new Set()) : [];
  const used = new Set(splits.flatMap(({ whole, parts }) => [...parts, ...(isLone(pairings[whole]) ? [whole] : [])]));
  return { splits, merges: lone('before') ? familiesOf(pairings, bodies, 'after', used) : [] };
}

type Body = ReadonlySet<string>;
type Reading = (texts: Provisions) => string[];

const NOTHING: Body = new Set();
/** What is done and how much of it; then, where that is said of each part alike, for whom. */
const DEEDS: Reading = ({ content, standard }) => [content, standard];
const WHOM: Reading = ({ targetGroup }) => [targetGroup];

class Bodies {
  readonly #pairings: readonly Pairing[];
  readonly #textOf: TextOf;
  readonly #kept = new Map<string, Body>();

  constructor(pairings: readonly Pairing[], textOf: TextOf) {
    this.#pairings = pairings;
    this.#textOf = textOf;
  }

  of(index: number, side: keyof Pairing, reading: Reading): Body {
    const entry = this.#pairings[index]?.[side] ?? null;
    if (entry?.holdsItems !== false) return NOTHING;
    const key = `${reading === DEEDS ? 'deeds' : 'whom'} ${entry.hash}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const texts = this.#textOf(entry);
    const body = texts === undefined ? NOTHING : runsOf(reading(texts));
    this.#kept.set(key, body);
    return body;
  }
}

function runsOf(texts: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (const text of texts) for (let at = 0; at + RUN <= text.length; at++) runs.add(text.slice(at, at + RUN));
  return runs;
}

/** @param side on which the wholes stand. */
function familiesOf(
  pairings: readonly Pairing[],
  bodies: Bodies,
  side: keyof Pairing,
  used: ReadonlySet<number>,
): Family[] {
  const parts = pairings.flatMap((pairing, index) =>
    pairing[side] === null && isLeaf(pairing[otherSide(side)]) && !used.has(index) ? [index] : [],
  );
  const wholes = pairings.flatMap((pairing, index) => (isLeaf(pairing[side]) && !used.has(index) ? [index] : []));
  const wholeOf = new Map<number, number>();
  for (const reading of [DEEDS, WHOM]) {
    const changed = new Map(wholes.map((index) => [index, lostBy(bodies, index, side, reading)]));
    const index = indexOf(changed);
    for (const part of parts) {
      if (wholeOf.has(part)) continue;
      const whole = bestWhole({ part, side, reading, bodies, changed, index });
      if (whole !== null) wholeOf.set(part, whole);
    }
  }
  return [...Map.groupBy(wholeOf.keys(), (part) => wholeOf.get(part) ?? -1)]
    .filter(([whole, found]) => found.length > 1 || isLeaf(pairings[whole]?.[otherSide(side)] ?? null))
    .map(([whole, found]) => ({ whole, parts: found.sort((one, other) => one - other) }));
}

/** What the whole has on its side and its other half does not. */
function lostBy(bodies: Bodies, whole: number, side: keyof Pairing, reading: Reading): Body {
  return bodies.of(whole, side, reading).difference(bodies.of(whole, otherSide(side), reading));
}

/** By run, the wholes that lost it. */
function indexOf(changed: ReadonlyMap<number, Body>): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [whole, runs] of changed)
    for (const run of runs) if (index.get(run)?.push(whole) === undefined) index.set(run, [whole]);
  return index;
}

interface Question {
  readonly part: number;
  readonly side: keyof Pairing;
  readonly reading: Reading;
  readonly bodies: Bodies;
  readonly changed: ReadonlyMap<number, Body>;
  readonly index: ReadonlyMap<string, readonly number[]>;
}

/** The whole that the part came out of, or went into; the one with most in common, then the first. */
function bestWhole({ part, side, reading, bodies, changed, index }: Question): number | null {
  const own = bodies.of(part, otherSide(side), reading);
  const deeds = bodies.of(part, otherSide(side), DEEDS);
  const shared = new Map<number, number>();
  for (const run of own) {
    const wholes = index.get(run) ?? [];
    if (wholes.length <= COMMON) for (const whole of wholes) shared.set(whole, (shared.get(whole) ?? 0) + 1);
  }
  let [best, score] = [-1, 0];
  for (const [whole, count] of shared) {
    if (count < LEAST || count < SHARE * Math.min(own.size, changed.get(whole)?.size ?? 0)) continue;
    const within = shareOf(deeds, bodies.of(whole, side, DEEDS));
    if (within < WITHIN || count * within < score || (count * within === score && whole > best)) continue;
    [best, score] = [whole, count * within];
  }
  return best === -1 ? null : best;
}

function shareOf(text: Body, other: Body): number {
  return text.size === 0 ? 0 : text.intersection(other).size / text.size;
}

function isLeaf(entry: ComparableEntry | null): boolean {
  return entry?.holdsItems === false;
}

function isLone(pairing: Pairing | undefined): boolean {
  return pairing?.before === null || pairing?.after === null;
}

function otherSide(side: keyof Pairing): keyof Pairing {
  return side === 'before' ? 'after' : 'before';
}
