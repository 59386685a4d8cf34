import type { Segment } from './segment.ts';

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

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (sign) => [sign, to]);
}

/** A text without what is only form: width, white space, the shape of brackets, quotes and dashes. */
export function foldFormat(text: string): string {
  let folded = '';
  for (const sign of text) folded += foldSign(sign);
  return folded;
}

/** As `foldFormat`, of one sign or half of one; empty for white space. */
export function foldSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code <= 0x20 || code === 0x3000 || code === 0xa0) return '';
  const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : sign;
  return SAME_SIGN.get(narrow) ?? narrow;
}

/**
 * The difference without the changes that are only form: each reads as equal text, as `side` has it. Joined, the texts of that side
 * stay exactly what they were; those of the other side do not.
 */
export function withoutFormat(segments: readonly Segment[], side: 'before' | 'after' = 'after'): Segment[] {
  const kept: Segment[] = [];
  const push = (op: Segment['op'], text: string): void => {
    const last = kept.at(-1);
    if (text === '') return;
    if (last?.op === op) kept[kept.length - 1] = { op, text: last.text + text };
    else kept.push({ op, text });
  };
  for (const { old, now, equal } of hunksOf(segments)) {
    push('equal', equal);
    if (foldFormat(old) === foldFormat(now)) push('equal', side === 'before' ? old : now);
    else {
      push('delete', old);
      push('insert', now);
    }
  }
  return kept;
}

/** How many changes of a difference are only form. */
export function formatChanges(segments: readonly Segment[]): number {
  return hunksOf(segments).filter(({ old, now }) => old !== now && foldFormat(old) === foldFormat(now)).length;
}

/** Each stretch of equal text with the change that follows it; either may be empty. */
function hunksOf(segments: readonly Segment[]): { equal: string; old: string; now: string }[] {
  const hunks = [{ equal: '', old: '', now: '' }];
  for (const { op, text } of segments) {
    const last = hunks.at(-1);
    if (op === 'equal' || last === undefined) hunks.push({ equal: text, old: '', now: '' });
    else if (op === 'delete') last.old += text;
    else last.now += text;
  }
  return hunks;
}
