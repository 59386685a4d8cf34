import { fundingSentences, purses } from '../funding.ts';
import type { Rule, Seen } from '../model.ts';
import { once } from '../once.ts';
import { variants } from '../variants.ts';

const code = 'proofreading.funding-variant';
const sentencesIn = once(({ text }) => fundingSentences(text));
const pursesIn = once(({ text }) => purses(text));

/**
 * Of sentences about funding that say the same, the wording that most of the edition does not have; and a purse that is named
 * otherwise than elsewhere: 区财政 for 区级财政.
 */
export const fundingVariant: Rule = {
  code,
  severity: 'warning',
  reads: ['funding'],
  note: (passage) => [...sentencesIn(passage), ...pursesIn(passage)],
  see: (passage, context) => {
    const sentences = variants(code, sentencesIn(passage), context);
    const names = variants(code, pursesIn(passage), context);
    // The repair of a sentence names its purses too.
    return [...sentences, ...names.filter(({ start }) => !sentences.some((sentence) => isWithin(start, sentence)))];
  },
};

function isWithin(at: number, { start, end }: Seen): boolean {
  return start <= at && at < end;
}
