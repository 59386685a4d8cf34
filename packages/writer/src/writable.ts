import { findForbidden } from '@dingben/kernel';

/**
 * Makes sure of a text that stored text may hold: no format but JSON can carry all the others.
 *
 * @throws RangeError at the first code point that may not be stored: to let it come this far is a bug of the caller.
 */
export function assertWritable(text: string): void {
  const forbidden = findForbidden(text);
  if (forbidden !== null) throw new RangeError(`code point ${forbidden.codePoint.toString(16)} cannot be written`);
}
