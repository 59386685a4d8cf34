import { diffText, type Segment } from '@dingben/text-diff';
import { replacedPairs, type QuantityAt } from './quantities.ts';

/** Words on either side that say what an amount is of, in UTF-16 units. */
const BEFORE = 16;
const AFTER = 8;
const BOUNDARIES = '。；;\n';
const MARKS = '，、：,:（(）)';
/** Below this, two contexts have no more in common than any two clauses of one provision. */
const ALIKE = 0.5;
const SAME_VALUE = 0.25;

/**
 * Which amount of the one text is which of the other: those in what both texts have, those that took each other's place, and what
 * is left by the words around it. For each old one the index of the new one, or -1.
 */
export function matchQuantities(
  before: string,
  after: string,
  olds: readonly QuantityAt[],
  news: readonly QuantityAt[],
): number[] {
  const found = olds.map(() => -1);
  if (olds.length === 0 || news.length === 0) return found;
  if (before === after && olds.length === news.length) return olds.map((_, index) => index);
  const free = new Set(news.keys());
  const pair = (old: number, now: number): void => {
    if (found[old] !== -1 || !free.delete(now)) return;
    found[old] = now;
  };
  const segments = diffText(before, after);
  const starts = new Map(news.map(({ start }, index) => [start, index]));
  for (const [index, old] of olds.entries()) {
    const start = kept(segments, old);
    const now = start === null ? undefined : starts.get(start);
    if (now !== undefined && news[now]?.data['unit'] === old.data['unit']) pair(index, now);
  }
  for (const one of replacedPairs(segments, olds, news)) pair(olds.indexOf(one.before), news.indexOf(one.after));
  const left = found.flatMap((now, index) => (now === -1 ? [index] : []));
  for (const [old, now] of byContext({ text: before, all: olds, left }, { text: after, all: news, left: [...free] })) {
    pair(old, now);
  }
  return found;
}

/** Where an old amount stands in the new text, if the stretch around it is in both. */
function kept(segments: readonly Segment[], { start, end }: QuantityAt): number | null {
  let [old, now] = [0, 0];
  for (const { op, text } of segments) {
    if (op === 'equal' && start >= old && end <= old + text.length) return now + start - old;
    if (op !== 'insert') old += text.length;
    if (op !== 'delete') now += text.length;
    if (old > start) return null;
  }
  return null;
}

interface Left {
  readonly text: string;
  readonly all: readonly QuantityAt[];
  readonly left: readonly number[];
}

/** The most alike first. As many as a provision has amounts, so that all with all is affordable. */
function byContext(old: Left, now: Left): [number, number][] {
  const contexts = (side: Left): { index: number; at: QuantityAt; words: Set<string> }[] =>
    side.left.flatMap((index) => {
      const at = side.all[index];
      return at === undefined ? [] : [{ index, at, words: bigrams(contextOf(side.text, at)) }];
    });
  const news = contexts(now);
  return contexts(old)
    .flatMap((one) =>
      news
        .filter(({ at }) => at.data['unit'] === one.at.data['unit'])
        .map((other) => ({
          pair: [one.index, other.index] as [number, number],
          score: likeness(one.words, other.words) + (one.at.data['value'] === other.at.data['value'] ? SAME_VALUE : 0),
        })),
    )
    .filter(({ score }) => score >= ALIKE)
    .sort((one, other) => other.score - one.score)
    .map(({ pair }) => pair);
}

/** The words around an amount, within its sentence. */
function contextOf(text: string, { start, end }: QuantityAt): string {
  const { before, after } = contextParts(text, { start, end });
  return before + after;
}

/** What stands before an amount and behind it, within its sentence and as far as it says what the amount is of. */
export function contextParts(
  text: string,
  { start, end }: Pick<QuantityAt, 'start' | 'end'>,
): {
  before: string;
  after: string;
} {
  let [from, to] = [start, end];
  while (from > 0 && start - from < BEFORE && !BOUNDARIES.includes(text.charAt(from - 1))) from--;
  while (to < text.length && to - end < AFTER && !BOUNDARIES.includes(text.charAt(to))) to++;
  // Never half of a character.
  if (isLow(text, from)) from++;
  if (isLow(text, to)) to--;
  return { before: text.slice(from, start), after: text.slice(end, to) };
}

/** As `contextParts`, but of whole clauses where there are any: for people. */
export function shownContext(text: string, at: Pick<QuantityAt, 'start' | 'end'>): { before: string; after: string } {
  const { before, after } = contextParts(text, at);
  const isCut =
    before.length > 0 && at.start > before.length && !BOUNDARIES.includes(text.charAt(at.start - before.length - 1));
  const mark = isCut ? indexOfAny(before, MARKS) : -1;
  const first = mark >= 0 && mark < before.length - 1 ? mark + 1 : 0;
  const last = indexOfAny(after, MARKS);
  const clause = before.slice(first);
  return {
    before: MARKS.includes(clause.charAt(0) || ' ') ? clause.slice(1) : clause,
    after: last >= 0 ? after.slice(0, last) : after,
  };
}

function indexOfAny(text: string, marks: string): number {
  return Array.from({ length: text.length }, (_, at) => at).find((at) => marks.includes(text.charAt(at))) ?? -1;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function bigrams(text: string): Set<string> {
  const signs = Array.from(text).filter((sign) => !/[\d\s，,、（）()]/.test(sign));
  return new Set(signs.slice(1).map((sign, index) => (signs[index] ?? '') + sign));
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size);
}
