import fc from 'fast-check';
import { correctText, findingKeys, fixOf, linesOf, type Correction } from './corrections.ts';
import { read } from './read.ts';

const TEXT = '某标准（2023年版）\n（一）优孕优生服务\n1、检查\n服务对象：夫妇。\n牵头责任单位：市卫生健康委。';

function corrected(text: string, corrections: readonly Correction[]): string {
  const result = correctText(text, corrections);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.text;
}

test('the fix of a finding, put into the text, leaves the outline and takes the finding away', () => {
  const before = read(TEXT);
  const wrong = (before.findings ?? []).filter(({ code }) => code === 'reader.label-variant');
  expect(wrong).toHaveLength(1);
  const fixes = wrong.map((finding) => fixOf(finding, linesOf(TEXT))).filter((fix) => fix !== null);
  const after = read(corrected(TEXT, fixes));
  expect(after.sections).toEqual(before.sections);
  expect(after.findings).toEqual(before.findings?.filter(({ code }) => code !== 'reader.label-variant'));
});

test('all corrections of one text are made at once, in whatever order they come', () => {
  const corrections = [
    { line: 2, start: 0, end: 1, found: 'd', replacement: 'D' },
    { line: 1, start: 2, end: 3, found: 'c', replacement: 'CC' },
    { line: 1, start: 0, end: 1, found: 'a', replacement: '' },
    { line: 2, start: 1, end: 1, found: '', replacement: '!' },
  ];
  expect(corrected('abc\nd', corrections)).toBe('bCC\nD!');
  expect(corrected('abc\nd', corrections.toReversed())).toBe('bCC\nD!');
});

test('a line that is put in moves the lines below it', () => {
  const heading = { line: 2, start: 0, end: 0, found: '', replacement: '一、章\n' };
  const result = correctText('标题\n1、甲\n尾', [heading]);
  expect(result).toMatchObject({ ok: true, value: { text: '标题\n一、章\n1、甲\n尾' } });
  expect(result.ok && [1, 2, 3].map(result.value.lineAfter)).toEqual([1, 2, 4]);
});

test.each<[string, Correction[], string]>([
  [
    'another text than it says',
    [{ line: 1, start: 0, end: 1, found: 'x', replacement: '' }],
    'correction.text-differs',
  ],
  ['a line that is not there', [{ line: 9, start: 0, end: 0, found: '', replacement: 'x' }], 'correction.text-differs'],
  ['more than the line', [{ line: 1, start: 2, end: 9, found: 'c', replacement: '' }], 'correction.text-differs'],
  [
    'characters that another one takes',
    [
      { line: 1, start: 0, end: 2, found: 'ab', replacement: '' },
      { line: 1, start: 1, end: 3, found: 'bc', replacement: '' },
    ],
    'correction.overlaps',
  ],
])('a correction of %s is refused', (_, corrections, code) => {
  expect(correctText('abc', corrections)).toMatchObject({
    ok: false,
    problem: { code, params: { line: corrections[0]?.line } },
  });
});

test('what is not corrected stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(5), fc.string(), (text, at, replacement) => {
      const [first = ''] = linesOf(text);
      const start = Math.min(at, first.length);
      const fixed = corrected(text, [{ line: 1, start, end: start, found: '', replacement }]);
      expect(fixed).toBe(first.slice(0, start) + replacement + linesOf(text).join('\n').slice(start));
    }),
  );
});

test('the name of a finding does not change when another place is corrected', () => {
  const text = `${TEXT}\n2、检查\n牵头责任单位：市教委。\n责任单位：市民政局。`;
  const findings = read(text).findings ?? [];
  const keys = findingKeys(findings);
  expect(new Set(keys).size).toBe(findings.length);
  const [first] = findings.filter(({ code }) => code === 'reader.label-variant');
  const fix = first === undefined ? null : fixOf(first, linesOf(text));
  const after = findingKeys(read(corrected(text, fix === null ? [] : [fix])).findings ?? []);
  expect(after.length).toBe(keys.length - 1);
  expect(after.every((key) => keys.includes(key))).toBe(true);
});
