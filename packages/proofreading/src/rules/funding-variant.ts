import { fundingMeanings, loosePurses } from '../funding.ts';
import type { Note, Passage, Rule } from '../model.ts';
import { variants } from '../variants.ts';

const code = 'proofreading.funding-variant';

/**
 * Of sentences about funding that say the same, the wording that most of the edition does not have; and a purse that is named
 * otherwise than elsewhere: 区财政 for 区级财政.
 */
export const fundingVariant: Rule = {
  code,
  severity: 'warning',
  reads: ['funding'],
  note,
  see: (passage, context) => variants(code, note(passage), context),
};

function note({ text }: Passage): Note[] {
  return [...fundingMeanings(text), ...loosePurses(text)];
}
