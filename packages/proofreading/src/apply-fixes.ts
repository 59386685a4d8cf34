import type { Finding } from '@dingben/outline';

type Fixed = Pick<Finding, 'start' | 'end' | 'found' | 'fix'>;

/**
 * The text with the repairs of these findings, which are of this text. Where two overlap the first in the text is made; one
 * whose words are no longer there is left.
 */
export function applyFixes(text: string, findings: readonly Fixed[]): string {
  let fixed = '';
  let from = 0;
  for (const { start = 0, end = start, found, fix } of [...findings].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))) {
    if (fix === undefined || start < from || text.slice(start, end) !== found) continue;
    fixed += text.slice(from, start) + fix;
    from = end;
  }
  return fixed + text.slice(from);
}
