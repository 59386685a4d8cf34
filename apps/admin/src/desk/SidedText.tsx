import { Fragment, useContext, useMemo, type ReactNode } from 'react';
import { scanCitations, scanQuantities } from '@dingben/references';
import { withMoves, withoutFormat, type MovedSegment } from '@dingben/text-diff';
import type { Reference, Segment } from '../api/types.ts';
import { FormatHidden } from './format-hidden.ts';
import { piecesOf, type Piece } from './marks.ts';
import { Moved } from './Moved.tsx';
import type { Side } from './Segments.tsx';

interface Props {
  readonly segments: readonly Segment[];
  /** One side of the difference, or both in one text. */
  readonly side?: Side;
}

/** A difference as the official text reads, with its citations and quantities quietly marked. */
export function SidedText({ segments, side = 'both' }: Props) {
  const hidden = useContext(FormatHidden);
  const groups = useMemo(() => {
    const shown = hidden ? withoutFormat(segments, side === 'before' ? 'before' : 'after') : segments;
    return groupsOf(sidedPieces(withMoves(shown), side));
  }, [hidden, segments, side]);
  return (
    <p className="text" lang="zh-CN">
      {groups.map((group, index) => (
        // Pieces have no identity but their order.
        <GroupOf key={index} pieces={group} />
      ))}
    </p>
  );
}

/** Pieces that are one end of a move stand together. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && piece.move !== null && before?.move === piece.move && before.op === piece.op)
      last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function GroupOf({ pieces }: { readonly pieces: readonly Piece[] }) {
  const [first] = pieces;
  const inner = pieces.map((piece, index) => <Fragment key={index}>{textOf(piece)}</Fragment>);
  if (first === undefined || first.op === 'equal') return inner;
  if (first.move !== null) {
    return (
      <Moved op={first.op} move={first.move}>
        {inner}
      </Moved>
    );
  }
  return first.op === 'insert' ? <ins>{inner}</ins> : <del>{inner}</del>;
}

/** The pieces of one side. What is deleted carries marks on the side where it is text. */
export function sidedPieces(segments: readonly MovedSegment[], side: Side): Piece[] {
  if (side !== 'before') {
    const shown = side === 'both' ? segments : segments.filter(({ op }) => op !== 'delete');
    return piecesOf(shown, marksOf(shown.filter(({ op }) => op !== 'delete')));
  }
  const old = segments.filter(({ op }) => op !== 'insert');
  const asNew = old.map((one) => ({ ...one, op: one.op === 'delete' ? ('insert' as const) : one.op }));
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

function textOf(piece: Piece): ReactNode {
  const className = [piece.quantity && 'qty', piece.citation !== null && 'cite'].filter(Boolean).join(' ');
  return className === '' ? piece.text : <span className={className}>{piece.text}</span>;
}
