import fc from 'fast-check';
import { diffText } from './diff-text.ts';
import { formatChanges, withoutFormat } from './format.ts';
import { afterOf, beforeOf } from './segment.ts';

describe('changes that are only form', () => {
  const [before, after] = [
    '按照《办法》（京民发﹝2018﹞1 号）执行，每人100元。',
    '按照《办法》(京民发〔2018〕1号)执行，每人120元。',
  ];
  const segments = diffText(before, after);

  test('read as equal text of one side, and leave the others', () => {
    expect(withoutFormat(segments)).toEqual([
      { op: 'equal', text: '按照《办法》(京民发〔2018〕1号)执行，每人' },
      { op: 'delete', text: '100元' },
      { op: 'insert', text: '120元' },
      { op: 'equal', text: '。' },
    ]);
    expect(withoutFormat(segments, 'before')[0]).toEqual({
      op: 'equal',
      text: '按照《办法》（京民发﹝2018﹞1 号）执行，每人',
    });
  });

  test('are counted', () => {
    expect(formatChanges(segments)).toBeGreaterThan(0);
    expect(formatChanges(diffText('每人100元。', '每人120元。'))).toBe(0);
    expect(formatChanges(diffText('甲', '甲'))).toBe(0);
  });

  test('keep every text of the side that is kept', () => {
    const text = fc
      .array(fc.constantFrom('市级', '（', '(', '〔2018〕', '[2018]', ' ', '100元', '，', ',', '乙'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const all = diffText(one, other);
        expect(beforeOf(withoutFormat(all, 'before'))).toBe(one);
        expect(afterOf(withoutFormat(all))).toBe(other);
      }),
    );
  });
});
