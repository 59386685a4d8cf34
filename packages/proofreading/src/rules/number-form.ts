import type { CitedTitle, Rule, Seen } from '../model.ts';
import { isDigit } from '../characters.ts';
import { PROVISIONS } from '../reads.ts';

/** No document of the time before, and none of the time after, that a text of today could cite. */
const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;
const LONGEST_REMARK = 40;

/**
 * A 文号 that is not written as GB/T 9704 lays down: year of four digits in 〔〕, number without 第 and zeros, 号, no blanks.
 * What lacks its year, its number or its issuer only a person can complete.
 */
export const numberForm: Rule = {
  code: 'proofreading.number-form',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ text, numbers, citations }) => [
    ...numbers.flatMap((number): Seen[] => {
      const { start, end, year, serial, issuer, regular } = number;
      // 令〔2005〕154号 is an order's number.
      if (issuer.endsWith('令')) return [];
      const complete =
        year.length === 4 && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR && serial !== '' && issuer !== '';
      if (!complete) return [{ start, end }];
      return text.slice(start, end) === regular ? [] : [{ start, end, fix: regular }];
    }),
    ...unreadable(text, citations, new Set(numbers.map(({ end }) => end))),
  ],
};

/** （国发2016年13号） behind a title: meant as a number, but none. `read` are the ends of the numbers that were read. */
function unreadable(text: string, citations: readonly CitedTitle[], read: ReadonlySet<number>): Seen[] {
  return citations.flatMap(({ titleEnd, number }) => {
    if (number !== undefined || !'（('.includes(text.charAt(titleEnd) || ' ')) return [];
    const start = titleEnd + 1;
    const window = text.slice(start, start + LONGEST_REMARK);
    const close = Array.from(window).findIndex((char) => '）)'.includes(char));
    const inner = close < 0 ? '' : window.slice(0, close);
    if (!inner.endsWith('号') || !Array.from(inner).some(isDigit) || read.has(start + close)) return [];
    return inner.includes('令') || inner.includes('第') ? [] : [{ start, end: start + close }];
  });
}
