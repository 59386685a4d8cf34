const BOOKMARK = '[bookmark: ';

/** The first bookmark that conversion left in a line. */
export function findArtefact(text: string): { start: number; end: number } | null {
  const start = text.indexOf(BOOKMARK);
  const close = start < 0 ? -1 : text.indexOf(']', start);
  return close < 0 ? null : { start, end: close + 1 };
}

/** A line with the blanks at its edges apart. */
export function stripEdges(text: string): { leading: string; kept: string; trailing: string } {
  const kept = text.trim();
  const start = kept === '' ? text.length : text.indexOf(kept);
  return { leading: text.slice(0, start), kept, trailing: text.slice(start + kept.length) };
}

const LONGEST_LABEL = 8;

/** What stands before the first colon, where that is short enough to be a label. */
export function labelOf(text: string): string {
  const colon = text.indexOf('：');
  return colon > 0 && colon <= LONGEST_LABEL ? text.slice(0, colon) : '';
}

/** A label with nothing behind it: the written form of a provision that is missing. */
export function bareLabel(text: string): boolean {
  return text.endsWith('：') && labelOf(text).length === text.length - 1;
}

/** `一、…` or `（一）…`. */
export function isHeading(text: string): boolean {
  const from = text.startsWith('（') ? 1 : 0;
  let end = from;
  while (end < text.length && '零一二三四五六七八九十百'.includes(text.charAt(end))) end++;
  return end > from && text.charAt(end) === (from === 1 ? '）' : '、');
}

/** A line in which width, blanks, 、 or . behind a number, and a full stop at its end make no difference. */
export function folded(text: string): string {
  const line = text.normalize('NFKC').replaceAll(' ', '').replaceAll('、', '.');
  return line.endsWith('。') ? line.slice(0, -1) : line;
}
