import { createRequire } from 'node:module';
import { diffText, type Op, type Segment } from '@dingben/text-diff';
import { diffChars, diffWords, type ChangeObject } from 'diff';

/** What makes a difference of two texts. */
export interface Tool {
  readonly name: string;
  readonly diff: (before: string, after: string) => readonly Segment[];
}

interface MatchPatch {
  diff_main(before: string, after: string): [number, string][];
  diff_cleanupSemantic(diffs: [number, string][]): void;
}

// The package has no types.
const MatchPatch = createRequire(import.meta.url)('diff-match-patch') as new () => MatchPatch;
const matchPatch = new MatchPatch();
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export const OURS: Tool = { name: 'packages/text-diff', diff: (before, after) => diffText(before, after) };
export const WORDS: Tool = {
  name: '`diff` words, `Intl.Segmenter` zh',
  diff: (before, after) => changed(diffWords(before, after, { intlSegmenter: segmenter })),
};

/** Ours first. `diff-match-patch` as its makers show it to people: with its semantic clean-up. */
export const TOOLS: readonly Tool[] = [
  OURS,
  WORDS,
  { name: '`diff` characters', diff: (before, after) => changed(diffChars(before, after)) },
  { name: '`diff-match-patch`', diff: patched },
];

function changed(changes: readonly ChangeObject<string>[]): Segment[] {
  return changes.map(({ added, removed, value }) => ({
    op: added ? 'insert' : removed ? 'delete' : 'equal',
    text: value,
  }));
}

function patched(before: string, after: string): Segment[] {
  const diffs = matchPatch.diff_main(before, after);
  matchPatch.diff_cleanupSemantic(diffs);
  const ops = new Map<number, Op>([
    [-1, 'delete'],
    [1, 'insert'],
  ]);
  return diffs.map(([op, text]) => ({ op: ops.get(op) ?? 'equal', text }));
}
