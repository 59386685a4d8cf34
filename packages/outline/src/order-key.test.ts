import fc from 'fast-check';
import { isOrderKey, keyBetween, keysBetween } from './index.ts';

describe('order keys', () => {
  test('lie strictly between their bounds through any sequence of insertions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 300 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null));
        }
        expect(keys.every(isOrderKey)).toBe(true);
        expect(new Set(keys).size).toBe(keys.length);
        expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys);
      }),
    );
  });

  test('come in any number, rising and between their bounds', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(20), (count, start) => {
        const bounds = keysBetween(null, null, start + 2);
        const [before, after] = [bounds[start] ?? null, bounds[start + 1] ?? null];
        const keys = [before, ...keysBetween(before, after, count), after];
        expect(keys.every((key, index) => index === 0 || String(keys[index - 1]) < String(key))).toBe(true);
      }),
    );
  });

  test('stay short: 10,000 at once within 5 digits, 600 appended one by one within 12', () => {
    expect(Math.max(...keysBetween(null, null, 10_000).map((key) => key.length))).toBeLessThanOrEqual(5);
    let last: string | null = null;
    for (let index = 0; index < 600; index++) last = keyBetween(last, null);
    expect(last?.length).toBeLessThanOrEqual(12);
    let first: string | null = null;
    for (let index = 0; index < 600; index++) first = keyBetween(null, first);
    expect(first?.length).toBeLessThanOrEqual(12);
  });

  test('never run out between two neighbours', () => {
    let low = keyBetween(null, null);
    const high = keyBetween(low, null);
    for (let index = 0; index < 1000; index++) {
      const key = keyBetween(low, high);
      expect(low < key && key < high).toBe(true);
      low = key;
    }
  });

  test.each([
    ['b', 'a'],
    ['a', 'a'],
    ['a0', 'b'],
    ['', 'b'],
    ['é', null],
  ])('refuse the bounds %j and %j', (before, after) => {
    expect(() => keyBetween(before, after)).toThrow(RangeError);
  });
});
