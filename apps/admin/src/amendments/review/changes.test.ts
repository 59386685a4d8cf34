import { describe, expect, it } from '@jest/globals';
import type { Edit, RevisionText } from '../../api/amendment-types.ts';
import { chipsOf, textChanges } from './changes.ts';

const text = (title: string, standard: string): RevisionText => ({
  revisionId: title + standard,
  title,
  provisions: { targetGroup: '儿童', content: '补助', standard, funding: '市级财政', leadAgency: '市民政局' },
});

const edit = (more: Partial<Edit>): Edit => ({
  id: 'e',
  kind: 'revise',
  version: 1,
  serviceId: 's',
  code: 'c',
  number: '10',
  updatedBy: { id: 'p', name: '甲' },
  updatedAt: '2023-06-10T00:00:00Z',
  base: null,
  current: null,
  proposed: null,
  place: null,
  differences: { title: null, provisions: {} },
  quantities: [],
  classes: [],
  ...more,
});

describe('the changes of an edit', () => {
  it('are only the texts that differ, joined the old and the new text', () => {
    const changes = textChanges(edit({ base: text('甲', '每月2650元。'), proposed: text('甲', '每月2800元。') }));
    expect(changes.map(({ field }) => field)).toEqual(['standard']);
    const segments = changes[0]?.segments ?? [];
    const joined = (not: string) => segments.flatMap(({ op, text: part }) => (op === not ? [] : [part])).join('');
    expect([joined('insert'), joined('delete')]).toEqual(['每月2650元。', '每月2800元。']);
  });

  it('of a new entry are its texts, of a removed one the texts that go', () => {
    const added = textChanges(edit({ kind: 'add', proposed: text('新', '免费') }));
    const removed = textChanges(edit({ kind: 'remove', base: text('旧', '免费') }));
    expect(added.map(({ field }) => field)).toEqual(['targetGroup', 'content', 'standard', 'funding', 'leadAgency']);
    expect(added.every(({ segments }) => segments.every(({ op }) => op === 'insert'))).toBe(true);
    expect(removed.every(({ segments }) => segments.every(({ op }) => op === 'delete'))).toBe(true);
  });

  it('of a move are no texts', () => {
    expect(textChanges(edit({ kind: 'move', base: text('甲', '一'), proposed: text('甲', '二') }))).toEqual([]);
  });

  it('say by how much a standard rises, and leave the age limits out', () => {
    const chips = chipsOf(
      edit({
        base: text('甲', '每月2650元。'),
        proposed: text('甲', '每月2800元。'),
        classes: ['提高标准', '调整依据'],
        quantities: [
          { before: '2650元', after: '2800元', ratio: 1.0566 },
          { before: '60岁', after: '65岁', ratio: 1.0833 },
        ],
      }),
    );
    expect(chips).toEqual([
      { name: '提高标准', ratios: [1.0566] },
      { name: '调整依据', ratios: [] },
    ]);
  });
});
