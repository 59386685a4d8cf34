const DIGITS = '零一二三四五六七八九';

/** The largest number that headings can carry: 九千九百九十九. */
export const MAX_HANZI = 9999;

const UNITS = ['', '十', '百', '千'];

/**
 * A number 1 to 9,999 in 汉字, as chapters and categories are numbered.
 *
 * @throws RangeError outside that range: no such heading can be printed.
 * @example toHanzi(22) // '二十二'
 */
export function toHanzi(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > MAX_HANZI)
    throw new RangeError(`no heading number for ${value}`);
  const digits = Array.from(String(value), Number);
  let text = '';
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) continue;
    // One 零 stands for any zeros between two digits; zeros at the end are not said.
    const gap = index > 0 && digits[index - 1] === 0 ? '零' : '';
    text += gap + DIGITS.charAt(digit) + (UNITS[digits.length - 1 - index] ?? '');
  }
  // 十二, but 一百一十二.
  return value < 20 && value > 9 ? text.slice(1) : text;
}

const VALUES = new Map(Array.from({ length: MAX_HANZI }, (_, index) => [toHanzi(index + 1), index + 1]));

/**
 * The value of 一 to 九千九百九十九, or null for anything else, `一十` and `零` included: one number has one form.
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
