/**
 * Order keys: texts over 0-9A-Za-z that sort, by code unit, in the order of what they belong to. Read as a fraction in base
 * 62, a key has no last digit 0, so between any two there is always another: nothing else is renumbered on a move.
 * Compared by code unit, which is what COLLATE "C" does in PostgreSQL.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = ALPHABET.length;

/**
 * A key strictly between two others; null stands for the open end. At an open end the next digit is taken rather than the
 * middle, so that 60 things added one by one at the end cost one digit.
 *
 * @throws RangeError when a bound is no order key, or `before` does not come before `after`: a bug of the caller.
 */
export function keyBetween(before: string | null, after: string | null): string {
  check(before, after);
  return between(
    before ?? '',
    after,
    before === null ? (after === null ? 'middle' : 'high') : after === null ? 'low' : 'middle',
  );
}

/** `count` keys in rising order strictly between two others, spread evenly so that they stay short. */
export function keysBetween(before: string | null, after: string | null, count: number): string[] {
  check(before, after);
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`cannot make ${count} keys`);
  return spread(before ?? '', after, count);
}

function spread(low: string, high: string | null, count: number): string[] {
  if (count === 0) return [];
  const middle = between(low, high, 'middle');
  const left = Math.floor((count - 1) / 2);
  return [...spread(low, middle, left), middle, ...spread(middle, high, count - 1 - left)];
}

/** Digit by digit: copies what is common, then takes a digit between the two; where they touch, goes one digit deeper. */
function between(low: string, high: string | null, lean: 'low' | 'middle' | 'high'): string {
  let key = '';
  let open = high === null;
  for (let place = 0; ; place++) {
    const from = place < low.length ? digit(low, place) : 0;
    const to = open || high === null ? BASE : digit(high, place);
    if (to - from > 1)
      return key + ALPHABET.charAt(lean === 'low' ? from + 1 : lean === 'high' ? to - 1 : (from + to) >> 1);
    key += ALPHABET.charAt(from);
    if (to > from) open = true;
  }
}

function digit(key: string, place: number): number {
  return ALPHABET.indexOf(key.charAt(place));
}

function check(before: string | null, after: string | null): void {
  for (const key of [before, after])
    if (key !== null && !isOrderKey(key)) throw new RangeError(`no order key: ${JSON.stringify(key)}`);
  if (before !== null && after !== null && before >= after) throw new RangeError(`${before} is not before ${after}`);
}

/** Whether a text can be an order key: base-62 digits, at least one, the last not 0. */
export function isOrderKey(text: string): boolean {
  if (text === '' || text.endsWith('0')) return false;
  for (const char of text) if (!ALPHABET.includes(char)) return false;
  return true;
}
