import type { Hunk } from './segment.ts';
import type { Token } from './tokenise.ts';

/** Words that carry no subject; alone between two changes they only break what reads as one. */
const FILLERS = new Set([
  '的',
  '和',
  '与',
  '及',
  '等',
  '在',
  '为',
  '对',
  '按',
  '或',
  '以及',
  '并',
  '了',
  '是',
  '其',
  '所',
  '者',
  '性',
]);
/** A change this many times as large as what stands between it and the next swallows it. */
const SWALLOW = 3;
/** In tokens. */
const LONGEST_ISLAND = 200;
/** An atom counts for this much at most, or one long 《title》 would swallow all that is near it. */
const ATOM_SIZE = 4;

interface Sides {
  readonly a: readonly Token[];
  readonly b: readonly Token[];
}

/** Joins changes that only a scrap of equal text holds apart, then moves each pure insertion or deletion to where a clause ends. */
export function cleanUp(sides: Sides, hunks: readonly Hunk[]): Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    let last = hunk;
    for (let before = joined.at(-1); before !== undefined && isIsland(sides, before, last); before = joined.at(-1)) {
      joined.pop();
      last = { a0: before.a0, a1: last.a1, b0: before.b0, b1: last.b1 };
    }
    joined.push(last);
  }
  return joined
    .map((hunk, index) => slide(sides, hunk, joined[index - 1], joined[index + 1]))
    .flatMap((hunk, index, slid) => apart(sides, hunk, slid[index + 1]));
}

function isIsland({ a, b }: Sides, left: Hunk, right: Hunk): boolean {
  // Most changes stand far apart, and what stands between them need not be read.
  if (right.a0 - left.a1 > LONGEST_ISLAND) return false;
  const between = a.slice(left.a1, right.a0);
  const content = contentOf(between);
  const text = between.reduce((length, token) => length + token.text.length, 0);
  if (between.some((token) => token.text.includes('\n'))) return false;
  if (content === 0) return !(isReplacedAtom({ a, b }, left) && isReplacedAtom({ a, b }, right));
  if (text === 1) return true;
  if (between.some((token) => token.kind === 'atom')) return false;
  return content * SWALLOW <= Math.min(sizeOf({ a, b }, left), sizeOf({ a, b }, right));
}

/** Characters that say something: neither marks nor fillers. */
function contentOf(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => {
    if (token.kind === 'mark' || token.kind === 'space' || FILLERS.has(token.text)) return sum;
    return sum + token.text.length;
  }, 0);
}

function sizeOf({ a, b }: Sides, hunk: Hunk): number {
  const size = (tokens: readonly Token[]): number =>
    tokens.reduce(
      (sum, token) => sum + (token.kind === 'atom' ? Math.min(ATOM_SIZE, token.text.length) : token.text.length),
      0,
    );
  return Math.max(size(a.slice(hunk.a0, hunk.a1)), size(b.slice(hunk.b0, hunk.b1)));
}

/** 520元 → 600元: each such pair is marked by itself, so that 520元、390元 → 600元、450元 shows two amounts. */
function isReplacedAtom({ a, b }: Sides, hunk: Hunk): boolean {
  return (
    hunk.a1 - hunk.a0 === 1 && hunk.b1 - hunk.b0 === 1 && a[hunk.a0]?.kind === 'atom' && b[hunk.b0]?.kind === 'atom'
  );
}

/**
 * 2650元。 → 2800元。按照…执行。 is two changes, an amount and a sentence, though as one it ends before the last full stop:
 * where an atom became an atom and the mark behind both stands again at the end, that mark is kept and what follows is
 * marked by itself.
 */
function apart({ a, b }: Sides, hunk: Hunk, after: Hunk | undefined): Hunk[] {
  const { a0, a1, b0, b1 } = hunk;
  const [oldLength, newLength] = [a1 - a0, b1 - b0];
  const longer = oldLength > newLength ? a.slice(a0, a1) : b.slice(b0, b1);
  if (Math.min(oldLength, newLength) !== 1 || longer.length < 3) return [hunk];
  if (a[a0]?.kind !== 'atom' || b[b0]?.kind !== 'atom') return [hunk];
  const mark = a[a1];
  if (mark === undefined || longer[1]?.text !== mark.text || edgeScore(mark) < 2) return [hunk];
  // The mark that moves must leave equal text before the next change.
  if (after !== undefined && after.a0 <= a1 + 1) return [hunk];
  return [
    { a0, a1: a0 + 1, b0, b1: b0 + 1 },
    { a0: a0 + 2, a1: a1 + 1, b0: b0 + 2, b1: b1 + 1 },
  ];
}

/**
 * A pure insertion or deletion can often stand in several places: A、|B、|C or A|、B|、C. The place where it starts after
 * a mark and ends with one reads as an official would strike it; the first of equals is taken.
 */
function slide(sides: Sides, hunk: Hunk, before: Hunk | undefined, after: Hunk | undefined): Hunk {
  const deletes = hunk.b0 === hunk.b1;
  if (!deletes && hunk.a0 !== hunk.a1) return hunk;
  const tokens = deletes ? sides.a : sides.b;
  const [start, end] = deletes ? [hunk.a0, hunk.a1] : [hunk.b0, hunk.b1];
  const floor = before === undefined ? 0 : (deletes ? before.a1 : before.b1) + 1;
  const ceiling = after === undefined ? tokens.length : (deletes ? after.a0 : after.b0) - 1;
  let low = 0;
  while (start + low > floor && tokens[start + low - 1]?.text === tokens[end + low - 1]?.text) low--;
  let [best, score] = [0, -1];
  for (let shift = low; end + shift <= ceiling; shift++) {
    const value =
      edgeScore(tokens[start + shift - 1]) +
      edgeScore(tokens[end + shift - 1]) +
      (tokens[start + shift]?.text === '、' ? 1 : 0);
    if (value > score) [best, score] = [shift, value];
    if (end + shift >= ceiling || tokens[start + shift]?.text !== tokens[end + shift]?.text) break;
  }
  return { a0: hunk.a0 + best, a1: hunk.a1 + best, b0: hunk.b0 + best, b1: hunk.b1 + best };
}

const STOPS = new Map([
  ['\n', 4],
  ['。', 4],
  ['；', 3],
  ['，', 2],
  ['：', 2],
  ['、', 2],
]);

/** How well a change may begin or end behind this token; the beginning of the text is as good as a full stop. */
function edgeScore(token: Token | undefined): number {
  return token === undefined ? 4 : (STOPS.get(token.text.slice(-1)) ?? (token.kind === 'mark' ? 1 : 0));
}
