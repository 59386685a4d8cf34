/** The encodings in which a table may come. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** False where the bytes do not prove the encoding, so that a person has to look at the text first. */
  readonly certain: boolean;
}

/**
 * The text of a CSV file: by its byte order mark, else as strict UTF-8, else as GB18030, which is only likely, for it takes
 * nearly any bytes. Null where no encoding fits, or not the one that was asked for.
 */
export function decodeTable(bytes: Uint8Array, wanted?: Encoding): Decoded | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const tried: readonly Encoding[] =
    wanted !== undefined ? [wanted] : marked !== null ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of tried) {
    const text = decoded(bytes, encoding);
    if (text !== null) return { text, encoding, certain: wanted !== undefined || encoding !== 'gb18030' };
  }
  return null;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
