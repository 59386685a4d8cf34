import { expect, test } from '@jest/globals';
import { leaves, PROVISION_KEYS } from '@dingben/outline';
import { scanQuantities } from '@dingben/references';
import { diffText } from '@dingben/text-diff';
import { quantityPairs, replacedPairs } from '../../packages/comparison/src/quantities.ts';
import { bundledOutline } from '../support/bundled-standard.ts';

/** Every text of the bundled standard that holds a number, with each of its numbers changed in turn. */
function* changes(): Generator<{ before: string; after: string }> {
  for (const { entry } of leaves(bundledOutline())) {
    for (const key of PROVISION_KEYS) {
      const before = entry.provisions?.[key] ?? '';
      for (const { index, 0: number } of before.matchAll(/\d+/g)) {
        yield { before, after: `${before.slice(0, index)}${Number(number) + 7}${before.slice(index + number.length)}` };
      }
    }
  }
}

test('amounts read from the sentences that differ are those read from whole texts', () => {
  let compared = 0;
  for (const { before, after } of changes()) {
    const segments = diffText(before, after);
    const whole = replacedPairs(segments, scanQuantities(before), scanQuantities(after));
    expect(quantityPairs(segments)).toEqual(whole.filter((pair) => pair.before.key !== pair.after.key));
    compared++;
  }
  expect(compared).toBeGreaterThan(400);
});
