import { BLANKS, isChinese, isChineseMark, isDigit, isHan } from '../characters.ts';
import type { Rule, Seen } from '../model.ts';
import { EVERYWHERE } from '../reads.ts';

/**
 * A blank that a Chinese text does not have: at an edge, by a punctuation mark, between 汉字 or between a digit and 汉字.
 * Between 汉字 within 《》 it may part joint issuers or the parts of a standard; by a Latin letter it is a matter of taste.
 * Blanks within a 文号 are the number's. Between two digits one of them may have been lost: no certain repair.
 */
export const strayBlank: Rule = {
  code: 'proofreading.stray-blank',
  severity: 'warning',
  reads: EVERYWHERE,
  see: (passage) => {
    const { text, numbers, brackets } = passage;
    const seen: Seen[] = [];
    const inNumber = within(numbers.map(({ start, end }) => ({ open: start, close: end })));
    const inTitle = within(brackets.titles);
    for (const { index: start, 0: run } of text.matchAll(BLANKS)) {
      const end = start + run.length;
      const repair = inNumber(start) ? null : repairOf(text, start, end, inTitle(start));
      if (repair !== null) seen.push({ start, end, ...(repair === 'drop' && { fix: '' }) });
    }
    return seen;
  },
};

/** Whether rising places lie within one of these ranges, which follow each other: each range is looked at once. */
function within(ranges: readonly { open: number; close: number }[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while ((ranges[next]?.close ?? at) < at) next++;
    return (ranges[next]?.open ?? at) < at;
  };
}

function repairOf(text: string, start: number, end: number, inTitle: boolean): 'drop' | 'ask' | null {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if ([before, after].some((char) => char === '' || char === '\n' || isChineseMark(char))) return 'drop';
  if (isDigit(before) && isDigit(after)) return 'ask';
  if (isHan(before) && isHan(after)) return inTitle ? null : 'drop';
  const mixed = isChinese(before) ? isDigit(after) : isDigit(before) && isChinese(after);
  return mixed ? 'drop' : null;
}
