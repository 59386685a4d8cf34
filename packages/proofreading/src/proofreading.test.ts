import fc from 'fast-check';
import { PROVISION_KEYS, type Entry, type Outline, type Section } from '@dingben/outline';
import { bracketsOf } from './brackets.ts';
import { documentNumbers } from './document-numbers.ts';
import { fundingSentences } from './funding.ts';
import { PROOFREADING_CODES, looseAgencyKey, applyFixes, proofreadOutline, proofreadText } from './index.ts';

describe('brackets', () => {
  test.each([
    [
      '《甲》（乙）',
      [
        [0, 2],
        [3, 5],
      ],
      [],
    ],
    ['《甲（乙》', [[0, 4]], [2]],
    ['（甲)', [[0, 2]], []],
    ['》《', [], [0, 1]],
    ['a<b>c', [], []],
    [
      '《甲<乙>》',
      [
        [0, 5],
        [2, 4],
      ],
      [],
    ],
    ['1）甲；2）乙', [], []],
    ['甲1）', [], [2]],
    ['O’Neil', [], []],
  ])('of %j', (text, pairs, unpaired) => {
    const found = bracketsOf(text);
    expect([found.pairs.map(({ open, close }) => [open, close]), found.unpaired]).toEqual([pairs, unpaired]);
  });
});

describe('document numbers', () => {
  test.each([
    ['（京卫老年妇幼〔2018〕22 号）', [['京卫老年妇幼', '〔2018〕22 号', '〔2018〕22号']]],
    ['京政发﹝２０１７﹞第029号', [['京政发', '﹝２０１７﹞第029号', '〔2017〕29号']]],
    [
      '（国发〔2016〕3号）、（京政发[2017]29号）',
      [
        ['国发', '〔2016〕3号', '〔2016〕3号'],
        ['京政发', '[2017]29号', '〔2017〕29号'],
      ],
    ],
    ['《规范（2019年版）》（试行）', []],
    ['（2021）', []],
    ['每年（12）次', []],
  ])('of %j', (text, numbers) => {
    const found = documentNumbers(text);
    expect(found.map(({ issuer, start, end, regular }) => [issuer, text.slice(start, end), regular])).toEqual(numbers);
  });
});

describe('keys', () => {
  test('are one for the spellings of one thing', () => {
    const one = (keys: readonly string[]) => new Set(keys).size;
    expect(one(['市卫生健康委', '北京市卫生健康委员会', '市卫生健康委员会'].map(looseAgencyKey))).toBe(1);
    expect(one(['市人力资源和社会保障局', '市人力资源社会保障局'].map(looseAgencyKey))).toBe(1);
  });

  test('are two for two things', () => {
    expect(looseAgencyKey('市市场监管局')).not.toBe(looseAgencyKey('市场监管局'));
    expect(looseAgencyKey('市城市管理委')).not.toBe(looseAgencyKey('市管理委'));
  });
});

describe('the meaning of a sentence about funding', () => {
  const key = (text: string) => fundingSentences(text)[0]?.key;
  test.each([
    ['中央财政、市级财政和区级财政共同承担支出责任。', '中央财政、市财政、区财政共同承担支出责任。'],
    ['市级财政、区级财政共同承担支出责任。', '由市、区财政共同承担。'],
    ['区级财政承担支出责任，中央财政、市级财政适当补助。', '中央财政和市级财政给予适当补助，区财政承担支出责任。'],
  ])('%s is that of %s', (one, other) => {
    expect(key(one)).toBeDefined();
    expect(key(one)).toBe(key(other));
  });

  test.each([
    ['区级财政承担支出责任。', '区级财政承担主要支出责任。'],
    ['市级财政、区级财政共同承担支出责任。', '中央财政、区级财政共同承担支出责任。'],
    ['市级财政、区级财政共同承担支出责任。', '市级财政、区级财政承担支出责任。'],
  ])('%s is not that of %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

describe('repairs', () => {
  const at = (start: number, end: number, found: string, fix?: string) => ({
    start,
    end,
    found,
    ...(fix !== undefined && { fix }),
  });
  test('are made in the order of the text, whatever the order of the findings', () => {
    expect(applyFixes('甲,乙;丙', [at(3, 4, ';', '；'), at(1, 2, ',', '，')])).toBe('甲，乙；丙');
  });

  test('leave what has no certain repair, what overlaps, and what the text no longer says', () => {
    expect(applyFixes('甲,乙', [at(1, 2, ',')])).toBe('甲,乙');
    expect(applyFixes('(甲,)', [at(0, 4, '(甲,)', '（甲,）'), at(2, 3, ',', '，')])).toBe('（甲,）');
    expect(applyFixes('甲、乙', [at(1, 2, ',', '，')])).toBe('甲、乙');
  });
});

describe('headings', () => {
  const entry = (number: string): Entry => ({ number, title: `服务${number}` });
  const section = (number: string, title: string, entries: Entry[]): Section => ({
    kind: 'category',
    number,
    title,
    entries,
  });
  const outline = (sections: Section[]): Pick<Outline, 'sections'> => ({ sections });

  test('that count on give no finding', () => {
    expect(proofreadOutline(outline([section('一', '甲', [entry('1')]), section('二', '乙', [entry('2')])]))).toEqual(
      [],
    );
  });

  test('without a title, skipped or doubled are found by their number', () => {
    const found = proofreadOutline(
      outline([section('一', '', [entry('1')]), section('三', '乙', []), section('三', '丙', [])]),
    );
    expect(found).toEqual([
      { code: 'proofreading.heading-empty', severity: 'error', params: { number: '（一）' } },
      { code: 'proofreading.number-gap', severity: 'warning', found: '乙', params: { number: '三', expected: 2 } },
      { code: 'proofreading.number-doubled', severity: 'error', found: '丙', params: { number: '三' } },
    ]);
  });
});

describe('any text', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      ...Array.from(
        '《》〈〉<>（）()〔〕﹝﹞[]【】“”"2018年第22号令GB/T-—、，。;,. \u3000\n①市区级财政共同承担京卫发人民政府院',
      ),
    ),
  });

  test('is proofread without a throw; spans lie in it, found is what stands there, and a repair changes it', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...PROVISION_KEYS), (given, provision) => {
        for (const { code, start = -1, end = -1, found, fix } of proofreadText(given, provision)) {
          expect(PROOFREADING_CODES).toContain(code);
          expect(0 <= start && start <= end && end <= given.length).toBe(true);
          expect(given.slice(start, end)).toBe(found);
          expect(fix).not.toBe(found);
        }
      }),
    );
  });
});

describe('100,000 characters of bad will', () => {
  test.each([
    '《',
    '》',
    '（',
    '《（',
    '〔',
    '〔2018',
    '（〔2018〕',
    '<',
    '《<',
    '“',
    '"甲',
    ' 甲',
    '1.',
    '；1.',
    '①',
    '令1',
    '府令',
    'GB',
    'GB/T1-',
    '财政',
    '、',
    '，',
    '其它',
    '\n',
    '•',
    '⼈',
    '2 ',
    '《甲》',
    '《甲》（国发〔2016〕1号）',
    '市财政、',
    '服务对象：\n',
  ])('of %j take little time', (unit) => {
    const given = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
    const started = performance.now();
    for (const provision of PROVISION_KEYS) proofreadText(given, provision);
    // Five readings by every rule; what is not linear takes minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
