import { arrayOf } from './array.ts';

test('texts are quoted, so that none is taken for anything but a text', () => {
  expect(arrayOf(['', 'NULL', null, '{a,b}', ' a '])).toBe('{"","NULL",NULL,"{a,b}"," a "}');
});

test('quotation marks and backslashes are escaped, and nothing else', () => {
  expect(arrayOf(['"', '\\', '\\"', '每人“2650”元\n'])).toBe('{"\\"","\\\\","\\\\\\"","每人“2650”元\n"}');
});

test('numbers stand bare, and no value is an empty array', () => {
  expect(arrayOf([1, null, -2])).toBe('{1,NULL,-2}');
  expect(arrayOf([])).toBe('{}');
});
