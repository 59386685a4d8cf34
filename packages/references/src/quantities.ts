import { isDigit, longestAt } from './characters.ts';
import { scanTitles } from './citations.ts';
import { normalise } from './normalise.ts';
import type { Mention } from './reference.ts';

const UNITS = [
  '元',
  '%',
  '％',
  '倍',
  '次',
  '人次',
  '人',
  '名',
  '户',
  '周岁',
  '岁',
  '月龄',
  '个月',
  '月',
  '年',
  '周',
  '日',
  '天',
  '小时',
  '学时',
  '套',
  '所',
  '档',
  '台',
  '册',
  '场',
  '件',
  '平方米',
  '公里',
  '张',
  '类',
  '项',
];
const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };
const RANGE_MARKS = ['-', '—', '–', '～', '~', '至', '到'];
const BASES = [
  '每人每月',
  '每人每年',
  '每生每年',
  '每生每月',
  '每户每月',
  '每户每年',
  '每人每次',
  '每人',
  '每生',
  '每户',
  '每月',
  '每年',
  '每次',
  '每周',
  '每学期',
  '每天',
];
const BOUNDS: Readonly<Record<string, string>> = {
  不低于: 'least',
  不少于: 'least',
  至少: 'least',
  年满: 'least',
  不超过: 'most',
  不高于: 'most',
  至多: 'most',
  未满: 'below',
  不满: 'below',
  不足: 'below',
};
const BOUND_WORDS = Object.keys(BOUNDS);
const BOUNDS_AFTER: Readonly<Record<string, string>> = {
  及以上: 'least',
  以上: 'least',
  及以下: 'most',
  以下: 'most',
  以内: 'most',
};
const BOUND_WORDS_AFTER = Object.keys(BOUNDS_AFTER);
const FILLERS = ['按', '为', '分别为', '约'];

/** A number with its unit: 2650元, 3万元, 90%, 13次, 35-64岁, 1933年1月1日. What stands in 《…》（…） is not counted. */
export function scanQuantities(text: string): Mention[] {
  const found: Mention[] = [];
  const titles = scanTitles(text);
  let nextTitle = 0;
  for (let at = 0; at < text.length;) {
    const title = titles[nextTitle];
    if (title !== undefined && at >= title.start) {
      at = Math.max(at, title.end);
      nextTitle++;
      continue;
    }
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const mention = date(text, at) ?? amount(text, at);
    if (mention !== null) found.push(mention);
    at = mention?.end ?? numberEnd(text, at);
  }
  return found;
}

function amount(text: string, from: number): Mention | null {
  const firstEnd = numberEnd(text, from);
  const second = upperEnd(text, firstEnd);
  const scale = SCALES[text.charAt(second.end)] ?? 1;
  const unitStart = scale === 1 ? second.end : second.end + 1;
  const unit = longestAt(text, unitStart, UNITS);
  if (unit === undefined) return null;
  const end = unitStart + unit.length;
  // Nobody is 3.16 years old: 3. is the number of a list's member.
  const point = unit.endsWith('岁') ? text.slice(from, firstEnd).indexOf('.') : -1;
  const start = from + point + 1;
  const value = toNumber(text.slice(start, firstEnd)) * scale;
  const upper = second.start === second.end ? undefined : toNumber(text.slice(second.start, second.end)) * scale;
  const data = {
    value,
    unit: unit === '％' ? '%' : unit,
    ...(upper !== undefined && { upper }),
    ...context(text, start, end),
  };
  return { start, end, key: normalise(text.slice(start, end)), data };
}

/** The second number of a range, empty where there is none. */
function upperEnd(text: string, firstEnd: number): { start: number; end: number } {
  const at = skipUnit(text, firstEnd);
  const mark = longestAt(text, at, RANGE_MARKS);
  const start = at + (mark?.length ?? 0);
  if (mark === undefined || !isDigit(text.charCodeAt(start))) return { start: firstEnd, end: firstEnd };
  return { start, end: numberEnd(text, start) };
}

/** In 16岁至24岁 the first unit stands before the mark. */
function skipUnit(text: string, at: number): number {
  return at + (longestAt(text, at, ['周岁', '岁', '元', '%']) ?? '').length;
}

function date(text: string, start: number): Mention | null {
  const year = dateParts(text, start, ['年', '月', '日']);
  if (year === null) return null;
  const [y = 0, m = 0, d = 0] = year.values;
  const key = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return { start, end: year.end, key, data: { value: key, unit: '日期' } };
}

function dateParts(text: string, start: number, marks: readonly string[]): { values: number[]; end: number } | null {
  const values: number[] = [];
  let at = start;
  for (const mark of marks) {
    const end = numberEnd(text, at);
    if (end === at || text.charAt(end) !== mark) return null;
    values.push(toNumber(text.slice(at, end)));
    at = end + 1;
  }
  return { values, end: at };
}

/** What a number is counted for, and on which side it binds, by the words right before and behind it. */
function context(text: string, start: number, end: number): Record<string, string> {
  let before = text.slice(Math.max(0, start - 12), start);
  const after = longestAt(text, end, BOUND_WORDS_AFTER);
  let bound = after === undefined ? undefined : BOUNDS_AFTER[after];
  let base: string | undefined;
  for (;;) {
    const boundWord = BOUND_WORDS.find((word) => before.endsWith(word));
    const baseWord = BASES.find((word) => before.endsWith(word));
    const filler = FILLERS.find((word) => before.endsWith(word));
    if (boundWord !== undefined) bound ??= BOUNDS[boundWord];
    else if (baseWord !== undefined) base ??= baseWord;
    else if (filler === undefined) break;
    before = before.slice(0, -(boundWord ?? baseWord ?? filler ?? '').length);
  }
  return { ...(base !== undefined && { base }), ...(bound !== undefined && { bound }) };
}

/** End of the digits at a place, one decimal point and commas between thousands included. */
function numberEnd(text: string, start: number): number {
  let at = start;
  let hasPoint = false;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (isDigit(text.charCodeAt(at))) continue;
    const isPoint = char === '.' && !hasPoint && isDigit(text.charCodeAt(at + 1));
    const isComma = char === ',' && !hasPoint && [1, 2, 3].every((step) => isDigit(text.charCodeAt(at + step)));
    if (!isPoint && !isComma) break;
    if (isPoint) hasPoint = true;
  }
  return at;
}

function toNumber(text: string): number {
  return Number(text.replaceAll(',', ''));
}
