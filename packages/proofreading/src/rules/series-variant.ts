import type { Note, Passage, Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';
import { once } from '../once.ts';
import { variants } from '../variants.ts';

const code = 'proofreading.series-variant';

/** Of what stands in brackets only: in running text the letters before a year may be any words. */
const note = once(({ text, numbers }: Passage): Note[] => {
  return numbers.flatMap(({ issuer, issuerStart, start }) => {
    if (issuer === '' || !'（('.includes(text.charAt(issuerStart - 1) || ' ')) return [];
    const key = issuer.endsWith('字') ? issuer.slice(0, -1) : issuer;
    return [{ key, form: issuer, start: issuerStart, end: start }];
  });
});

/** 京卫妇精〔2011〕 beside 京卫妇精字〔2011〕: of one series of numbers, written with 字 and without. Which is right the document says. */
export const seriesVariant: Rule = {
  code,
  severity: 'warning',
  reads: PROVISIONS,
  note,
  see: (passage, context) =>
    variants(code, note(passage), context).map(({ start, end, params }) => ({ start, end, ...(params && { params }) })),
};
