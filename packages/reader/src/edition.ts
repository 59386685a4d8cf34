/**
 * The edition that a title names: from the brackets that hold a year and 年版 to the end of the brackets that follow them.
 *
 * @example editionOf('某标准（2023年版）（征求意见稿）') // '2023年版（征求意见稿）'
 * @returns '' where the title names none.
 */
export function editionOf(title: string): string {
  for (let open = title.indexOf('（'); open >= 0; open = title.indexOf('（', open + 1)) {
    const close = title.indexOf('）', open);
    if (close < 0) return '';
    const inner = title.slice(open + 1, close);
    const nested = inner.indexOf('（');
    if (nested < 0 && inner.endsWith('年版') && inner.length <= 8) return inner + title.slice(close + 1);
  }
  return '';
}
