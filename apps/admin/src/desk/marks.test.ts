import { describe, expect, it } from '@jest/globals';
import type { Reference } from '../api/types.ts';
import { piecesOf } from './marks.ts';

const reference = (kind: Reference['kind'], start: number, end: number): Reference => ({
  kind,
  provision: 'standard',
  start,
  end,
  key: `${kind}-${start}`,
  data: {},
});

describe('the pieces of a provision', () => {
  it('cut plain text at the borders of citations and quantities', () => {
    const pieces = piecesOf(
      [{ op: 'equal', text: '每人每月2800元，按《通知》执行。' }],
      [reference('quantity', 4, 9), reference('citation', 11, 15)],
    );
    expect(pieces.map(({ text, quantity, citation }) => [text, quantity, citation?.key ?? null])).toEqual([
      ['每人每月', false, null],
      ['2800元', true, null],
      ['，按', false, null],
      ['《通知》', false, 'citation-11'],
      ['执行。', false, null],
    ]);
  });

  it('follow the new text across deletions, which carry no marks', () => {
    const pieces = piecesOf(
      [
        { op: 'equal', text: '每月' },
        { op: 'delete', text: '2650元' },
        { op: 'insert', text: '2800元' },
        { op: 'equal', text: '。' },
      ],
      [reference('quantity', 2, 7)],
    );
    expect(pieces.map(({ op, text, quantity }) => [op, text, quantity])).toEqual([
      ['equal', '每月', false],
      ['delete', '2650元', false],
      ['insert', '2800元', true],
      ['equal', '。', false],
    ]);
  });

  it('joined are the text, whatever overlaps', () => {
    const text = '按照《办法》（京政发〔2018〕22号）执行';
    const spans = [reference('citation', 2, 21), reference('quantity', 8, 14), reference('quantity', 12, 40)];
    const pieces = piecesOf([{ op: 'equal', text }], spans, [{ start: 0, end: 6 }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.every((piece) => piece.text.length > 0)).toBe(true);
  });
});
