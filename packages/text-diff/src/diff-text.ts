import { CLAUSE_ENDS } from './characters.ts';
import { align, type Budget } from './align.ts';
import { cleanUp } from './clean-up.ts';
import { segmentsOf, type Hunk, type Segment } from './segment.ts';
import { sharedRuns, tokenUnits, unitsOf } from './units.ts';
import { scan, wordsOf, type CutRuns, type Token } from './tokenise.ts';

export interface DiffOptions {
  /** Steps that may be spent, DEFAULT_BUDGET unless told. Fewer steps give a coarser difference, never an incomplete one. */
  readonly budget?: number;
}

/** Some tens of milliseconds on one core of a small server. */
export const DEFAULT_BUDGET = 10_000_000;

/** Cutting words costs about this many steps a character. */
const STEPS_A_CHARACTER = 200;
/** Longer ranges are aligned by clauses first, and words are cut only in the clauses that differ. */
const LONG = 60;

/**
 * The difference of two texts as an official would mark it. Joined, `equal` + `delete` are `before` and `equal` + `insert`
 * are `after`, exactly; delete stands before insert; no two neighbours have the same op. Swapped sides give swapped ops.
 *
 * @example diffText('每人每月2650元。', '每人每月2800元。')
 * // equal 每人每月, delete 2650元, insert 2800元, equal 。
 */
export function diffText(before: string, after: string, options: DiffOptions = {}): Segment[] {
  if (before === after) return before === '' ? [] : [{ op: 'equal', text: before }];
  return segmentsOf(before, after, changedRanges(before, after, options));
}

/** The changed ranges of both texts in UTF-16 offsets, in order, with equal text between any two. */
export function changedRanges(before: string, after: string, options: DiffOptions = {}): Hunk[] {
  // One fixed order of the two sides makes the choice among equally good differences the same from either side.
  if (before > after)
    return rangesInOrder(after, before, options).map(({ a0, a1, b0, b1 }) => ({ a0: b0, a1: b1, b0: a0, b1: a1 }));
  return rangesInOrder(before, after, options);
}

function rangesInOrder(before: string, after: string, options: DiffOptions): Hunk[] {
  const budget: Budget = { left: options.budget ?? DEFAULT_BUDGET };
  const coarse = { a: scan(before), b: scan(after) };
  const clauses = alignClauses(coarse.a, coarse.b, budget);
  const fine = refine(coarse, clauses, budget);
  return toOffsets(fine, cleanUp(fine, fine.hunks));
}

interface Aligned {
  readonly a: readonly Token[];
  readonly b: readonly Token[];
  readonly hunks: readonly Hunk[];
}

/** Ranges of scanned tokens that differ: whole clauses in long texts, all between the first and last difference in short ones. */
function alignClauses(a: readonly Token[], b: readonly Token[], budget: Budget): Hunk[] {
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && a[head]?.text === b[head]?.text) head++;
  let tail = 0;
  while (tail < shortest - head && a[a.length - 1 - tail]?.text === b[b.length - 1 - tail]?.text) tail++;
  const whole = { a0: head, a1: a.length - tail, b0: head, b1: b.length - tail };
  const [restA, restB] = [a.slice(whole.a0, whole.a1), b.slice(whole.b0, whole.b1)];
  if (Math.min(lengthOf(restA), lengthOf(restB)) <= LONG) return [whole];
  const [clausesA, clausesB] = [clausesOf(restA), clausesOf(restB)];
  const ids = new Map<string, number>();
  return align(unitsOf(clausesA.texts, ids), unitsOf(clausesB.texts, ids), budget).map((hunk) => ({
    a0: head + (clausesA.starts[hunk.a0] ?? restA.length),
    a1: head + (clausesA.starts[hunk.a1] ?? restA.length),
    b0: head + (clausesB.starts[hunk.b0] ?? restB.length),
    b1: head + (clausesB.starts[hunk.b1] ?? restB.length),
  }));
}

interface Clauses {
  readonly texts: readonly string[];
  /** Index of each clause's first token. */
  readonly starts: readonly number[];
}

function clausesOf(tokens: readonly Token[]): Clauses {
  const starts: number[] = [];
  const texts: string[] = [];
  let text = '';
  for (const [index, token] of tokens.entries()) {
    if (text === '') starts.push(index);
    text += token.text;
    if (!CLAUSE_ENDS.has(token.text) && !token.text.includes('\n')) continue;
    texts.push(text);
    text = '';
  }
  if (text !== '') texts.push(text);
  return { texts, starts };
}

