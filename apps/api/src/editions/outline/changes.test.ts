import { Changes } from './changes.ts';
import { Lru } from '../../platform/lru.ts';
import type { CommitChange } from './undo.ts';

const stand = { sectionKey: 's', parentServiceId: null, position: 'a', revisionId: 'r' };

function change(number: number): CommitChange {
  return { number, serviceId: `service ${number}`, code: String(number), before: null, after: stand };
}

/** A history of single changes that says which stretches were asked for. */
function history(): { changes: Changes; asked: [after: number, upTo: number][] } {
  const asked: [number, number][] = [];
  const changesBetween = (_: string, after: number, upTo: number) => {
    asked.push([after, upTo]);
    return Promise.resolve(Array.from({ length: upTo - after }, (__, index) => change(upTo - index)));
  };
  return { changes: new Changes({ changesBetween }, new Lru(1_000_000)), asked };
}

const numbers = (found: readonly CommitChange[]) => found.map(({ number }) => number);

test('a stretch that was gone before is not read again, and one that goes on is read from there', async () => {
  const { changes, asked } = history();
  expect(numbers((await changes.between('edition', 4, 6)).all)).toEqual([6, 5]);
  const shorter = await changes.between('edition', 5, 6);
  expect([numbers(shorter.all), shorter.read]).toEqual([[6], []]);
  const longer = await changes.between('edition', 2, 6);
  expect([numbers(longer.all), numbers(longer.read)]).toEqual([
    [6, 5, 4, 3],
    [4, 3],
  ]);
  expect(asked).toEqual([
    [4, 6],
    [2, 4],
  ]);
});

test('editions are told apart', async () => {
  const { changes, asked } = history();
  await changes.between('one', 1, 2);
  await changes.between('other', 1, 2);
  expect(asked).toHaveLength(2);
});
