import type { ImportMatching, MatchedEntry } from '../api/types.ts';
import { allAsProposed, choiceOf, decisionOf, goneServices, withDecision } from './decisions.ts';

function entry(key: string, given: Partial<MatchedEntry>): MatchedEntry {
  const nothing = { number: key, title: '', holdsItems: false, takes: null, from: [], likely: [], decided: false };
  return { key, kind: 'new', certain: false, ...nothing, ...given };
}

const matching: ImportMatching = {
  against: null,
  version: 3,
  known: ['a', 'b', 'c'].map((serviceId) => ({
    serviceId,
    code: serviceId,
    number: '1',
    title: '',
    holdsItems: false,
  })),
  entries: [
    entry('1', { kind: 'same', takes: 'a', from: ['a'], certain: true }),
    entry('2', { kind: 'renamed', takes: 'b', from: ['b'] }),
    entry('3', { decided: true }),
  ],
};

test('a choice is a decision once its services are there', () => {
  expect(decisionOf('1', 'goesOn', [], false)).toBeNull();
  expect(decisionOf('1', 'goesOn', ['a'], false)).toEqual({ entry: '1', takes: 'a', from: ['a'] });
  expect(decisionOf('1', 'split', ['a'], false)).toEqual({ entry: '1', takes: null, from: ['a'] });
  expect(decisionOf('1', 'split', ['a'], true)).toEqual({ entry: '1', takes: 'a', from: ['a'] });
  expect(decisionOf('1', 'merged', ['a'], false)).toBeNull();
  expect(decisionOf('1', 'merged', ['a', 'b'], false)).toEqual({ entry: '1', takes: 'a', from: ['a', 'b'] });
  expect(decisionOf('1', 'new', ['a'], false)).toEqual({ entry: '1', takes: null, from: [] });
});

test('the same and the renamed both go on with a service', () => {
  expect((['same', 'renamed', 'split', 'merged', 'new'] as const).map((kind) => choiceOf({ kind }))).toEqual([
    'goesOn',
    'goesOn',
    'split',
    'merged',
    'new',
  ]);
});

test('one more decision leaves the others, and takes the place of its own', () => {
  const other = { entry: '3', takes: null, from: [] };
  expect(withDecision(matching, { entry: '2', takes: 'c', from: ['c'] })).toEqual([
    other,
    { entry: '2', takes: 'c', from: ['c'] },
  ]);
  expect(withDecision(matching, { entry: '3', takes: 'c', from: ['c'] })).toEqual([
    { entry: '3', takes: 'c', from: ['c'] },
  ]);
});

test('all are confirmed as proposed, but for those that need no look', () => {
  expect(allAsProposed(matching).map(({ entry }) => entry)).toEqual(['2', '3']);
});

test('services that no entry came out of are gone', () => {
  expect(goneServices(matching).map(({ serviceId }) => serviceId)).toEqual(['c']);
});
