import { hashPrefix } from './hash-prefix.ts';

test.each([
  ['7f3ac91e', '7f3ac91e'],
  ['7F3A·C91E', '7f3ac91e'],
  [' 7f3a c91e-04 ', '7f3ac91e04'],
  ['a'.repeat(64), 'a'.repeat(64)],
  ['7f3ac91', null],
  ['7f3ac91g', null],
  ['a'.repeat(65), null],
  ['', null],
])('%j is read as the hash %j', (typed, hash) => {
  expect(hashPrefix(typed)).toBe(hash);
});
