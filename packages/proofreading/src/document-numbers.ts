import { digitsAt, isHan, skipBlanks } from './characters.ts';

/** A 文号 as it stands in a text, from its year on: 〔2018〕22号. */
export interface DocumentNumber {
  /** Where the letters of its issuer begin: 京卫老年妇幼 in 京卫老年妇幼〔2018〕22号. Equal to `start` where there are none. */
  readonly issuerStart: number;
  readonly start: number;
  readonly end: number;
  /** The letters of its issuer, without blanks before the year. */
  readonly issuer: string;
  readonly year: string;
  /** '' where it is missing. */
  readonly serial: string;
  /** How it is written by GB/T 9704: six-cornered brackets, neither 第 nor zeros before the serial, no blanks. */
  readonly regular: string;
}

const OPEN = /[〔﹝[［【〖（(]/g;
const CLOSES = '〕﹞]］】〗）)';
/** Brackets that hold much else: what stands in them is a year only where all the rest is there. */
const COMMON = '（([［';
const LONGEST_ISSUER = 24;
const LONGEST_SERIAL = 5;

/** Every 文号 of a text, however its brackets, digits and blanks are written. Looks at a bounded window behind each bracket. */
export function documentNumbers(text: string): DocumentNumber[] {
  const found: DocumentNumber[] = [];
  for (const { index: open } of text.matchAll(OPEN)) {
    const number = open < (found.at(-1)?.end ?? 0) ? null : numberAt(text, open);
    if (number !== null) found.push(number);
  }
  return found;
}

function numberAt(text: string, open: number): DocumentNumber | null {
  const year = digitsAt(text, skipBlanks(text, open + 1), 4);
  if (year === null || year.digits.length < 2) return null;
  let close = skipBlanks(text, year.end);
  if (text.charAt(close) === '年') close = skipBlanks(text, close + 1);
  if (!CLOSES.includes(text.charAt(close)) || close >= text.length) return null;
  const common = COMMON.includes(text.charAt(open));
  const issuer = issuerBefore(text, open);
  if (common && issuer.letters === '') return null;
  const rest = serialAt(text, close + 1, common);
  if (rest === null) return null;
  const serial = rest.digits.replace(/^0+/, '');
  const regular = `〔${year.digits}〕${serial}号`;
  return {
    issuerStart: issuer.start,
    start: issuer.end,
    end: rest.end,
    issuer: issuer.letters,
    year: year.digits,
    serial,
    regular,
  };
}

/** `22号`, `第22号`, ` 22 号`; a number without 号 only where a bracket closes right behind it; 号 alone has lost its number. */
function serialAt(text: string, from: number, common: boolean): { digits: string; end: number } | null {
  let at = skipBlanks(text, from);
  if (text.charAt(at) === '第') at = skipBlanks(text, at + 1);
  const serial = digitsAt(text, at, LONGEST_SERIAL);
  if (serial === null) return text.charAt(at) === '号' && !common ? { digits: '', end: at + 1 } : null;
  const end = skipBlanks(text, serial.end);
  if (text.charAt(end) === '号') return { digits: serial.digits, end: end + 1 };
  const closed = '）)'.includes(text.charAt(end)) && end < text.length;
  return closed && !common ? { digits: serial.digits, end: serial.end } : null;
}

function issuerBefore(text: string, open: number): { letters: string; start: number; end: number } {
  let end = open;
  while (end > 0 && skipBlanks(text, end - 1) > end - 1) end--;
  let start = end;
  while (start > 0 && end - start < LONGEST_ISSUER && isHan(text.charAt(start - 1))) start--;
  return start === end ? { letters: '', start: open, end: open } : { letters: text.slice(start, end), start, end };
}