/** Cuts the differing ranges into words and aligns those; what is equal stays as it was scanned. */
function refine(coarse: Omit<Aligned, 'hunks'>, clauses: readonly Hunk[], budget: Budget): Aligned {
  const [a, b, hunks]: [Token[], Token[], Hunk[]] = [[], [], []];
  let [fromA, fromB] = [0, 0];
  const known: CutRuns = new Map();
  for (const clause of clauses) {
    const range = trimmed(coarse, clause);
    appendTo(a, coarse.a.slice(fromA, range.a0));
    appendTo(b, coarse.b.slice(fromB, range.b0));
    const [oldTokens, newTokens] = cut(
      coarse.a.slice(range.a0, range.a1),
      coarse.b.slice(range.b0, range.b1),
      budget,
      known,
    );
    const ids = new Map<string, number>();
    const [atA, atB] = [a.length, b.length];
    const found = align(tokenUnits(oldTokens, ids), tokenUnits(newTokens, ids), budget);
    for (const hunk of found)
      hunks.push({ a0: atA + hunk.a0, a1: atA + hunk.a1, b0: atB + hunk.b0, b1: atB + hunk.b1 });
    appendTo(a, oldTokens);
    appendTo(b, newTokens);
    [fromA, fromB] = [range.a1, range.b1];
  }
  appendTo(a, coarse.a.slice(fromA));
  appendTo(b, coarse.b.slice(fromB));
  return { a, b, hunks };
}

/** What both sides begin and end with needs no cutting. */
function trimmed({ a, b }: Omit<Aligned, 'hunks'>, { a0, a1, b0, b1 }: Hunk): Hunk {
  while (a0 < a1 && b0 < b1 && a[a0]?.text === b[b0]?.text) {
    a0++;
    b0++;
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1]?.text === b[b1 - 1]?.text) {
    a1--;
    b1--;
  }
  return { a0, a1, b0, b1 };
}

/** Not `push(...tokens)`: a long text would overflow the stack with its arguments. */
function appendTo(target: Token[], tokens: readonly Token[]): void {
  for (const token of tokens) target.push(token);
}

function cut(
  a: readonly Token[],
  b: readonly Token[],
  budget: Budget,
  known: CutRuns,
): [readonly Token[], readonly Token[]] {
  if (a.length === 0 || b.length === 0) return [a, b];
  const cost = (lengthOf(a) + lengthOf(b)) * STEPS_A_CHARACTER;
  if (cost > budget.left) return [a, b];
  budget.left -= cost;
  const [oldTokens = [], newTokens = []] = wordsOf([a, b], known, sharedRuns(a, b));
  return [oldTokens, newTokens];
}

function lengthOf(tokens: readonly Token[]): number {
  let length = 0;
  for (const { text } of tokens) length += text.length;
  return length;
}

function toOffsets({ a, b }: Aligned, hunks: readonly Hunk[]): Hunk[] {
  const [inA, inB] = [offsetsOf(a), offsetsOf(b)];
  return hunks.map((hunk) => {
    const place = { a0: inA[hunk.a0] ?? 0, a1: inA[hunk.a1] ?? 0, b0: inB[hunk.b0] ?? 0, b1: inB[hunk.b1] ?? 0 };
    return narrow(place, a.slice(hunk.a0, hunk.a1), b.slice(hunk.b0, hunk.b1));
  });
}

/** 市 → 市级 is an insertion of 级: where one side is the beginning or the end of the other, only the rest changed. */
function narrow(place: Hunk, a: readonly Token[], b: readonly Token[]): Hunk {
  if (a.length === 0 || b.length === 0 || [...a, ...b].some((token) => token.kind === 'atom')) return place;
  const [old, now] = [textOf(a), textOf(b)];
  const [long, short] = old.length > now.length ? [old, now] : [now, old];
  const { a0, a1, b0, b1 } = place;
  if (long.startsWith(short)) return { a0: a0 + short.length, a1, b0: b0 + short.length, b1 };
  if (long.endsWith(short)) return { a0, a1: a1 - short.length, b0, b1: b1 - short.length };
  return place;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}

function offsetsOf(tokens: readonly Token[]): number[] {
  let offset = 0;
  return [0, ...tokens.map((token) => (offset += token.text.length))];
}
