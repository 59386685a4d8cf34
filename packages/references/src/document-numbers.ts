import { digitsEnd, isBlank, isDigit, isHan, longestEnd, skipBlanks } from './characters.ts';
import { normalise } from './normalise.ts';
import { numeralEnd } from './numerals.ts';

/** 京卫老年妇幼〔2018〕22号 · 国务院令第423号 · GB/T 33527-2017, 建标108-2008. */
export type NumberKind = 'document' | 'order' | 'standard';

export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly kind: NumberKind;
}

/** A 文号 in brackets is never longer; a bracket that is, is a remark. */
const LONGEST_NUMBER = 60;
const LONGEST_ISSUER = 24;
const OPENING = '（(【[［〔﹝﹙';
const CLOSING = '）)】]］〕﹞﹚';
/** What never stands in an issuer's short name, but right before a number that no title precedes. */
const BEFORE_AN_ISSUER = '按照据和及与见的以由在为是';
const ISSUERS_OF_ORDERS = ['国务院', '政府', '主席', '部', '委员会', '委', '局', '署', '总局', '办公室'];

/** The number in the brackets that follow a title; null where none follows, or where they hold a remark. */
export function bracketedNumber(text: string, from: number): (WrittenNumber & { readonly after: number }) | null {
  const open = skipBlanks(text, from);
  if (open === text.length || !OPENING.includes(text.charAt(open))) return null;
  const close = bracketEnd(text, open);
  if (close < 0) return null;
  const kind = kindOf(text.slice(open + 1, close));
  return kind === null ? null : { start: open + 1, end: close, kind, after: close + 1 };
}

function bracketEnd(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_NUMBER);
  for (let at = open; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '《') return -1;
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char) && --depth === 0) return at;
  }
  return -1;
}

/** At most 60 characters. */
function kindOf(inner: string): NumberKind | null {
  const text = normalise(inner);
  for (let at = 0; at < text.length; at++) {
    if (serialEnd(text, at) === text.length) return 'document';
  }
  if (orderEnd(text, 0, true) === text.length) return 'order';
  for (let at = 1; at < text.length; at++) {
    if (orderEnd(text, at, false) === text.length) return text.charAt(at) === '令' ? 'order' : 'document';
  }
  return standardEnd(text, 0, false) === text.length ? 'standard' : null;
}

/** 〔2018〕22号 at a place, the year in any sort of bracket; -1 where it does not stand there. */
function serialEnd(text: string, open: number): number {
  if (!OPENING.includes(text.charAt(open)) || !CLOSING.includes(text.charAt(open + 5) || ' ')) return -1;
  if (![1, 2, 3, 4].every((step) => isDigit(text.charCodeAt(open + step)))) return -1;
  const gap = skipBlanks(text, open + 6);
  const from = text.charAt(gap) === '第' ? skipBlanks(text, gap + 1) : gap;
  const end = digitsEnd(text, from);
  const mark = skipBlanks(text, end);
  if (end === from) return -1;
  return text.charAt(mark) === '号' ? mark + 1 : end;
}

/** 令第423号, 令183号, 第423号令, 第22号 at a place; -1 where it does not stand there. */
function orderEnd(text: string, at: number, bare: boolean): number {
  const isOrder = text.charAt(at) === '令';
  const gap = skipBlanks(text, isOrder ? at + 1 : at);
  const counted = text.charAt(gap) === '第';
  if (!isOrder && !counted && !bare) return -1;
  const from = counted ? skipBlanks(text, gap + 1) : gap;
  const digits = digitsEnd(text, from);
  const end = digits > from ? digits : numeralEnd(text, from);
  const mark = skipBlanks(text, end);
  if (end === from || text.charAt(mark) !== '号') return -1;
  if (!isOrder && text.charAt(mark + 1) === '令') return mark + 2;
  return isOrder || (counted && !bare) ? mark + 1 : -1;
}

/** GB50763-2012, GB/T 33527-2017, DB11/T3008.10-2018, 建标108-2008 at a place. Without brackets around it, the year must be there. */
function standardEnd(text: string, at: number, withYear: boolean): number {
  let end = text.startsWith('建标', at) ? at + 2 : lettersEnd(text, at);
  if (end === at) return -1;
  const region = digitsEnd(text, end);
  if ('/／'.includes(text.charAt(region) || ' ')) {
    const sort = lettersEnd(text, region + 1);
    if (sort === region + 1) return -1;
    end = sort;
  }
  const from = skipBlanks(text, end);
  let to = digitsEnd(text, from);
  if (to === from) return -1;
  while (text.charAt(to) === '.' && isDigit(text.charCodeAt(to + 1))) to = digitsEnd(text, to + 1);
  const year = digitsEnd(text, to + 1);
  if ('-－—–'.includes(text.charAt(to) || ' ') && year === to + 5) return year;
  return withYear ? -1 : to;
}

function lettersEnd(text: string, from: number): number {
  let at = from;
  while (at < from + 6 && text.charCodeAt(at) >= 0x41 && text.charCodeAt(at) <= 0x5a) at++;
  return at - from > 1 || text.charAt(from - 1) === '/' || text.charAt(from - 1) === '／' ? at : from;
}

/** A number that stands in the text without a title, at the place of its bracket, 令 or first letter; null where none does. */
export function bareNumberAt(text: string, at: number, free: number): WrittenNumber | null {
  const char = text.charAt(at);
  if (OPENING.includes(char)) {
    const end = serialEnd(text, at);
    const start = issuerStart(text, at, free);
    return end < 0 || text.charAt(end - 1) !== '号' || at - start < 2 ? null : { start, end, kind: 'document' };
  }
  if (char === '令') {
    const end = orderEnd(text, at, false);
    const start = end < 0 ? at : issuerStart(text, at, free);
    const issued = longestEnd(text.slice(start, at), ISSUERS_OF_ORDERS) !== undefined;
    return end < 0 || !issued ? null : { start, end, kind: 'order' };
  }
  const isFirst = (char >= 'A' && char <= 'Z' && !isLetter(text.charCodeAt(at - 1))) || char === '建';
  const end = isFirst ? standardEnd(text, at, true) : -1;
  return end < 0 ? null : { start: at, end, kind: 'standard' };
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function issuerStart(text: string, at: number, free: number): number {
  const last = Math.max(free, at - LONGEST_ISSUER);
  let start = at;
  while (start > last && isBlank(text.charCodeAt(start - 1))) start--;
  while (start > last && isHan(text.charCodeAt(start - 1)) && !BEFORE_AN_ISSUER.includes(text.charAt(start - 1)))
    start--;
  return start;
}
