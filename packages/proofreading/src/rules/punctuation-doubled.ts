import type { Rule } from '../model.ts';
import { EVERYWHERE } from '../reads.ts';

const RUN = /[，。、；：！？,;]{2,}/g;

/** `。。` or `，。`: one mark too many. Two of a kind can only be one; of two different ones a person knows which. */
export const punctuationDoubled: Rule = {
  code: 'proofreading.punctuation-doubled',
  severity: 'warning',
  reads: EVERYWHERE,
  see: ({ text }) =>
    Array.from(text.matchAll(RUN), ({ index: start, 0: run }) => {
      const alike = Array.from(run).every((char) => char === run.charAt(0));
      return { start, end: start + run.length, ...(alike && { fix: run.charAt(0) }) };
    }),
};
