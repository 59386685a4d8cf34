import type { Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

/** Within 《》 a title is marked by 〈〉, not by < > or a second 《》 (GB/T 15834, 书名号). */
export const titleBrackets: Rule = {
  code: 'proofreading.title-brackets',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ text, brackets }) =>
    brackets.pairs.flatMap(({ open, close, titles }) => {
      const mark = text.charAt(open) + text.charAt(close);
      const isTitle = mark === '《》' || mark.includes('<') || mark.includes('>');
      // The third level is 《》 again.
      if (!isTitle || titles % 2 === 0) return [];
      return [{ start: open, end: close + 1, fix: `〈${text.slice(open + 1, close)}〉` }];
    }),
};
