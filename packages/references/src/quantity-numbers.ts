import { digitsEnd, isDigit, longestAt, skipBlanks } from './characters.ts';
import { numeralEnd, numeralValue } from './numerals.ts';
import { HAN_UNITS, NOT_UNITS, RANGE_MARKS, SCALES, SCALE_WORDS, UNITS } from './quantity-units.ts';

/** A number with its unit, where it stands; `value` and `upper` in units (万 and 亿 multiplied out), a date as 2023-01-31. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly value: number | string;
  readonly upper?: number;
  readonly unit: string;
}

interface Numeral {
  readonly end: number;
  readonly value: number;
  readonly han: boolean;
}

const INCLUSIVE = ['（含）', '(含)'];
/** Longer runs of digits are no amount; a limit keeps every look at a place short. */
const LONGEST_NUMBER = 24;

/** The amount that begins at a place; null where none does. @param text with narrow digits (`withNarrowDigits`) */
export function amountAt(text: string, start: number): Amount | null {
  return dateAt(text, start) ?? fractionAt(text, start) ?? halfAt(text, start) ?? countAt(text, start);
}

/** 1933年1月1日. */
function dateAt(text: string, start: number): Amount | null {
  const values: number[] = [];
  let at = start;
  for (const mark of ['年', '月', '日']) {
    const end = digitsEnd(text, at);
    if (end === at || end - at > 4 || text.charAt(end) !== mark) return null;
    values.push(Number(text.slice(at, end)));
    at = end + 1;
  }
  const [year = 0, month = 0, day = 0] = values.map((value) => String(value).padStart(2, '0'));
  return { start, end: at, value: `${year}-${month}-${day}`, unit: '日期' };
}

/** 1/3, 三分之一, 百分之九十: as parts of a hundred, so that they compare with percentages. */
function fractionAt(text: string, start: number): Amount | null {
  const first = numeralAt(text, start);
  const mark = first === null ? '' : (longestAt(text, first.end, ['/', '分之']) ?? '');
  const second = first === null || mark === '' ? null : numeralAt(text, first.end + mark.length);
  if (first === null || second === null) return null;
  const [part, whole] = mark === '/' ? [first, second] : [second, first];
  const isRatio = part.value <= whole.value && whole.value > 1 && text.charAt(second.end) !== '/';
  if (!isRatio || (mark === '/' && unitAt(text, second) !== undefined)) return null;
  return { start, end: second.end, value: rounded((part.value / whole.value) * 100), unit: '%' };
}

/** 半年, 半个月. */
function halfAt(text: string, start: number): Amount | null {
  if (text.charAt(start) !== '半') return null;
  const unit = longestAt(text, start + 1, ['年', '个月', '小时']);
  if (unit === undefined || longestAt(text, start + 1, NOT_UNITS) !== undefined) return null;
  return { start, end: start + 1 + unit.length, value: 0.5, unit };
}

function countAt(text: string, from: number): Amount | null {
  const first = numeralAt(text, from);
  if (first === null) return null;
  const low = scaledAt(text, first);
  const high = upperAt(text, low);
  const last = high ?? low;
  const { unit, unitEnd: end = last.end } = last;
  if (unit === undefined || isCalendarYear(last, unit, high !== null)) return null;
  if (low.unit !== undefined && low.unit !== unit) return high === null ? null : countOf(from, low);
  const lower = low.unit === undefined && low.scale === 1 ? low.value * (high?.scale ?? 1) : low.value * low.scale;
  return {
    // Nobody is 3.16 years old: 3. is the number of a list's member.
    ...(unit.endsWith('岁') ? withoutListNumber(text, from, first.end, lower) : { start: from, value: rounded(lower) }),
    end,
    unit,
    ...(high !== null && { upper: rounded(high.value * high.scale) }),
  };
}

interface Scaled extends Numeral {
  readonly scale: number;
  readonly unit?: string;
  readonly unitEnd?: number;
}

/** A number with what may stand between it and a range's mark: 3万元（含）. */
function scaledAt(text: string, number: Numeral): Scaled {
  const word = longestAt(text, number.end, SCALE_WORDS);
  const scale = word === undefined ? 1 : (SCALES[word] ?? 1);
  const scaled = { ...number, end: number.end + (word?.length ?? 0), scale };
  const unit = unitAt(text, scaled);
  return unit === undefined ? scaled : { ...scaled, unit, unitEnd: skipBlanks(text, scaled.end) + unit.length };
}

/** The second number of a range with its unit. */
function upperAt(text: string, low: Scaled): Scaled | null {
  const at = low.unitEnd ?? low.end;
  const from = at + (longestAt(text, at, INCLUSIVE)?.length ?? 0);
  const mark = longestAt(text, from, RANGE_MARKS);
  const second = mark === undefined ? null : numeralAt(text, from + mark.length);
  if (second === null || second.han !== low.han) return null;
  const high = scaledAt(text, second);
  return high.unit === undefined ? null : high;
}

function countOf(start: number, { value, scale, unit = '', unitEnd = start }: Scaled): Amount {
  return { start, end: unitEnd, value: rounded(value * scale), unit };
}

/** Digits with thousands, a decimal point and factors (7×24), or 汉字. */
function numeralAt(text: string, start: number): Numeral | null {
  if (!isDigit(text.charCodeAt(start))) {
    const end = numeralEnd(text, start, start + LONGEST_NUMBER);
    const value = numeralValue(text.slice(start, end));
    return Number.isNaN(value) ? null : { end, value, han: true };
  }
  let end = decimalEnd(text, start);
  let value = Number(text.slice(start, end).replaceAll(',', ''));
  const blank = skipBlanks(text, end);
  if ('×✕*'.includes(text.charAt(blank) || ' ') && isDigit(text.charCodeAt(skipBlanks(text, blank + 1)))) {
    const factor = skipBlanks(text, blank + 1);
    end = decimalEnd(text, factor);
    value *= Number(text.slice(factor, end).replaceAll(',', ''));
  }
  return { end, value, han: false };
}

/** Where digits with commas between thousands and one decimal point end. */
export function decimalEnd(text: string, start: number): number {
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

function unitAt(text: string, { end, han }: Numeral): string | undefined {
  const from = skipBlanks(text, end);
  if (longestAt(text, from, NOT_UNITS) !== undefined) return undefined;
  return longestAt(text, from, han ? HAN_UNITS : UNITS) ?? (han ? scaledMoney(text, from) : undefined);
}

/** 三万元 is money; 三元 may be a name. */
function scaledMoney(text: string, from: number): string | undefined {
  return text.charAt(from) === '元' && '十百千万亿'.includes(text.charAt(from - 1)) ? '元' : undefined;
}

function isCalendarYear({ value, scale }: Scaled, unit: string, isRange: boolean): boolean {
  return unit === '年' && scale === 1 && value >= 1900 && value <= 2100 && (isRange || Number.isInteger(value));
}

function withoutListNumber(text: string, from: number, end: number, value: number): { start: number; value: number } {
  const point = text.slice(from, end).indexOf('.');
  return point < 0
    ? { start: from, value: rounded(value) }
    : { start: from + point + 1, value: Number(text.slice(from + point + 1, end)) };
}

/** Sums of decimal fractions end in noughts and a stray digit. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
