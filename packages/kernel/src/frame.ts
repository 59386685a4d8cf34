const encoder = new TextEncoder();

/**
 * The canonical form that is hashed: each field as its UTF-8 length in bytes, a colon, the text and a comma; an absent
 * field as `-,`. A length in front, unlike a separator, cannot be forged by a text that contains it.
 *
 * @example frame(['a', null, '元']) === '1:a,-,3:元,'
 */
export function frame(fields: readonly (string | null)[]): string {
  return fields.map((field) => (field === null ? '-,' : `${encoder.encode(field).length}:${field},`)).join('');
}
