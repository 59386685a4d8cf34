import type { MovedSegment, Op } from '@dingben/text-diff';
import type { Reference } from '../api/types.ts';

export interface MarkSpan {
  readonly start: number;
  readonly end: number;
}

/** A stretch of shown text that is drawn in one way. */
export interface Piece {
  readonly op: Op;
  readonly text: string;
  /** The citation that covers it. */
  readonly citation: Reference | null;
  /** A quantity covers it. */
  readonly quantity: boolean;
  /** A finding covers it. */
  readonly flaw: boolean;
  /** The move that it is one end of. */
  readonly move: number | null;
}

/**
 * Cuts a difference at the borders of everything that is marked in the new text. Offsets are UTF-16 units of the new text
 * (the `equal` and `insert` segments joined); deleted text carries no marks. Joined, the pieces are the segments' texts.
 */
export function piecesOf(
  segments: readonly MovedSegment[],
  references: readonly Reference[] = [],
  flaws: readonly MarkSpan[] = [],
): Piece[] {
  const citations = references.filter(({ kind }) => kind === 'citation');
  const quantities = references.filter(({ kind }) => kind === 'quantity');
  const borders = [...citations, ...quantities, ...flaws].flatMap(({ start, end }) => [start, end]);
  const sorted = [...new Set(borders)].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { op, text, move = null } of segments) {
    if (op === 'delete') {
      pieces.push({ op, text, citation: null, quantity: false, flaw: false, move });
      continue;
    }
    const end = at + text.length;
    const cuts = [at, ...sorted.filter((border) => border > at && border < end), end];
    for (const [index, start] of cuts.slice(0, -1).entries()) {
      const stop = cuts[index + 1] ?? end;
      const covers = (span: MarkSpan) => span.start <= start && span.end >= stop;
      pieces.push({
        op,
        text: text.slice(start - at, stop - at),
        citation: citations.find(covers) ?? null,
        quantity: quantities.some(covers),
        flaw: flaws.some(covers),
        move,
      });
    }
    at = end;
  }
  return pieces;
}
