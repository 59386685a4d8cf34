import type { Hunk } from './segment.ts';

/** What is aligned: equal ids mean equal texts; `weights` say how much a match is worth. */
export interface Units {
  readonly ids: Int32Array;
  readonly weights: Int32Array;
}

/** Work still allowed, in steps. There is no clock here, so the same texts always give the same difference. */
export interface Budget {
  left: number;
}

/** The table of one alignment takes a byte a cell; past this a range is split at anchors first. */
const LARGEST_TABLE = 4_000_000;
const DEEPEST_SPLIT = 24;
const MATCH = 1;
const DELETE = 2;
const INSERT = 3;

/**
 * The changed ranges that are left when the heaviest common subsequence stays. Where a range is too large for the budget
 * it is split at units that occur once on both sides (patience diff, Bram Cohen), and where there are none it is one hunk:
 * the answer gets coarser, never incomplete.
 */
export function align(a: Units, b: Units, budget: Budget): Hunk[] {
  const hunks: Hunk[] = [];
  alignRange({ a, b, budget, hunks }, { a0: 0, a1: a.ids.length, b0: 0, b1: b.ids.length }, 0);
  return hunks;
}

interface Work {
  readonly a: Units;
  readonly b: Units;
  readonly budget: Budget;
  readonly hunks: Hunk[];
}

function alignRange(work: Work, range: Hunk, depth: number): void {
  const rest = trim(work, range);
  const rows = rest.a1 - rest.a0;
  const columns = rest.b1 - rest.b0;
  if (rows === 0 && columns === 0) return;
  const cells = (rows + 1) * (columns + 1);
  if (rows === 0 || columns === 0) work.hunks.push(rest);
  else if (cells <= LARGEST_TABLE && cells <= work.budget.left) alignByTable(work, rest);
  else if (depth < DEEPEST_SPLIT && rows + columns <= work.budget.left) splitAtAnchors(work, rest, depth);
  else work.hunks.push(rest);
}

function trim({ a, b }: Work, { a0, a1, b0, b1 }: Hunk): Hunk {
  while (a0 < a1 && b0 < b1 && a.ids[a0] === b.ids[b0]) {
    a0++;
    b0++;
  }
  while (a0 < a1 && b0 < b1 && a.ids[a1 - 1] === b.ids[b1 - 1]) {
    a1--;
    b1--;
  }
  return { a0, a1, b0, b1 };
}

/** Dynamic programming from the end, so that the walk back runs forwards and takes the earliest of equal choices. */
function alignByTable(work: Work, range: Hunk): void {
  const rows = range.a1 - range.a0;
  const columns = range.b1 - range.b0;
  const width = columns + 1;
  work.budget.left -= (rows + 1) * width;
  const steps = new Uint8Array((rows + 1) * width);
  const bIds = work.b.ids.subarray(range.b0, range.b1);
  let below = new Int32Array(width);
  let row = new Int32Array(width);
  for (let i = rows - 1; i >= 0; i--) {
    const id = work.a.ids[range.a0 + i] ?? 0;
    const weight = work.a.weights[range.a0 + i] ?? 0;
    row[columns] = 0;
    fillRow(steps.subarray(i * width, (i + 1) * width), bIds, { row, below, id, weight });
    [row, below] = [below, row];
  }
  walk(work, range, steps);
}

interface Row {
  readonly row: Int32Array;
  readonly below: Int32Array;
  readonly id: number;
  readonly weight: number;
}

function fillRow(steps: Uint8Array, bIds: Int32Array, { row, below, id, weight }: Row): void {
  let right = 0;
  let diagonal = below[bIds.length] ?? 0;
  for (let j = bIds.length - 1; j >= 0; j--) {
    const down = below[j] ?? 0;
    let best = down >= right ? down : right;
    let step = down >= right ? DELETE : INSERT;
    if (bIds[j] === id && diagonal + weight >= best) {
      best = diagonal + weight;
      step = MATCH;
    }
    steps[j] = step;
    row[j] = best;
    right = best;
    diagonal = down;
  }
}

function walk(work: Work, { a0, a1, b0, b1 }: Hunk, steps: Uint8Array): void {
  const width = b1 - b0 + 1;
  let [i, j] = [a0, b0];
  let [fromA, fromB] = [a0, b0];
  const close = (): void => {
    if (i > fromA || j > fromB) work.hunks.push({ a0: fromA, a1: i, b0: fromB, b1: j });
  };
  while (i < a1 && j < b1) {
    const step = steps[(i - a0) * width + (j - b0)];
    if (step === MATCH) {
      close();
      i++;
      j++;
      [fromA, fromB] = [i, j];
    } else if (step === DELETE) i++;
    else j++;
  }
  [i, j] = [a1, b1];
  close();
}

function splitAtAnchors(work: Work, range: Hunk, depth: number): void {
  work.budget.left -= range.a1 - range.a0 + (range.b1 - range.b0);
  const anchors = risingAnchors(uniquePairs(work, range));
  if (anchors.length === 0) {
    work.hunks.push(range);
    return;
  }
  let { a0, b0 } = range;
  for (const [i, j] of anchors) {
    alignRange(work, { a0, a1: i, b0, b1: j }, depth + 1);
    [a0, b0] = [i + 1, j + 1];
  }
  alignRange(work, { a0, a1: range.a1, b0, b1: range.b1 }, depth + 1);
}

type Pair = readonly [a: number, b: number];

/** Units that occur exactly once in the range on either side, in the order of the old text. */
function uniquePairs({ a, b }: Work, { a0, a1, b0, b1 }: Hunk): Pair[] {
  const inA = occurrences(a.ids, a0, a1);
  const inB = occurrences(b.ids, b0, b1);
  const pairs: Pair[] = [];
  for (const [id, i] of inA) {
    const j = inB.get(id);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return pairs.sort((left, right) => left[0] - right[0]);
}

/** Where each id stands, or -1 where it stands more than once. */
function occurrences(ids: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const id = ids[at] ?? 0;
    places.set(id, places.has(id) ? -1 : at);
  }
  return places;
}

/** The longest run of pairs that rise on both sides. */
function risingAnchors(pairs: readonly Pair[]): Pair[] {
  const kept = new Set(longestRising(pairs.map((pair) => pair[1])));
  return pairs.filter((_, index) => kept.has(index));
}

/** Indexes of the longest strictly rising subsequence, by patience sorting: n log n. */
export function longestRising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous = new Int32Array(values.length);
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const rising: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rising.push(at);
  return rising.reverse();
}
