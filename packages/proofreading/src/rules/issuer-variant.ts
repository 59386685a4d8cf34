import type { Note, Passage, Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';
import { once } from '../once.ts';
import { variants } from '../variants.ts';

const code = 'proofreading.issuer-variant';
const COUNTRY = '中华人民共和国';

/** The letters before 令 in the numbers of orders. */
const note = once(({ text, citations }: Passage): Note[] => {
  return citations.flatMap(({ number, end, titleEnd }) => {
    const order = number?.indexOf('令') ?? -1;
    if (number === undefined || order < 0) return [];
    const start = text.indexOf(number, titleEnd);
    const form = number.slice(0, order + 1);
    const key = form.startsWith(COUNTRY) ? form.slice(COUNTRY.length) : form;
    return start < 0 || start >= end ? [] : [{ key, form, start, end: start + form.length }];
  });
});

/** 中华人民共和国国务院令 beside 国务院令: an edition keeps to one. */
export const issuerVariant: Rule = {
  code,
  severity: 'info',
  reads: PROVISIONS,
  note,
  see: (passage, context) => variants(code, note(passage), context),
};
