export { longestRising } from './align.ts';
export { DEFAULT_BUDGET, diffText, type DiffOptions } from './diff-text.ts';
export { foldFormat, foldSign, formatChanges, withoutFormat } from './format.ts';
export { merge3, type Conflict, type Merge, type MergePiece } from './merge3.ts';
export { withMoves, type MovedSegment } from './moves.ts';
export { afterOf, beforeOf, type Op, type Segment } from './segment.ts';
export { tokenise } from './tokenise.ts';
