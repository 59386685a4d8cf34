import type { Segment } from '@dingben/text-diff';

/** Signs that differ in shape and not in meaning. Full-width forms of ASCII are folded by their code. */
const SAME_SIGN = new Map([
  ...pairs('〔﹝【', '['),
  ...pairs('〕﹞】', ']'),
  ...pairs('〈《', '<'),
  ...pairs('〉》', '>'),
  ...pairs('—–‒―', '-'),
  ...pairs('“”„', '"'),
  ...pairs('‘’', "'"),
  ...pairs('∶﹕', ':'),
  ...pairs('•‧', '·'),
  ...pairs('〜', '~'),
]);

/** Particles and joiners of a list: to put one for another, or to leave one out, changes no right. 或 and 等 are none of them. */
const FILLERS = new Set('的和与及级、。,;:');

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (sign) => [sign, to]);
}

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

function foldFormat(text: string): string {
  let folded = '';
  for (const sign of text) {
    const code = sign.charCodeAt(0);
    if (code <= 0x20 || code === 0x3000 || code === 0xa0) continue;
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
    folded += SAME_SIGN.get(narrow) ?? narrow;
  }
  return folded;
}

function foldWording(text: string): string {
  return Array.from(foldFormat(text), (sign) => (FILLERS.has(sign) ? '' : sign)).join('');
}
