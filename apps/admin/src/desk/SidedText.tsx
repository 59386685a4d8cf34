import { useMemo } from 'react';
import { scanCitations, scanQuantities } from '@dingben/references';
import type { Reference, Segment } from '../api/types.ts';
import { piecesOf, type Piece } from './marks.ts';
import type { Side } from './Segments.tsx';

interface Props {
  readonly segments: readonly Segment[];
  /** One side of the difference, or both in one text. */
  readonly side?: Side;
}

/** A difference as the official text reads, with its citations and quantities quietly marked. */
export function SidedText({ segments, side = 'both' }: Props) {
  const pieces = useMemo(() => sidedPieces(segments, side), [segments, side]);
  return (
    <p className="text" lang="zh-CN">
      {pieces.map((piece, index) => (
        // Pieces have no identity but their order.
        <PieceOf key={index} piece={piece} />
      ))}
    </p>
  );
}

/** The pieces of one side. What is deleted carries marks on the side where it is text. */
export function sidedPieces(segments: readonly Segment[], side: Side): Piece[] {
  if (side !== 'before') {
    const shown = side === 'both' ? segments : segments.filter(({ op }) => op !== 'delete');
    return piecesOf(shown, marksOf(shown.filter(({ op }) => op !== 'delete')));
  }
  const old = segments.filter(({ op }) => op !== 'insert');
  const asNew = old.map(({ op, text }) => ({ op: op === 'delete' ? ('insert' as const) : op, text }));
  return piecesOf(asNew, marksOf(old)).map((piece) => ({
    ...piece,
    op: piece.op === 'insert' ? ('delete' as const) : piece.op,
  }));
}

function marksOf(segments: readonly Segment[]): Reference[] {
  const text = segments.map((segment) => segment.text).join('');
  const mark = (kind: 'citation' | 'quantity', scan: typeof scanCitations) =>
    scan(text).map(({ start, end, key }) => ({ kind, provision: 'standard' as const, start, end, key, data: {} }));
  return [...mark('citation', scanCitations), ...mark('quantity', scanQuantities)];
}

function PieceOf({ piece }: { readonly piece: Piece }) {
  const className = [piece.quantity && 'qty', piece.citation !== null && 'cite'].filter(Boolean).join(' ');
  const inner = className === '' ? piece.text : <span className={className}>{piece.text}</span>;
  if (piece.op === 'insert') return <ins>{inner}</ins>;
  if (piece.op === 'delete') return <del>{inner}</del>;
  return inner;
}
