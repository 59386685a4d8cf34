/** A half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Blanks that are seen as white space, not what is invisible (zero-width): that is forbidden, and reported as such. */
const BLANKS = new Set([0x09, 0x0b, 0x0c, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

export function isBlank(code: number): boolean {
  return BLANKS.has(code) || (code >= 0x2000 && code <= 0x200a);
}

/** UTF-16 units that are neither blanks nor line ends. */
export function countNonBlank(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x0a && code !== 0x0d && !isBlank(code)) count++;
  }
  return count;
}

const BOOKMARK = '[bookmark: ';

/** What conversion leaves in a text: `[bookmark: _Toc23409]`, and a byte order mark before the first line. */
export function findArtefacts(source: string, line: number): Range[] {
  const found: Range[] = [];
  if (line === 1 && source.startsWith('\ufeff')) found.push({ start: 0, end: 1 });
  for (let start = source.indexOf(BOOKMARK); start >= 0;) {
    let end = start + BOOKMARK.length;
    while (isNameUnit(source.charCodeAt(end))) end++;
    const complete = source.charAt(end) === ']' && end > start + BOOKMARK.length;
    if (complete) found.push({ start, end: end + 1 });
    start = source.indexOf(BOOKMARK, end);
  }
  return found;
}

/** The value of the digit at a place, ASCII or full-width, or -1. */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** Letters, digits, _ and anything beyond ASCII: what Word allows in a bookmark's name. */
function isNameUnit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code > 0x7f
  );
}
