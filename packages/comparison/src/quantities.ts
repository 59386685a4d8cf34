import type { ProvisionKey } from '@dingben/outline';
import { scanQuantities, type Mention } from '@dingben/references';
import { afterOf, beforeOf, type Segment } from '@dingben/text-diff';
import type { QuantityChange } from './model.ts';

/** Two amounts of which one took the other's place. */
export interface QuantityPair {
  readonly before: Mention;
  readonly after: Mention;
}

/** Amounts that took each other's place: in one replaced stretch, as many on either side and in the same units. */
export function quantityPairs(segments: readonly Segment[]): QuantityPair[] {
  const replaced = replacements(segments);
  if (replaced.length === 0) return [];
  const [olds, news] = [scanQuantities(beforeOf(segments)), scanQuantities(afterOf(segments))];
  return replaced.flatMap(({ old, now }) => {
    const [from, to] = [within(olds, old), within(news, now)];
    if (from.length !== to.length) return [];
    return from.flatMap((before, index) => paired(before, to[index]));
  });
}

/** The pairs of a provision as the exchange form has them. */
export function quantityChanges(
  provision: ProvisionKey,
  segments: readonly Segment[],
  pairs: readonly QuantityPair[],
): QuantityChange[] {
  if (pairs.length === 0) return [];
  const [old, now] = [beforeOf(segments), afterOf(segments)];
  return pairs.map(({ before, after }) => ({
    provision,
    before: old.slice(before.start, before.end),
    after: now.slice(after.start, after.end),
    ratio: ratioOf(before.data, after.data),
  }));
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the old and the new text hold something in the same place. */
function replacements(segments: readonly Segment[]): { old: Range; now: Range }[] {
  const found: { old: Range; now: Range }[] = [];
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

function within(mentions: readonly Mention[], range: Range): Mention[] {
  return mentions.filter((mention) => mention.start < range.end && mention.end > range.start);
}

function paired(before: Mention, after: Mention | undefined): QuantityPair[] {
  if (after === undefined || before.data['unit'] !== after.data['unit'] || before.key === after.key) return [];
  return [{ before, after }];
}

/** A range has no one number, a date no quotient, nothing is a multiple of nought, and 每月100元 is no part of 每年1000元. */
export function ratioOf(one: Mention['data'], other: Mention['data']): number | null {
  const [from, to] = [one['value'], other['value']];
  if (typeof from !== 'number' || typeof to !== 'number' || from === 0) return null;
  if (one['upper'] !== undefined || other['upper'] !== undefined) return null;
  if (one['perPeriod'] !== other['perPeriod'] || one['perWhom'] !== other['perWhom']) return null;
  return Math.round((to / from) * 10_000) / 10_000;
}
