import { withFix, withFixes } from './fix.ts';

const comma = { start: 1, end: 2, found: ',', fix: '，' };

describe('a repair', () => {
  test.each([
    ['甲,乙', comma, '甲，乙'],
    ['新甲,乙', comma, '新甲，乙'],
    ['新甲,乙,丙', comma, null],
    ['甲乙', comma, null],
    ['甲乙', { start: 2, end: 2, found: '', fix: '。' }, '甲乙。'],
    ['甲乙。', { start: 2, end: 2, found: '', fix: '。' }, null],
    ['《甲》（一）《乙》', { start: 5, end: 6, found: '）', fix: '）、' }, '《甲》（一）、《乙》'],
    ['《甲》（一）、《乙》', { start: 5, end: 6, found: '）', fix: '）、' }, null],
    ['甲 乙', { start: 1, end: 2, found: ' ', fix: '' }, '甲乙'],
  ])('of %j', (text, fix, expected) => {
    expect(withFix(text, fix)).toBe(expected);
  });

  test('that only adds at the end adds at the end of a text that has grown', () => {
    expect(withFix('甲乙丙', { start: 2, end: 2, found: '', fix: '。' }, 2)).toBe('甲乙丙。');
  });
});

describe('several repairs', () => {
  test('do not move each other', () => {
    const fixes = [
      { start: 0, end: 3, found: '(甲)', fix: '（甲）' },
      { start: 3, end: 4, found: ',', fix: '，' },
      { start: 5, end: 5, found: '', fix: '。' },
    ];
    expect(withFixes('(甲),乙', fixes).text).toBe('（甲），乙。');
  });

  test('that overlap are made one at a time, and the other is told', () => {
    const outer = { start: 0, end: 5, found: '(1,2)', fix: '（1,2）' };
    const inner = { start: 2, end: 3, found: ',', fix: '，' };
    expect(withFixes('(1,2)', [outer, inner])).toEqual({ text: '(1，2)', made: [inner], left: [outer] });
  });
});
