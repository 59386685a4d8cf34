import type { Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';
import { preferredForm } from '../variants.ts';

const code = 'proofreading.title-variant';

/** One regulation cited now by its own title, now by that of the notice that issued it: 《X》 beside 《关于印发〈X〉的通知》. */
export const titleVariant: Rule = {
  code,
  severity: 'info',
  reads: PROVISIONS,
  note: ({ citations }) =>
    citations.flatMap(({ numberKey, titleForm, titleKey, start, end }) =>
      numberKey === undefined ? [] : [{ key: `${numberKey} ${titleKey}`, form: titleForm, start, end }],
    ),
  see: ({ citations }, { notes }) =>
    citations.flatMap(({ numberKey, titleForm, titleKey, start, end }) => {
      if (numberKey === undefined) return [];
      const preferred = preferredForm(notes.of(code, `${numberKey} ${titleKey}`));
      if (preferred === null || preferred.form === titleForm) return [];
      return [{ start, end, params: { other: preferred.form } }];
    }),
};
