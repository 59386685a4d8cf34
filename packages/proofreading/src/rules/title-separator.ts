import type { Rule, Seen } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

/**
 * Titles in a row stand without 、 between them; where a number in brackets stands in between, with it (GB/T 15834,
 * 标有书名号的并列成分).
 */
export const titleSeparator: Rule = {
  code: 'proofreading.title-separator',
  severity: 'info',
  reads: PROVISIONS,
  see: ({ text, citations }) => {
    const seen: Seen[] = [];
    let before: (typeof citations)[number] | undefined;
    for (const citation of citations) {
      if (before !== undefined) {
        const between = text.slice(before.end, citation.start);
        if (between === '、' && before.number === undefined && text.charAt(before.end - 1) === '》')
          seen.push({ start: before.end, end: citation.start, fix: '' });
        else if (between === '' && before.number !== undefined)
          seen.push({ start: before.end - 1, end: before.end, fix: `${text.charAt(before.end - 1)}、` });
      }
      before = citation;
    }
    return seen;
  },
};
