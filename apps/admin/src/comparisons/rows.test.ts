import { describe, expect, it } from '@jest/globals';
import type { ComparedEntry, Comparison } from '../api/types.ts';
import { viewFrom, withView } from './address.ts';
import { changedLines } from './lines.ts';
import { classCounts, rowsOf, shownEntries, shownKinds } from './rows.ts';

const none = { added: [], removed: [] };
const entry = (more: Partial<ComparedEntry>): ComparedEntry => ({
  serviceId: 's',
  change: 'c',
  changes: ['amended'],
  classes: [],
  classesProposed: [],
  confirmation: null,
  outdated: null,
  evidence: [],
  certain: false,
  before: { number: '10', title: '困境儿童保障', path: ['一', '三'] },
  after: { number: '10', title: '困境儿童保障', path: ['一', '三'] },
  provisions: {},
  quantities: [],
  citations: none,
  agencies: none,
  funding: none,
  reasons: [],
  stated: null,
  ...more,
});
const comparison = (entries: ComparedEntry[]): Comparison => ({
  schema: 'dingben.comparison/1',
  before: '甲',
  after: '乙',
  summary: { added: 0, removed: 0, moved: 0, renumbered: 0, retitled: 0, amended: 0, unchanged: 0 },
  sections: [],
  entries,
});
const view = (search: string) => viewFrom(new URLSearchParams(search));

describe('what a comparison shows', () => {
  const raised = entry({ classes: ['提高标准', '调整依据'] });
  const renumbered = entry({ changes: ['renumbered'] });
  const format = entry({ classes: ['格式'] });
  const all = comparison([raised, renumbered, format]);

  it('leaves out renumbering alone unless it is asked for', () => {
    expect(shownEntries(all, view(''))).toEqual([raised, format]);
    expect(shownEntries(all, view('renumbered=show'))).toEqual([raised, renumbered, format]);
    expect(shownEntries(all, view('only=renumbered'))).toEqual([renumbered]);
  });

  it('filters by kind and by class', () => {
    expect(shownEntries(all, view('only=class.提高标准'))).toEqual([raised]);
    expect(shownEntries(all, view('only=amended&format=hide'))).toEqual([raised, format]);
    expect(shownEntries(all, view('format=hide'))).toEqual([raised]);
  });

  it('filters by what nobody confirmed, and by what has no class', () => {
    const by = { id: 'p', name: '某人' };
    const confirmed = entry({ classes: ['新增'], confirmation: { version: 1, by, at: '2026-11-26T00:00:00.000000Z' } });
    const numbered = entry({ changes: ['renumbered'], change: null });
    const waiting = comparison([confirmed, numbered, raised, entry({})]);
    expect(shownEntries(waiting, view('only=unconfirmed'))).toEqual([raised, entry({})]);
    expect(shownEntries(waiting, view('only=unclassed'))).toEqual([entry({})]);
  });

  it('shows what was merged into another under its own number and title, which is no change of title', () => {
    const parts = [
      { number: '10', title: '困境儿童保障', path: ['一', '三'] },
      { number: '11', title: '农村留守儿童关爱', path: ['一', '三'] },
    ];
    const merged = entry({ changes: ['merged'], before: parts[1] ?? null, merged: { goesOn: false, parts } });
    expect(changedLines([merged])).toMatchObject([{ number: '11', title: '农村留守儿童关爱' }]);
    expect(rowsOf(merged)).toEqual([]);
    expect(shownEntries(comparison([raised, merged]), view('only=merged'))).toEqual([merged]);
  });

  it('counts kinds that do not occur only where none is news', () => {
    const { summary } = comparison([]);
    expect(shownKinds(summary, '')).toEqual(['amended', 'added', 'removed']);
    expect(shownKinds({ ...summary, renumbered: 3, split: 1 }, '')).toEqual([
      ...['amended', 'added', 'removed'],
      ...['renumbered', 'split'],
    ]);
    expect(shownKinds(summary, 'moved')).toEqual(['amended', 'added', 'removed', 'moved']);
  });

  it('counts classes in the order of the official table', () => {
    expect(classCounts(all)).toEqual([
      { name: '提高标准', count: 1 },
      { name: '调整依据', count: 1 },
      { name: '格式', count: 1 },
    ]);
  });

  it('says a move and a new title in lines of their own, before the provisions', () => {
    const moved = entry({
      changes: ['moved', 'retitled'],
      after: { number: '12', title: '儿童保障', path: ['七', '十七'] },
      provisions: { standard: [{ op: 'insert', text: '免费' }] },
    });
    expect(rowsOf(moved).map(({ field }) => field)).toEqual(['place', 'title', 'standard']);
    expect(rowsOf(moved)[0]?.segments.map(({ text }) => text)).toEqual(['一、／（三）', '七、／（十七）']);
  });
});

describe('the address of a comparison', () => {
  it('holds the whole view and nothing that is usual', () => {
    const params = withView(new URLSearchParams('before=edition:a&after=edition:b'), { mode: 'inline', only: 'added' });
    expect(viewFrom(params)).toEqual({
      before: 'edition:a',
      after: 'edition:b',
      only: 'added',
      mode: 'inline',
      unchanged: false,
      renumbered: false,
      format: true,
    });
    expect(withView(params, { mode: 'side', only: '' }).toString()).toBe('before=edition%3Aa&after=edition%3Ab');
  });
});
