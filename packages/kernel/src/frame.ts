/**
 * The canonical form that is hashed: each field as its UTF-8 length in bytes, a colon, the text and a comma; an absent
 * field as `-,`. A length in front, unlike a separator, cannot be forged by a text that contains it.
 *
 * @example frame(['a', null, '元']) === '1:a,-,3:元,'
 */
export function frame(fields: readonly (string | null)[]): string {
  let framed = '';
  for (const field of fields) framed += field === null ? '-,' : `${utf8Length(field)}:${field},`;
  return framed;
}

/** Counted and not encoded: most fields are short, and a tree of an edition has tens of thousands. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (isPair(unit, text.charCodeAt(at + 1))) {
      // Two units that are one code point take four bytes.
      bytes += 2;
      at++;
    } else bytes += 2;
  }
  return bytes;
}

/** A surrogate without its partner is encoded as U+FFFD, in three bytes like any other unit from U+0800. */
function isPair(unit: number, next: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
