import { ok, refuse, type Result } from '@dingben/kernel';

/** The encodings in which a text may come. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodedText {
  /** With its byte order mark, if it has one: that too is a character of the input. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether the bytes prove the encoding. Where they do not, a person should look at the text before it is taken. */
  readonly certain: boolean;
}

/**
 * The text of bytes. Without `wanted`: a byte order mark decides; else strict UTF-8; else UTF-16 where every second byte says
 * so, or GB18030, both only likely, for nearly any bytes are some text in them. UTF-8 comes first since GB18030 accepts
 * most of it, as other characters.
 *
 * Refuses with `document.encoding-unknown` where no encoding fits, or the wanted one does not (params.encoding).
 */
export function decodeText(bytes: Uint8Array, wanted?: Encoding): Result<DecodedText> {
  const marked = byMark(bytes);
  const encodings = wanted !== undefined ? [wanted] : marked !== null ? [marked] : likely(bytes);
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text === null) continue;
    return ok({ text, encoding, certain: wanted !== undefined || marked !== null || encoding === 'utf-8' });
  }
  return refuse('document.encoding-unknown', { encoding: wanted ?? marked });
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** A zero byte stands in no text in UTF-8 or GB18030; in UTF-16 it is the upper half of each line end and ASCII digit. */
function likely(bytes: Uint8Array): Encoding[] {
  const zero = bytes.indexOf(0);
  if (zero < 0 || bytes.length % 2 !== 0) return ['utf-8', 'gb18030'];
  return zero % 2 === 1 ? ['utf-16le', 'utf-8', 'gb18030'] : ['utf-16be', 'utf-8', 'gb18030'];
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
