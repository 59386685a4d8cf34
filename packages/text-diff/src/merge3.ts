import { isMark } from './characters.ts';
import { changedRanges } from './diff-text.ts';
import type { Hunk } from './segment.ts';

/** The three readings of one stretch of the base, `[start, end)` in UTF-16 units. */
export interface Conflict {
  readonly start: number;
  readonly end: number;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A stretch of a merge: text on which both sides can stand, or a conflict. */
export type MergePiece =
  { readonly kind: 'agreed'; readonly text: string } | ({ readonly kind: 'conflict' } & Conflict);

/**
 * A merged text; or, where changes meet, the conflicts, and every piece in order: joined with one side's reading of each
 * conflict they are that side's text with the other's changes that stand apart, so nothing of either side is lost.
 */
export type Merge =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly conflicts: readonly Conflict[]; readonly pieces: readonly MergePiece[] };

/** Changes this near in one clause are put before a person. */
const NEAR = 8;

/**
 * Three-way merge of two changes of one base. The same change on both sides is taken once, changes that stand apart are
 * both taken. Changes that overlap, touch or stand near each other in one clause are a conflict: 每人→每户 and 2650元→2900元
 * can each be right and read wrongly together.
 */
export function merge3(base: string, ours: string, theirs: string): Merge {
  if (ours === theirs || theirs === base) return { ok: true, text: ours };
  if (ours === base) return { ok: true, text: theirs };
  const pieces = piecesOf(base, clusters(base, [...editsOf(base, ours, 'ours'), ...editsOf(base, theirs, 'theirs')]));
  const conflicts = pieces.flatMap((piece) => (piece.kind === 'conflict' ? [conflictOf(piece)] : []));
  if (conflicts.length > 0) return { ok: false, conflicts, pieces };
  return { ok: true, text: pieces.map((piece) => (piece.kind === 'agreed' ? piece.text : '')).join('') };
}

function conflictOf({ start, end, base, ours, theirs }: Conflict): Conflict {
  return { start, end, base, ours, theirs };
}

type Side = 'ours' | 'theirs';

/** The base's `[start, end)` becomes `text`. */
interface Edit {
  readonly side: Side;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that have to be judged together: `start`..`end` is what they change, `from`..`to` where they might as well stand. */
interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly edits: readonly Edit[];
}

function editsOf(base: string, side: string, name: Side): Edit[] {
  return changedRanges(base, side).map(({ a0, a1, b0, b1 }: Hunk) => ({
    side: name,
    start: a0,
    end: a1,
    text: side.slice(b0, b1),
  }));
}

/** Edits grouped so that any two of different sides which meet are in one group. */
function clusters(base: string, edits: readonly Edit[]): Cluster[] {
  const sorted = edits
    .map((edit) => alone(base, edit))
    .sort((left, right) => left.from - right.from || left.to - right.to);
  const found: Cluster[] = [];
  for (const one of sorted) {
    let cluster = one;
    for (let last = found.at(-1); last !== undefined && meets(base, last, cluster); last = found.at(-1)) {
      found.pop();
      cluster = {
        start: Math.min(last.start, cluster.start),
        end: Math.max(last.end, cluster.end),
        from: last.from,
        to: Math.max(last.to, cluster.to),
        edits: [...last.edits, ...cluster.edits],
      };
    }
    found.push(cluster);
  }
  return found;
}

/**
 * 甲、 put before 甲、甲、 or behind it is one and the same text, so an insertion or deletion reaches over every place where it
 * would give that text; else the sides might each place the same edit elsewhere, and it would be made twice.
 */
function alone(base: string, edit: Edit): Cluster {
  const { start, end, text } = edit;
  let [left, right] = [0, 0];
  if (text === '' || start === end) {
    const moved = text === '' ? base.slice(start, end) : text;
    while (left < start && base[start - 1 - left] === moved.at(-1 - (left % moved.length))) left++;
    while (end + right < base.length && base[end + right] === moved[right % moved.length]) right++;
  }
  return { start, end, from: start - left, to: end + right, edits: [edit] };
}

function meets(base: string, left: Cluster, right: Cluster): boolean {
  if (right.from <= left.to) return true;
  const sides = new Set([...left.edits, ...right.edits].map((edit) => edit.side));
  const between = base.slice(left.end, right.start);
  return sides.size > 1 && between.length < NEAR && !Array.from(between).some((unit) => isMark(unit) || unit === '\n');
}

function piecesOf(base: string, groups: readonly Cluster[]): MergePiece[] {
  const pieces: MergePiece[] = [];
  const agree = (text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === 'agreed') pieces[pieces.length - 1] = { kind: 'agreed', text: last.text + text };
    else if (text !== '') pieces.push({ kind: 'agreed', text });
  };
  let from = 0;
  for (const group of groups) {
    agree(base.slice(from, group.start));
    const [ours, theirs] = [applied(base, group, 'ours'), applied(base, group, 'theirs')];
    const old = base.slice(group.start, group.end);
    if (ours === theirs || theirs === old) agree(ours);
    else if (ours === old) agree(theirs);
    else pieces.push({ kind: 'conflict', start: group.start, end: group.end, base: old, ours, theirs });
    from = group.end;
  }
  agree(base.slice(from));
  return pieces;
}

/** The group's stretch of the base as one side has it. */
function applied(base: string, group: Cluster, side: Side): string {
  let text = '';
  let from = group.start;
  const edits = group.edits.filter((edit) => edit.side === side).sort((left, right) => left.start - right.start);
  for (const edit of edits) {
    text += base.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return text + base.slice(from, group.end);
}
