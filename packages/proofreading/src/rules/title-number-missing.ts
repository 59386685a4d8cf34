import type { Rule, Seen } from '../model.ts';
import { PROVISIONS } from '../reads.ts';
import { preferredForm } from '../variants.ts';

const code = 'proofreading.title-number-missing';

/**
 * A title without the number that it has elsewhere in the edition. Behind a full citation in the same provision the title
 * alone will do. The repair is certain where the edition knows one number.
 */
export const titleNumberMissing: Rule = {
  code,
  severity: 'warning',
  reads: PROVISIONS,
  note: ({ citations }) =>
    citations.flatMap(({ number, titleKey, start, end }) =>
      number === undefined ? [] : [{ key: titleKey, form: number, start, end }],
    ),
  see: ({ text, citations }, { notes }) => {
    const full = new Set<string>();
    return citations.flatMap(({ titleKey, number, titleEnd, start, end }): Seen[] => {
      if (number !== undefined) full.add(titleKey);
      if (number !== undefined || full.has(titleKey) || hasRemark(text, titleEnd)) return [];
      const known = notes.of(code, titleKey);
      const [first] = known;
      if (first === undefined) return [];
      const params = { other: first.form, at: first.entry ?? '' };
      const certain = preferredForm(known) === null;
      // Behind a number in brackets the next title wants a 、.
      const joint = text.charAt(end) === '《' ? '、' : '';
      const fix = `${text.slice(start, end)}（${first.form}）${joint}`;
      return [{ start, end, params, ...(certain && { fix }) }];
    });
  },
};

/** Something in brackets that was meant as the number, perhaps: another rule says what is wrong with it. */
function hasRemark(text: string, at: number): boolean {
  return at < text.length && '（('.includes(text.charAt(at));
}
