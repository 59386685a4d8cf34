/** A code point that stored text may not contain, and where it stands (offset in UTF-16 units). */
export interface ForbiddenCodePoint {
  readonly offset: number;
  readonly codePoint: number;
}

/**
 * Ranges that can change what a reader sees without being seen, or that prove earlier damage: controls but tab, line
 * feed and carriage return, zero-width and bidirectional controls, tags, noncharacters, private use, U+FFFD.
 */
const FORBIDDEN: readonly (readonly [number, number])[] = [
  [0x0000, 0x0008],
  [0x000b, 0x000c],
  [0x000e, 0x001f],
  [0x007f, 0x009f],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xe000, 0xf8ff],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffd],
  [0xe0000, 0xe007f],
  [0xf0000, 0x10ffff],
];

/**
 * The first forbidden code point of a text, or null. Text is never repaired: the caller refuses it with this place.
 *
 * @example findForbidden('每人\u200b每月') // { offset: 2, codePoint: 0x200b }
 */
export function findForbidden(text: string): ForbiddenCodePoint | null {
  for (let offset = 0; offset < text.length; offset++) {
    const codePoint = text.codePointAt(offset) ?? 0;
    if (isForbidden(codePoint)) return { offset, codePoint };
    if (codePoint > 0xffff) offset++;
  }
  return null;
}

function isForbidden(codePoint: number): boolean {
  if ((codePoint & 0xfffe) === 0xfffe) return true;
  return FORBIDDEN.some(([from, to]) => codePoint >= from && codePoint <= to);
}
