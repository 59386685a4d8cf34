import { shade } from './shade.ts';

test('the more, the darker, and never so dark that the number is lost', () => {
  const shades = [0, 1, 4, 20].map((count) => shade(count, 20));
  expect(shades).toEqual([0, 9, 19, 42]);
  expect(shade(0, 0)).toBe(0);
});
