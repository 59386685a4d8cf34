import { expect, test } from '@jest/globals';
import { compareEntry, type ComparableEntry } from '@dingben/comparison';
import { leaves, PROVISION_KEYS, type Provisions } from '@dingben/outline';
import { derive, withCorrections } from '@dingben/references';
import { bundledOutline } from '../support/bundled-standard.ts';

/** Every text of the bundled standard that holds a number, with each of its numbers changed in turn; and without its first sentence. */
function* changes(): Generator<{ before: Provisions; after: Provisions }> {
  for (const { entry } of leaves(bundledOutline())) {
    const { provisions: before } = entry;
    if (before === undefined) continue;
    for (const key of PROVISION_KEYS) {
      const text = before[key];
      for (const { index, 0: number } of text.matchAll(/\d+/g)) {
        const changed = `${text.slice(0, index)}${Number(number) + 7}${text.slice(index + number.length)}`;
        yield { before, after: { ...before, [key]: changed } };
      }
      yield { before, after: { ...before, [key]: text.slice(text.search(/[，。]/) + 1) } };
    }
  }
}

const entry = (provisions: Provisions, references?: ComparableEntry['references']): ComparableEntry => ({
  code: 'S1',
  number: '1',
  title: '一项服务',
  path: [],
  section: '',
  parent: null,
  holdsItems: false,
  hash: JSON.stringify(provisions),
  provisions,
  ...(references && { references }),
});

test('a comparison with readings that were kept is the one that reads the texts', () => {
  let compared = 0;
  for (const { before, after } of changes()) {
    const kept = compareEntry(entry(before, derive(before)), entry(after, derive(after)));
    expect(kept).toEqual(compareEntry(entry(before), entry(after)));
    compared++;
  }
  expect(compared).toBeGreaterThan(800);
});

test('what a person said of a reading holds in the comparison', () => {
  const [found] = [...leaves(bundledOutline())].flatMap(({ entry: { provisions } }) =>
    provisions !== undefined && provisions.standard.includes('2650元') ? [provisions] : [],
  );
  if (found === undefined) throw new Error('no entry with 2650元');
  const raised = { ...found, standard: found.standard.replace('2650元', '2800元') };
  const said = (provisions: Provisions, amount: string) => {
    const start = provisions.standard.indexOf(amount);
    const place = { provision: 'standard', start, end: start + amount.length } as const;
    return withCorrections(derive(provisions), [{ ...place, kind: 'quantity', to: null }]);
  };
  const read = compareEntry(entry(found, derive(found)), entry(raised, derive(raised)));
  expect(read?.quantities).toHaveLength(1);
  const corrected = compareEntry(entry(found, said(found, '2650元')), entry(raised, said(raised, '2800元')));
  expect(corrected?.quantities).toEqual([]);
  expect(corrected?.classes).toEqual([]);
});
