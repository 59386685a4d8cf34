import { duplicatesAmong } from './near.ts';
import type { Regulation } from './regulation.ts';
import { replaceNames } from './rename.ts';
import { sentenceAround } from './sentence.ts';

describe('the sentence around a span', () => {
  test.each([
    ['甲。按照《乙》执行。丙。', '《乙》', '按照《乙》执行。'],
    ['按照《乙》执行', '《乙》', '按照《乙》执行'],
    ['甲\n《乙》\n丙', '《乙》', '《乙》'],
    ['甲；《乙。丙》；丁', '《乙。丙》', '《乙。丙》；'],
  ])('%j', (text, mention, sentence) => {
    const start = text.indexOf(mention);
    const found = sentenceAround(text, start, start + mention.length);
    expect(found.text).toBe(sentence);
    expect(text.slice(found.start, found.end)).toBe(sentence);
  });

  test('of a text without an end is cut, never through a character', () => {
    const text = `${'𠀀'.repeat(400)}甲${'𠀀'.repeat(400)}`;
    const found = sentenceAround(text, 800, 801);
    expect(found.text.length).toBeLessThan(610);
    expect(found.text).toBe(found.text.toWellFormed());
  });
});

describe('names', () => {
  const provisions = {
    targetGroup: '甲',
    content: '甲乙甲',
    standard: '',
    funding: '',
    leadAgency: '市甲局（甲）、市乙局',
  };

  test('are replaced at their spans and nowhere else', () => {
    expect(
      replaceNames(provisions, [
        { provision: 'leadAgency', start: 0, end: 3, text: '市丙丁局' },
        { provision: 'content', start: 2, end: 3, text: '' },
      ]),
    ).toEqual({ ...provisions, content: '甲乙', leadAgency: '市丙丁局（甲）、市乙局' });
  });

  test('do not overlap', () => {
    const at = (start: number, end: number) => ({ provision: 'content' as const, start, end, text: '' });
    expect(() => replaceNames(provisions, [at(0, 2), at(1, 3)])).toThrow(RangeError);
  });
});

test('duplicates are proposed once, the surest first, versions not at all', () => {
  const row = (id: string, title: string, numbers: string[], issuedOn: string | null): Regulation => ({
    id,
    title,
    numbers,
    issuedOn,
    issuer: null,
    level: null,
    effectiveOn: null,
    repealedOn: null,
    status: 'in-force',
    source: null,
    successorId: null,
    mergedIntoId: null,
  });
  const rows = [
    row('a', '社会救助暂行办法', [], '2014-02-21'),
    row('b', '社会救助暂行办法', [], '2019-03-02'),
    row('c', '社会救助暂行办法', [], null),
    row('d', '北京市城乡居民基本医疗保险办法', ['京政发〔2017〕29号'], null),
    row('e', '北京市城乡居民基本医疗保险的办法', [], null),
    row('f', '别的办法', ['京政发﹝2017﹞29号'], null),
  ];
  expect(duplicatesAmong(rows)).toEqual([
    { a: 'd', b: 'f', kind: 'number' },
    { a: 'a', b: 'c', kind: 'title' },
    { a: 'b', b: 'c', kind: 'title' },
    { a: 'd', b: 'e', kind: 'similar' },
  ]);
  expect(duplicatesAmong(rows.map((one) => ({ ...one, mergedIntoId: one.id === 'd' ? 'f' : null })))).toEqual([
    { a: 'a', b: 'c', kind: 'title' },
    { a: 'b', b: 'c', kind: 'title' },
  ]);
});
