import { isDigit, isLatin, isMark, isNumeral, isSpace, runEnd, wordEnd } from './characters.ts';

/** No title in use comes near; the limit keeps the scan linear where 《 is never closed. */
const LONGEST_TITLE = 400;
const LONGEST_ISSUER = 24;

const CLOSING = new Map([
  ['〔', '〕'],
  ['﹝', '﹞'],
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['（', '）'],
  ['(', ')'],
]);
/** Words that lead up to a 文号 in running text and are no part of its issuer. */
const LEADS = [
  '按照',
  '根据',
  '依据',
  '依照',
  '参照',
  '执行',
  '印发',
  '和',
  '及',
  '与',
  '以',
  '由',
  '见',
  '的',
  '为',
  '在',
];
const ORDINAL_UNITS = [
  '部分',
  '条',
  '款',
  '项',
  '章',
  '节',
  '编',
  '号',
  '批',
  '次',
  '届',
  '版',
  '类',
  '期',
  '档',
  '级',
];
const DASHES = new Set('-—–－');

/** 《 stands at `start`: the end of the title with what is nested in it, or `start` where it is not closed. */
export function titleEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + LONGEST_TITLE);
  let depth = 0;
  let first = start;
  for (let at = start; at < limit && text[at] !== '\n'; at++) {
    if (text[at] === '《') depth++;
    if (text[at] !== '》') continue;
    depth--;
    if (depth === 0) return at + 1;
    if (first === start) first = at + 1;
  }
  // 《甲《乙》: one closing sign for two, as the sources have it.
  return first;
}

/** An opening bracket stands at `start`: the end of `〔2018〕22号`, or `start`. */
export function yearNumberEnd(text: string, start: number): number {
  const closing = CLOSING.get(text[start] ?? '');
  const year = runEnd(text, start + 1, isDigit);
  if (closing === undefined || year !== start + 5 || text[year] !== closing) return start;
  let at = skipSpace(text, year + 1);
  if (text[at] === '第') at++;
  const digits = runEnd(text, at, isDigit);
  const end = skipSpace(text, digits);
  return digits > at && text[end] === '号' ? end + 1 : start;
}

/** 第 stands at `start`: the end of 第183号, 第十二条, 第10部分; or `start`. */
export function ordinalEnd(text: string, start: number): number {
  const digits = runEnd(text, start + 1, isDigit);
  const number = digits > start + 1 ? digits : runEnd(text, start + 1, isNumeral);
  const end = wordEnd(text, number, ORDINAL_UNITS);
  return number > start + 1 && end > number ? end : start;
}

/**
 * Where the issuer before a 文号 begins: 京卫老年妇幼 in `（京卫老年妇幼〔2018〕22号`, 国务院 in `国务院令第709号`.
 *
 * @param from the end of the token before: nothing before it is taken.
 */
export function issuerStart(text: string, from: number, end: number): number {
  const floor = Math.max(from, end - LONGEST_ISSUER);
  let start = end;
  while (start > floor && !isMark(text[start - 1]) && !isSpace(text[start - 1])) start--;
  if (start === floor && floor > from && isLow(text[start])) start++;
  // Within its own brackets all of it is the issuer: 劳动和社会保障部令第28号.
  if (CLOSING.has(text[start - 1] ?? '')) return start;
  const run = text.slice(start, end);
  return start + Math.max(0, ...LEADS.map((lead) => (run.includes(lead) ? run.lastIndexOf(lead) + lead.length : 0)));
}

/** Whether a number that ends in 号 and starts at `at` belongs to the 令 or 公告 before it. */
export function followsDecree(text: string, from: number, at: number): boolean {
  return (
    (at - 1 >= from && text[at - 1] === '令') ||
    (at - 2 >= from && ['公告', '通告', '建标'].includes(text.slice(at - 2, at)))
  );
}

/** A letter stands at `start`: a word with its digits, or the whole of `GB/T 33527-2017`, `DB11/T 1123-2023`. */
export function latinEnd(text: string, start: number): number {
  let word = runEnd(text, start, (unit) => isLatin(unit) || isDigit(unit));
  if (text[word] === '/' && isLatin(text[word + 1])) word = runEnd(text, word + 1, isLatin);
  const number = text[word] === ' ' ? word + 1 : word;
  let end = isDigit(text[number]) ? number : word;
  while (isDigit(text[end])) {
    end = runEnd(text, end, isDigit);
    if (text[end] === '.' && isDigit(text[end + 1])) end++;
  }
  if (!DASHES.has(text[end] ?? '') || !isDigit(text[end + 1])) return end > number && number === word ? end : word;
  return runEnd(text, end + 1, isDigit);
}

function skipSpace(text: string, start: number): number {
  return text[start] === ' ' ? start + 1 : start;
}

function isLow(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\udc00' && unit <= '\udfff';
}
