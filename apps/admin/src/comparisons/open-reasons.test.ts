import { expect, it } from '@jest/globals';
import type { ComparedEntry, Comparison } from '../api/types.ts';
import { isUnexplained, openReasons } from './open-reasons.ts';

type Reason = ComparedEntry['reasons'][number];

const stated = {
  version: 1,
  reason: '按国家标准调整。',
  basis: '',
  by: { id: 'p', name: '某' },
  at: '2026-01-01T00:00:00Z',
};
// Only what these functions look at.
const entry = (change: string | null, ...rationales: string[]) =>
  ({
    change,
    reasons: rationales.map((rationale) => ({ rationale }) as Reason),
    stated: null,
  }) as unknown as ComparedEntry;
const comparison = (entries: ComparedEntry[], sections: Partial<Comparison['sections'][number]>[] = []) =>
  ({ entries, sections }) as unknown as Comparison;

it('asks a reason of what no amendment and no person has explained, headings first', () => {
  const entries = [entry('a'), entry('b', '统一用语。'), entry('c', ' '), { ...entry('d'), stated }, entry(null)];
  const sections = [
    { change: 'x', stated: null },
    { change: 'y', stated },
    { change: null, stated: null },
  ];
  expect(openReasons(comparison(entries, sections))).toEqual(['x', 'a', 'c']);
});

it('lets a person explain what has another number and texts, never what an amendment explains', () => {
  expect([entry('a'), entry('b', '统一用语。'), entry(null), { ...entry('d'), stated }].map(isUnexplained)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
