import { publicationCode } from '@dingben/publication';
import { printedMark } from './printed-mark.ts';

test.each([
  ['7f3ac91e', '7f3ac91e'],
  ['7F3A·C91E', '7f3ac91e'],
  [' 7f3a c91e-04 ', '7f3ac91e04'],
  ['a'.repeat(64), 'a'.repeat(64)],
])('%j is read as the hash %j', (typed, hash) => {
  expect(printedMark(typed)).toEqual({ code: null, hash });
});

test.each(['7f3ac91', '7f3ac91g', 'a'.repeat(65), ''])('%j is neither a hash nor a code', (typed) => {
  expect(printedMark(typed)).toBeNull();
});

test('the code at the foot of a document is read with its groups or without, in small letters too', () => {
  const code = publicationCode({ editionId: 'edition', number: 1, treeHash: 'a'.repeat(64) });
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', '')]) {
    expect(printedMark(typed)?.code).toBe(code);
  }
});
