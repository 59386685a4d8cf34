import { describe, expect, it } from '@jest/globals';
import { toldTogether, type RecentAct } from './recent.ts';

const edition = { id: 'e', label: '2025年版' };
const amendment = (number: number) => ({ id: `a${number}`, number, title: `修订${number}` });
let count = 0;
const act = (action: string, more: Partial<RecentAct> = {}): RecentAct => ({
  ...{ id: String((count += 1)), action, actor: { id: 'p', name: '刘静怡' }, at: '2026-11-26T06:14:00Z' },
  ...{ fromState: null, toState: null, comment: null, draftNumber: null, outcome: 'ok', edition, amendment: null },
  ...more,
});
const shapeOf = (acts: readonly RecentAct[]) =>
  toldTogether(acts).map((told) => [
    told.amendment?.title ?? told.edition.label,
    ...told.acts.map(({ act: { action }, times }) => `${action} ${times}`),
  ]);

describe('what was done lately', () => {
  const of = (number: number) => ({ amendment: amendment(number) });

  it('is told by the thing it was done to, which is named once', () => {
    const acts = [act('submitted', of(2)), act('opened', of(2)), act('merged', of(1)), act('opened', of(2))];
    expect(shapeOf(acts)).toEqual([
      ['修订2', 'submitted 1', 'opened 1'],
      ['修订1', 'merged 1'],
      ['修订2', 'opened 1'],
    ]);
  });

  it('keeps what was done to an edition apart from what was done to its amendments', () => {
    expect(shapeOf([act('published'), act('scheduled'), act('merged', of(1))])).toEqual([
      ['2025年版', 'published 1', 'scheduled 1'],
      ['修订1', 'merged 1'],
    ]);
  });

  it('counts one act of one person on end, but never drops what was said', () => {
    const other = { id: 'q', name: '陈晓明' };
    const acts = [
      ...[act('edited', of(1)), act('edited', of(1)), act('edited', { ...of(1), actor: other })],
      ...[act('commented', { ...of(1), comment: '请补充。' }), act('commented', { ...of(1), comment: '已补充。' })],
    ];
    expect(shapeOf(acts)).toEqual([['修订1', 'edited 2', 'edited 1', 'commented 1', 'commented 1']]);
  });
});
