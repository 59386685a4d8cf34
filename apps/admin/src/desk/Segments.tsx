import type { Segment } from '../api/types.ts';

/** Which side of a difference is drawn: both, or one with its own marks. */
export type Side = 'both' | 'before' | 'after';

/** A difference as `<ins>` and `<del>`. */
export function Segments({ segments, side = 'both' }: { readonly segments: readonly Segment[]; readonly side?: Side }) {
  return segments
    .filter(({ op }) => !(side === 'before' && op === 'insert') && !(side === 'after' && op === 'delete'))
    .map(({ op, text }, index) => {
      const Tag = op === 'insert' ? 'ins' : op === 'delete' ? 'del' : 'span';
      // Segments have no identity but their order.
      return <Tag key={index}>{text}</Tag>;
    });
}
