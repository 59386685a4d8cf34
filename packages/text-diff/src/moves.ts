import { CLAUSE_ENDS } from './characters.ts';
import type { Segment } from './segment.ts';

/** A stretch of a difference. `move` is the same number on a clause that was struck and on the place where it stands again. */
export interface MovedSegment extends Segment {
  readonly move?: number;
}

/** A shorter clause stands in many places by chance. */
const SHORTEST_MOVE = 5;

/**
 * The difference with the clauses marked that only changed their place: struck here, put again there, word for word but for
 * the mark at the end, which follows the place. A clause that is struck more often than it is put again, or the other way
 * round, is no move. Segments are cut at clauses where that is needed, so two neighbours may have the same op; joined, they
 * are the same texts as before. Linear in the texts.
 *
 * @example withMoves(diffText('先审核申请材料，再发放补贴。', '再发放补贴，先审核申请材料。'))
 */
export function withMoves(segments: readonly Segment[]): MovedSegment[] {
  const pieces = segments.flatMap((segment) => (segment.op === 'equal' ? [segment] : clausesOf(segment)));
  const places = new Map<string, { delete: number[]; insert: number[] }>();
  for (const [index, { op, text }] of pieces.entries()) {
    const clause = withoutEnd(text);
    if (op === 'equal' || clause.length < SHORTEST_MOVE) continue;
    const found = places.get(clause) ?? { delete: [], insert: [] };
    found[op].push(index);
    places.set(clause, found);
  }
  const moves = new Map<number, number>();
  for (const { delete: struck, insert: put } of places.values()) {
    if (struck.length !== put.length) continue;
    const first = moves.size / 2;
    for (const [nth, index] of struck.entries()) moves.set(index, first + nth);
    for (const [nth, index] of put.entries()) moves.set(index, first + nth);
  }
  return moves.size === 0 ? [...segments] : joined(pieces, moves);
}

function clausesOf({ op, text }: Segment): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (!CLAUSE_ENDS.has(text.charAt(at))) continue;
    found.push({ op, text: text.slice(from, at + 1) });
    from = at + 1;
  }
  if (from < text.length) found.push({ op, text: text.slice(from) });
  return found;
}

function withoutEnd(clause: string): string {
  return CLAUSE_ENDS.has(clause.slice(-1)) ? clause.slice(0, -1) : clause;
}

function joined(pieces: readonly Segment[], moves: ReadonlyMap<number, number>): MovedSegment[] {
  const result: MovedSegment[] = [];
  for (const [index, { op, text }] of pieces.entries()) {
    const move = moves.get(index);
    const last = result.at(-1);
    if (move !== undefined) result.push({ op, text, move });
    else if (last?.op === op && last.move === undefined) result[result.length - 1] = { op, text: last.text + text };
    else result.push({ op, text });
  }
  return result;
}
