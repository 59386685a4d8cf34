import type { CitedTitle, Context, Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';
import { opposite, preferredForm } from '../variants.ts';

const code = 'proofreading.number-titles';

/**
 * One number with two titles: one of the citations has the wrong number, or the wrong title. A notice and what it puts into
 * force are one (`title-variant`). Where most citations agree only the others are found.
 */
export const numberTitles: Rule = {
  code,
  severity: 'error',
  reads: PROVISIONS,
  note: ({ citations }) =>
    citations.flatMap(({ numberKey, titleKey, start, end }) =>
      numberKey === undefined ? [] : [{ key: numberKey, form: titleKey, start, end }],
    ),
  see: ({ citations }, context) => citations.flatMap((citation) => conflict(citation, context)),
};

function conflict({ numberKey, number, titleKey, start, end }: CitedTitle, { notes }: Context) {
  if (numberKey === undefined || number === undefined) return [];
  const other = opposite(preferredForm(notes.of(code, numberKey)), titleKey);
  return other === null ? [] : [{ start, end, params: { number, other: other.form, at: other.entry ?? '' } }];
}
