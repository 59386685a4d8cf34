import { isBlank } from '../characters.ts';
import type { Rule } from '../model.ts';
import { EVERYWHERE } from '../reads.ts';

/** A provision, or a title, that says nothing: empty, blanks only, or a lone full stop. */
export const provisionEmpty: Rule = {
  code: 'proofreading.provision-empty',
  severity: 'error',
  reads: EVERYWHERE,
  see: ({ text }) => {
    for (const char of text) if (!isBlank(char) && char !== '\n' && char !== '。') return [];
    return [{ start: 0, end: text.length }];
  },
};
