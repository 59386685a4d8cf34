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

test('what is kept is not loaded again, but in another state, and what is not there is left out', async () => {
  const lru = new Lru<string>(10);
  const asked: (readonly string[])[] = [];
  const load = (missing: readonly string[]) => {
    asked.push(missing);
    return Promise.resolve(missing.filter((id) => id !== 'none').map((id) => [id, `text of ${id}`] as const));
  };
  const through = (ids: readonly string[], stamp?: string) => lru.through(ids, load, () => 1, stamp);
  expect(await through(['a', 'none'])).toEqual(new Map([['a', 'text of a']]));
  expect([...(await through(['a', 'b'])).keys()]).toEqual(['a', 'b']);
  await through(['a'], '2');
  expect(asked).toEqual([['a', 'none'], ['b'], ['a']]);
});
