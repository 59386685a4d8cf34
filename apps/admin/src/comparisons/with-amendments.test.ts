import { expect, it } from '@jest/globals';
import type { ComparisonAnswer } from '../api/types.ts';
import { withAmendments } from './with-amendments.ts';

it('gives each entry its amendments in their order, and an entry without one none', () => {
  const [first, second] = [{ amendmentId: 'a' }, { amendmentId: 'b' }];
  const answer = {
    amendments: [first, second],
    entries: [{ reasons: ['b', 'a'] }, { reasons: [] }, { reasons: ['a'] }],
  } as unknown as ComparisonAnswer;
  const { entries } = withAmendments(answer);
  expect(entries.map(({ reasons }) => reasons)).toEqual([[second, first], [], [first]]);
});
