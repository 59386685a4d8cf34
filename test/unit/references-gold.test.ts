import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { leaves } from '@dingben/outline';
import { read, type KnownHeading } from '@dingben/reader';
import { derive, REFERENCE_KINDS, type ReferenceKind } from '@dingben/references';
import { readGold, seenIn, type Seen } from '../support/gold-references.ts';

const folder = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
// The bundled data has this form; the reader's own tests rest on it too.
const data = JSON.parse(readFileSync(`${folder}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
const outline = read(readFileSync(`${folder}.txt`, 'utf8'), { knownHeadings: data.headings });
const gold = readGold('test/fixtures/references/bundled-standard.gold.txt');

/** What was reached; a scanner that falls below it has lost something that it knew. */
const REACHED: Readonly<Record<ReferenceKind, { precision: number; recall: number }>> = {
  citation: { precision: 1, recall: 1 },
  certificate: { precision: 1, recall: 1 },
  agency: { precision: 1, recall: 1 },
  funding: { precision: 1, recall: 1 },
  targetGroup: { precision: 0.996, recall: 0.996 },
  quantity: { precision: 1, recall: 1 },
};

interface Measure {
  readonly right: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

/** In their order, as the longest common subsequence: a mention in the wrong place is not the one that a person saw. */
function compare(path: string, expected: readonly Seen[], found: readonly Seen[]): Measure {
  const common = Array.from({ length: expected.length + 1 }, () => Array<number>(found.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = found.length - 1; j >= 0; j--) {
      const row = common[i] ?? [];
      row[j] = expected[i] === found[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const [wrong, missed]: [string[], string[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < expected.length || j < found.length) {
    if (i < expected.length && j < found.length && expected[i] === found[j]) [i, j] = [i + 1, j + 1];
    else if (j >= found.length || (i < expected.length && at(i + 1, j) >= at(i, j + 1)))
      missed.push(`[${path}] ${expected[i++] ?? ''}`);
    else wrong.push(`[${path}] ${found[j++] ?? ''}`);
  }
  return { right: at(0, 0), wrong, missed };
}

function measure(kind: ReferenceKind): Measure {
  const all = [...leaves(outline)].map(({ entry, path }): Measure => {
    const provisions = entry.provisions;
    if (provisions === undefined) throw new Error(`Entry ${path} is a leaf and has no provisions.`);
    const found = derive(provisions).filter((reference) => reference.kind === kind);
    return compare(
      path,
      gold.get(path)?.[kind] ?? [],
      found.map((each) => seenIn(each, provisions[each.provision])),
    );
  });
  return {
    right: all.reduce((sum, each) => sum + each.right, 0),
    wrong: all.flatMap((each) => each.wrong),
    missed: all.flatMap((each) => each.missed),
  };
}

test('the gold file covers all 93 entries', () => {
  expect([...gold.keys()]).toEqual([...leaves(outline)].map(({ path }) => path));
  expect([...gold.values()].flatMap((entry) => entry.citation)).toHaveLength(238);
  expect([...gold.values()].flatMap((entry) => entry.certificate)).toHaveLength(11);
});

test.each(REFERENCE_KINDS)('%s: what is derived is what a person saw', (kind) => {
  const { right, wrong, missed } = measure(kind);
  const [precision, recall] = [right / (right + wrong.length), right / (right + missed.length)];
  console.info(
    [
      `${kind}: ${right} right, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
      ...wrong.map((each) => `  found, not there: ${each}`),
      ...missed.map((each) => `  there, not found: ${each}`),
    ].join('\n'),
  );
  expect(precision).toBeGreaterThanOrEqual(REACHED[kind].precision);
  expect(recall).toBeGreaterThanOrEqual(REACHED[kind].recall);
});
