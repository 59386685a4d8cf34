import type { Segment } from '@dingben/text-diff';
import type { ScopeChange } from './scope.ts';

const EXCLUDING = ['不含', '不包括', '不包含', '除外', '除', '以外', '剔除'];

/** Whether a clause leaves somebody out. */
export function excludes(clause: string): boolean {
  return EXCLUDING.some((word) => (word === '除' ? clause.startsWith(word) : clause.includes(word)));
}

/** What was left out and is no longer, or is left out now: a stretch by itself that says so. */
export function exclusions(segments: readonly Segment[]): ScopeChange[] {
  const found: ScopeChange[] = [];
  let [old, now] = [0, 0];
  for (const [at, { op, text }] of segments.entries()) {
    const alone = op !== 'equal' && [segments[at - 1], segments[at + 1]].every((next) => next?.op !== other(op));
    if (alone && excludes(text.replace(/^[，,、；;（(]+/, ''))) {
      const start = op === 'delete' ? old : now;
      const stretch = { start, end: start + text.length };
      found.push(
        op === 'delete'
          ? { sign: 'widened', before: stretch, after: null }
          : { sign: 'narrowed', before: null, after: stretch },
      );
    }
    if (op !== 'insert') old += text.length;
    if (op !== 'delete') now += text.length;
  }
  return found;
}

function other(op: 'delete' | 'insert'): 'delete' | 'insert' {
  return op === 'delete' ? 'insert' : 'delete';
}
