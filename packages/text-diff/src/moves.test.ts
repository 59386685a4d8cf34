import fc from 'fast-check';
import { diffText } from './diff-text.ts';
import { withMoves, type MovedSegment } from './moves.ts';
import { afterOf, beforeOf } from './segment.ts';

/** As the difference is read aloud: `[-…-]`, `{+…+}`, and a number on both places of a moved clause. */
function marked(segments: readonly MovedSegment[]): string {
  return segments
    .map(({ op, text, move }) => {
      const number = move === undefined ? '' : `${move + 1}:`;
      return op === 'equal' ? text : op === 'delete' ? `[-${number}${text}-]` : `{+${number}${text}+}`;
    })
    .join('');
}

const moved = (before: string, after: string): string => marked(withMoves(diffText(before, after)));

describe('withMoves', () => {
  test.each([
    [
      'a sentence that went to the end',
      '残疾人信息每年更新一次。符合条件的残疾人可申请辅助器具。由区残联审核。',
      '符合条件的残疾人可申请辅助器具。由区残联审核。残疾人信息每年更新一次。',
      '[-1:残疾人信息每年更新一次。-]符合条件的残疾人可申请辅助器具。由区残联审核。{+1:残疾人信息每年更新一次。+}',
    ],
    [
      'a clause whose mark follows its new place',
      '为失能老年人提供上门服务，建立健康档案，每年体检一次。',
      '建立健康档案，每年体检一次，为失能老年人提供上门服务。',
      '[-1:为失能老年人提供上门服务，-]建立健康档案，每年体检一次{+，+}{+1:为失能老年人提供上门服务+}。',
    ],
    [
      'nothing where a clause was only struck',
      '残疾人信息每年更新一次。由区残联审核。',
      '由区残联审核。',
      '[-残疾人信息每年更新一次。-]由区残联审核。',
    ],
    [
      'nothing where a clause of few words stands in both by chance',
      '市民政局，区残联负责审核。另行通知。',
      '区残联负责审核。市民政局，另行通知。',
      '[-市民政局，-]区残联负责审核。{+市民政局，+}另行通知。',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(moved(before, after)).toBe(expected);
  });

  test('keeps both texts, whatever moved', () => {
    const clause = fc.constantFrom(
      '残疾人信息每年更新一次。',
      '由区残联负责审核，',
      '每人每月2800元；',
      '另行通知。',
      '的',
    );
    const text = fc.array(clause, { maxLength: 8 }).map((clauses) => clauses.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const segments = withMoves(diffText(before, after));
        expect(beforeOf(segments)).toBe(before);
        expect(afterOf(segments)).toBe(after);
        const places = segments.flatMap(({ op, move }) => (move === undefined ? [] : [`${op} ${move}`]));
        expect(new Set(places).size).toBe(places.length);
        for (const place of places) {
          const [op, move] = place.split(' ');
          expect(places).toContain(`${op === 'delete' ? 'insert' : 'delete'} ${move}`);
        }
      }),
    );
  });
});
