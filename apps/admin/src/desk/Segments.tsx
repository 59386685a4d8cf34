import { withMoves } from '@dingben/text-diff';
import type { Segment } from '../api/types.ts';
import { Moved } from './Moved.tsx';

/** Which side of a difference is drawn: both, or one with its own marks. */
export type Side = 'both' | 'before' | 'after';

/** A difference as `<ins>` and `<del>`. */
export function Segments({ segments, side = 'both' }: { readonly segments: readonly Segment[]; readonly side?: Side }) {
  return withMoves(segments)
    .filter(({ op }) => !(side === 'before' && op === 'insert') && !(side === 'after' && op === 'delete'))
    .map(({ op, text, move }, index) => {
      // Segments have no identity but their order.
      if (op === 'equal') return <span key={index}>{text}</span>;
      if (move !== undefined) {
        return (
          <Moved key={index} op={op} move={move}>
            {text}
          </Moved>
        );
      }
      return op === 'insert' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>;
    });
}
