import { isKnown } from './resource.ts';

test.each([
  [undefined, false],
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
])('If-None-Match %j is answered with 304: %j', (header, known) => {
  expect(isKnown(header, '"a"')).toBe(known);
});
