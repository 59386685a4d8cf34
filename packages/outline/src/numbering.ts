const DIGITS = '零一二三四五六七八九';

/** The largest number that headings can carry: 九十九. */
export const MAX_HANZI = 99;

/**
 * A number 1 to 99 in 汉字, as chapters and categories are numbered.
 *
 * @throws RangeError outside 1 to 99: no such heading can be printed.
 * @example toHanzi(22) // '二十二'
 */
export function toHanzi(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > MAX_HANZI)
    throw new RangeError(`no heading number for ${value}`);
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`;
  return units === 0 ? head : head + DIGITS.charAt(units);
}

/**
 * The value of 一 to 九十九, or null for anything else, `一十` and `零` included: one number has one form.
 *
 * @example fromHanzi('二十二') // 22
 */
export function fromHanzi(text: string): number | null {
  const ten = text.indexOf('十');
  const tens = ten < 0 ? 0 : ten === 0 ? 1 : DIGITS.indexOf(text.slice(0, ten));
  const rest = ten < 0 ? text : text.slice(ten + 1);
  const units = rest === '' && ten >= 0 ? 0 : DIGITS.indexOf(rest);
  if (rest.length > 1 || tens < 0 || units < 0) return null;
  const value = tens * 10 + units;
  return value > 0 && toHanzi(value) === text ? value : null;
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
