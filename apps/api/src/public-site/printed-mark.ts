import { readCode } from '@dingben/publication';

/** What a document shows of the edition that it comes from. A typed word may be read as either. */
export interface PrintedMark {
  /** The short code at the foot of its pages, in its one form. */
  readonly code: string | null;
  /** The beginning of a hash, at least eight digits of it. */
  readonly hash: string | null;
}

/** As a person types it: in groups, in capitals. Null where it is neither, or too short to tell one hash from another. */
export function printedMark(typed: string): PrintedMark | null {
  const word = typed.replaceAll(/[\s·.-]/g, '');
  const hash = /^[0-9a-f]{8,64}$/i.test(word) ? word.toLowerCase() : null;
  const code = readCode(word);
  return hash === null && code === null ? null : { code, hash };
}
