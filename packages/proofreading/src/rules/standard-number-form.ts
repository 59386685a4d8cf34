import { digitsAt, isBlank, isLatin, skipBlanks } from '../characters.ts';
import type { Note, Passage, Rule, Seen } from '../model.ts';
import { once } from '../once.ts';
import { preferredForm } from '../variants.ts';
import { PROVISIONS } from '../reads.ts';

const code = 'proofreading.standard-number-form';
const CAPITALS = /[A-Z]{2,}/g;
const DASHES = '-—–－';
/** What both are taken for right, as long as an edition keeps to one. */
const ACCEPTED = '-—';

interface StandardNumber {
  readonly start: number;
  readonly end: number;
  /** `GB/T`, `DB11/T`. */
  readonly prefix: string;
  /** `33527`, `3008.10`. */
  readonly number: string;
  readonly dash: string;
  readonly year: string;
}

/**
 * The number of a standard: a blank between its letters and its digits (GB/T 1.1), and one sort of dash before the year
 * through the whole edition.
 */
export const standardNumberForm: Rule = {
  code,
  severity: 'info',
  reads: PROVISIONS,
  note: (passage) =>
    standardNumbers(passage).map(({ dash, start, end }): Note => ({ key: 'dash', form: dash, start, end })),
  see: (passage, { notes }) => {
    const preferred = preferredForm(notes.of(code, 'dash').filter(({ form }) => ACCEPTED.includes(form)));
    return standardNumbers(passage).flatMap(({ start, end, prefix, number, dash, year }): Seen[] => {
      const kept = ACCEPTED.includes(dash) && preferred?.certain !== true ? dash : (preferred?.form ?? '-');
      const regular = `${prefix} ${number}${kept}${year}`;
      return passage.text.slice(start, end) === regular ? [] : [{ start, end, fix: regular }];
    });
  },
};

const standardNumbers = once(({ text }: Passage): StandardNumber[] => {
  const found: StandardNumber[] = [];
  for (const { index: at } of text.matchAll(CAPITALS)) {
    const number = isLatin(text.charAt(at - 1)) ? null : standardNumberAt(text, at);
    if (number !== null) found.push(number);
  }
  return found;
});

function standardNumberAt(text: string, start: number): StandardNumber | null {
  let at = start;
  while (isCapital(text.charAt(at)) && at - start < 5) at++;
  if (at - start < 2) return null;
  const letters = at;
  const region = digitsAt(text, at, 6);
  if (region !== null && '/ \u00a0\u3000'.includes(text.charAt(region.end))) at = region.end;
  if (text.charAt(at) === '/' && isCapital(text.charAt(at + 1))) at += 2;
  else if (!isBlank(text.charAt(at))) at = letters;
  const prefix = text.slice(start, at);
  const from = skipBlanks(text, at);
  const number = dotted(text, from);
  if (number === from) return null;
  const mark = skipBlanks(text, number);
  if (!DASHES.includes(text.charAt(mark)) || mark >= text.length) return null;
  const year = digitsAt(text, skipBlanks(text, mark + 1), 4);
  if (year?.digits.length !== 4) return null;
  return { start, end: year.end, prefix, number: text.slice(from, number), dash: text.charAt(mark), year: year.digits };
}

/** End of `3008.10` at a place. */
function dotted(text: string, from: number): number {
  const first = digitsAt(text, from, 6);
  if (first === null) return from;
  const second = text.charAt(first.end) === '.' ? digitsAt(text, first.end + 1, 4) : null;
  return second?.end ?? first.end;
}

function isCapital(char: string): boolean {
  return char >= 'A' && char <= 'Z';
}
