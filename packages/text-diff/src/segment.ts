export type Op = 'equal' | 'insert' | 'delete';

/** One stretch of a difference. `equal` + `delete` texts joined are the old text, `equal` + `insert` texts the new one. */
export interface Segment {
  readonly op: Op;
  readonly text: string;
}

/** The old text that a difference was made from. */
export function beforeOf(segments: readonly Segment[]): string {
  return segments.map((segment) => (segment.op === 'insert' ? '' : segment.text)).join('');
}

/** The new text that a difference was made from. */
export function afterOf(segments: readonly Segment[]): string {
  return segments.map((segment) => (segment.op === 'delete' ? '' : segment.text)).join('');
}

/** A half-open range of the old text (`a0`..`a1`) that became a half-open range of the new one (`b0`..`b1`). */
export interface Hunk {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Segments of a list of hunks, in order and apart, given in UTF-16 offsets. Delete stands before insert. */
export function segmentsOf(before: string, after: string, hunks: readonly Hunk[]): Segment[] {
  const segments: Segment[] = [];
  const push = (op: Op, text: string): void => {
    if (text !== '') segments.push({ op, text });
  };
  let from = 0;
  for (const { a0, a1, b0, b1 } of hunks) {
    push('equal', before.slice(from, a0));
    push('delete', before.slice(a0, a1));
    push('insert', after.slice(b0, b1));
    from = a1;
  }
  push('equal', before.slice(from));
  return segments;
}
