const DIGITS = '零一二三四五六七八九';

/** The largest number that headings can carry: 九百九十九. */
export const MAX_HANZI = 999;

/**
 * A number 1 to 999 in 汉字, as chapters and categories are numbered.
 *
 * @throws RangeError outside that range: no such heading can be printed.
 * @example toHanzi(22) // '二十二'
 */
export function toHanzi(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > MAX_HANZI)
    throw new RangeError(`no heading number for ${value}`);
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest);
  const head = `${DIGITS.charAt(hundreds)}百`;
  if (rest === 0) return head;
  if (rest < 10) return `${head}零${DIGITS.charAt(rest)}`;
  return rest < 20 ? `${head}一${belowHundred(rest)}` : head + belowHundred(rest);
}

function belowHundred(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`;
  return units === 0 ? head : head + DIGITS.charAt(units);
}

const VALUES = new Map(Array.from({ length: MAX_HANZI }, (_, index) => [toHanzi(index + 1), index + 1]));

/**
 * The value of 一 to 九百九十九, or null for anything else, `一十` and `零` included: one number has one form.
 *
 * @example fromHanzi('二十二') // 22
 */
export function fromHanzi(text: string): number | null {
  return VALUES.get(text) ?? null;
}

/** `三、劳有所得`: a chapter's line without its title is `三、`. */
export function chapterMark(number: string): string {
  return `${number}、`;
}

/** `（八）就业创业服务`. */
export function categoryMark(number: string): string {
  return `（${number}）`;
}

/** `12.预防接种。` */
export function serviceMark(number: string): string {
  return `${number}.`;
}

/** `（1）` before an item's title. */
export function itemMark(number: string): string {
  return `（${number}）`;
}
