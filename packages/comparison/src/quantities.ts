import type { ProvisionKey } from '@dingben/outline';
import { scanQuantities, type Mention } from '@dingben/references';
import { afterOf, beforeOf, type Segment } from '@dingben/text-diff';
import type { QuantityChange } from './model.ts';

/** Amounts that took each other's place: in one replaced stretch, as many on either side and in the same units. */
export function quantityChanges(provision: ProvisionKey, segments: readonly Segment[]): QuantityChange[] {
  const replaced = replacements(segments);
  if (replaced.length === 0) return [];
  const [before, after] = [beforeOf(segments), afterOf(segments)];
  const [olds, news] = [scanQuantities(before), scanQuantities(after)];
  return replaced.flatMap(({ old, now }) => {
    const [from, to] = [within(olds, old), within(news, now)];
    if (from.length !== to.length) return [];
    return from.flatMap((one, index) => paired(provision, one, to[index], before, after));
  });
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

function paired(
  provision: ProvisionKey,
  one: Mention,
  other: Mention | undefined,
  before: string,
  after: string,
): QuantityChange[] {
  if (other === undefined || one.data['unit'] !== other.data['unit'] || one.key === other.key) return [];
  const text = { before: before.slice(one.start, one.end), after: after.slice(other.start, other.end) };
  return [{ provision, ...text, ratio: ratioOf(one.data, other.data) }];
}

/** A range has no one number, a date no quotient, and nothing is a multiple of nought. */
function ratioOf(one: Mention['data'], other: Mention['data']): number | null {
  const [from, to] = [one['value'], other['value']];
  if (typeof from !== 'number' || typeof to !== 'number' || from === 0) return null;
  if (one['upper'] !== undefined || other['upper'] !== undefined) return null;
  return Math.round((to / from) * 10_000) / 10_000;
}
