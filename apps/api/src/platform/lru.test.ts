import { Lru } from './lru.ts';

test('what was unused longest goes first when the bound is passed', () => {
  const kept = new Lru<string>(10);
  kept.set('a', 'A', 4);
  kept.set('b', 'B', 4);
  expect(kept.get('a')).toBe('A');
  kept.set('c', 'C', 4);
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual(['A', undefined, 'C']);
});

test('a value that is set again counts once, and one above the bound is not kept', () => {
  const kept = new Lru<string>(10);
  kept.set('a', 'A', 6);
  kept.set('a', 'AA', 6);
  kept.set('b', 'B', 4);
  expect([kept.get('a'), kept.get('b')]).toEqual(['AA', 'B']);
  kept.set('c', 'C', 11);
  expect(kept.get('c')).toBeUndefined();
});
