/**
 * The first line of an edition's document: the standard's title with the edition in brackets, the year apart from what
 * follows it. The reader finds the same label in it again.
 *
 * @example documentTitle('某标准', '2023年版（征求意见稿）') // '某标准（2023年版）（征求意见稿）'
 */
export function documentTitle(standard: string, label: string): string {
  const open = label.indexOf('（');
  const named = open > 0 && label.endsWith('）') ? `（${label.slice(0, open)}）${label.slice(open)}` : `（${label}）`;
  return standard + named;
}
