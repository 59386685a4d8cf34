import { useMemo } from 'react';
import { diffText } from '@dingben/text-diff';
import { Link } from 'react-router-dom';
import type { Reference, Segment } from '../api/types.ts';
import { piecesOf, type MarkSpan, type Piece } from './marks.ts';

interface Props {
  readonly text: string;
  /** Shows the difference from this text; null or absent for none. */
  readonly before?: string | null;
  /** A difference that is known already, instead of `before`. */
  readonly segments?: readonly Segment[] | null;
  readonly references?: readonly Reference[];
  readonly flaws?: readonly MarkSpan[];
  /** Where a citation leads. */
  readonly citationTo?: (citation: Reference) => string;
  readonly compact?: boolean;
}

/** A provision as the official document prints it, with its citations, quantities and findings quietly marked. */
export function ProvisionText({ text, before, segments, references, flaws, citationTo, compact = false }: Props) {
  const pieces = useMemo(() => {
    const shown = segments ?? (before === undefined || before === null ? null : diffText(before, text));
    return piecesOf(shown ?? (text === '' ? [] : [{ op: 'equal', text }]), references, flaws);
  }, [text, before, segments, references, flaws]);
  return (
    <p className={compact ? 'text compact' : 'text'} lang="zh-CN">
      {pieces.map((piece, index) => (
        // Pieces have no identity but their order.
        <PieceOf key={index} piece={piece} citationTo={citationTo} />
      ))}
    </p>
  );
}

function PieceOf({ piece, citationTo }: { readonly piece: Piece; readonly citationTo: Props['citationTo'] }) {
  const classes = [piece.quantity && 'qty', piece.flaw && 'flaw', piece.citation !== null && 'cite'].filter(Boolean);
  const className = classes.join(' ');
  let inner =
    piece.citation !== null && citationTo !== undefined ? (
      <Link className={className} to={citationTo(piece.citation)} replace>
        {piece.text}
      </Link>
    ) : className === '' ? (
      <>{piece.text}</>
    ) : (
      <span className={className}>{piece.text}</span>
    );
  if (piece.op === 'insert') inner = <ins>{inner}</ins>;
  if (piece.op === 'delete') inner = <del>{inner}</del>;
  return inner;
}
