import { foldSign, type Segment } from '@dingben/text-diff';

/** Particles and joiners of a list: to put one for another, or to leave one out, changes no right. 或 and 等 are none of them. */
const FILLERS = new Set('的和与及级、。,;:');

/** Whether only width, white space and the shape of brackets, quotes and dashes differ: 格式. */
export function isFormatOnly(segments: readonly Segment[]): boolean {
  return isSameUnder(foldSign, segments);
}

/** Whether only marks, particles and 级 differ besides: 规范表述. */
export function isWordingOnly(segments: readonly Segment[]): boolean {
  return isSameUnder(foldWording, segments);
}

function foldWording(sign: string): string {
  const folded = foldSign(sign);
  return FILLERS.has(folded) ? '' : folded;
}

/** Stretch by stretch, so that most changes end it at their first sign. */
function isSameUnder(fold: Fold, segments: readonly Segment[]): boolean {
  let [old, now] = ['', ''];
  for (const { op, text } of segments) {
    if (op === 'delete') old += text;
    else if (op === 'insert') now += text;
    else if (!readsTheSame(fold, old, now)) return false;
    else [old, now] = ['', ''];
  }
  return readsTheSame(fold, old, now);
}

/** What a sign is held against another as; empty for one that does not count. */
type Fold = (sign: string) => string;

function readsTheSame(fold: Fold, old: string, now: string): boolean {
  let [from, to] = [0, 0];
  for (;;) {
    while (from < old.length && fold(old.charAt(from)) === '') from++;
    while (to < now.length && fold(now.charAt(to)) === '') to++;
    if (from === old.length || to === now.length) return from === old.length && to === now.length;
    if (fold(old.charAt(from++)) !== fold(now.charAt(to++))) return false;
  }
}
