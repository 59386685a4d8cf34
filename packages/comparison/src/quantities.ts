import type { ProvisionKey } from '@dingben/outline';
import type { Mention } from '@dingben/references';
import type { Segment } from '@dingben/text-diff';
import type { QuantityChange } from './model.ts';
import type { Side } from './side.ts';

/** Two amounts of which one took the other's place. */
export interface QuantityPair {
  readonly before: Mention;
  readonly after: Mention;
}

/** Amounts of a provision that took each other's place: in one replaced stretch, as many on either side and in the same units. */
export function quantityPairs(
  key: ProvisionKey,
  segments: readonly Segment[],
  before: Side,
  after: Side,
): QuantityPair[] {
  const stretches = replacements(segments);
  if (stretches.length === 0) return [];
  const pairs = pairsWithin(stretches, before.mentions('quantity', key), after.mentions('quantity', key));
  return pairs.filter((pair) => pair.before.key !== pair.after.key);
}

/** As `quantityPairs`, of amounts that the caller has read, equal ones too. */
export function replacedPairs<Q extends QuantityAt>(
  segments: readonly Segment[],
  olds: readonly Q[],
  news: readonly Q[],
): { before: Q; after: Q }[] {
  return pairsWithin(replacements(segments), olds, news);
}

function pairsWithin<Q extends QuantityAt>(
  stretches: readonly Replacement[],
  olds: readonly Q[],
  news: readonly Q[],
): { before: Q; after: Q }[] {
  return stretches.flatMap(({ old, now }) => {
    const [from, to] = [within(olds, old), within(news, now)];
    if (from.length !== to.length) return [];
    return from.flatMap((before, index) => {
      const after = to[index];
      return after === undefined || before.data['unit'] !== after.data['unit'] ? [] : [{ before, after }];
    });
  });
}

/** Where an amount stands and what it says, as `packages/references` has it. */
export type QuantityAt = Pick<Mention, 'start' | 'end' | 'data'>;

/** The pairs of a provision as the exchange form has them. */
export function quantityChanges(
  provision: ProvisionKey,
  pairs: readonly QuantityPair[],
  old: Side,
  now: Side,
): QuantityChange[] {
  return pairs.map(({ before, after }) => ({
    provision,
    before: old.texts[provision].slice(before.start, before.end),
    after: now.texts[provision].slice(after.start, after.end),
    ratio: ratioOf(before.data, after.data),
  }));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Replacement {
  readonly old: Range;
  readonly now: Range;
}

/** Where the old and the new text hold something in the same place. */
function replacements(segments: readonly Segment[]): Replacement[] {
  const found: Replacement[] = [];
  let [old, now] = [0, 0];
  for (const [index, { op, text }] of segments.entries()) {
    const next = segments[index + 1];
    if (op === 'delete' && next?.op === 'insert') {
      found.push({ old: { start: old, end: old + text.length }, now: { start: now, end: now + next.text.length } });
    }
    if (op !== 'insert') old += text.length;
    if (op !== 'delete') now += text.length;
  }
  return found;
}

function within<Q extends QuantityAt>(mentions: readonly Q[], range: Range): Q[] {
  return mentions.filter((mention) => mention.start < range.end && mention.end > range.start);
}

/** A range has no one number, a date no quotient, nothing is a multiple of nought, and 每月100元 is no part of 每年1000元. */
export function ratioOf(one: Mention['data'], other: Mention['data']): number | null {
  const [from, to] = [one['value'], other['value']];
  if (typeof from !== 'number' || typeof to !== 'number' || from === 0) return null;
  if (one['upper'] !== undefined || other['upper'] !== undefined) return null;
  if (one['perPeriod'] !== other['perPeriod'] || one['perWhom'] !== other['perWhom']) return null;
  return Math.round((to / from) * 10_000) / 10_000;
}
