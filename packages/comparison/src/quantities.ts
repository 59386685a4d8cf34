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
  if (replacements(segments).length === 0) return [];
  const { skipped, near } = nearby(segments);
  const amounts = (text: string): Mention[] =>
    scanQuantities(text).map((one) => ({ ...one, start: one.start + skipped, end: one.end + skipped }));
  const pairs = replacedPairs(segments, amounts(beforeOf(near)), amounts(afterOf(near)));
  return pairs.filter(({ before, after }) => before.key !== after.key);
}

/** The sentences that differ and how many characters stand before them: what an amount means is said in its sentence. */
function nearby(segments: readonly Segment[]): { readonly skipped: number; readonly near: readonly Segment[] } {
  const near = [...segments];
  const [first, last] = [near[0], near.at(-1)];
  const skipped = first?.op === 'equal' ? first.text.lastIndexOf('。') + 1 : 0;
  if (first !== undefined) near[0] = { ...first, text: first.text.slice(skipped) };
  const stop = last?.op === 'equal' && near.length > 1 ? last.text.indexOf('。') : -1;
  if (last !== undefined && stop >= 0) near[near.length - 1] = { ...last, text: last.text.slice(0, stop + 1) };
  // A sentence that was cut off inside brackets would be read otherwise than in its text.
  return [beforeOf(near), afterOf(near)].every(isClosed) ? { skipped, near } : { skipped: 0, near: segments };
}

function isClosed(text: string): boolean {
  let depth = 0;
  for (const bracket of text.match(/[（）()《》]/g) ?? []) {
    depth += '（(《'.includes(bracket) ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** As `quantityPairs`, of amounts that the caller has read, equal ones too. */
export function replacedPairs<Q extends QuantityAt>(
  segments: readonly Segment[],
  olds: readonly Q[],
  news: readonly Q[],
): { before: Q; after: Q }[] {
  return replacements(segments).flatMap(({ old, now }) => {
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
