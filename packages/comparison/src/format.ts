import { foldFormat, type Segment } from '@dingben/text-diff';

/** Particles and joiners of a list: to put one for another, or to leave one out, changes no right. 或 and 等 are none of them. */
const FILLERS = new Set('的和与及级、。,;:');

/** Whether only width, white space and the shape of brackets, quotes and dashes differ: 格式. */
export function isFormatOnly(segments: readonly Segment[]): boolean {
  return isSameUnder(foldFormat, segments);
}

/** Whether only marks, particles and 级 differ besides: 规范表述. */
export function isWordingOnly(segments: readonly Segment[]): boolean {
  return isSameUnder(foldWording, segments);
}

/** Only what changed is folded: equal stretches are as long as the provision. */
function isSameUnder(fold: (text: string) => string, segments: readonly Segment[]): boolean {
  const side = (op: Segment['op']): string =>
    segments.map((segment) => (segment.op === op ? fold(segment.text) : segment.op === 'equal' ? '\n' : '')).join('');
  return side('delete') === side('insert');
}

function foldWording(text: string): string {
  return Array.from(foldFormat(text), (sign) => (FILLERS.has(sign) ? '' : sign)).join('');
}
