import type { Rule } from '../model.ts';

/** The full stop behind a title is printed with it and is no part of it. */
export const titleStop: Rule = {
  code: 'proofreading.title-stop',
  severity: 'warning',
  reads: ['title'],
  see: ({ text }) => {
    let start = text.length;
    while (start > 0 && '。．.；;，,、：:'.includes(text.charAt(start - 1))) start--;
    return start === text.length ? [] : [{ start, end: text.length, fix: '' }];
  },
};
