import { PROVISION_KEYS } from '@dingben/outline';
import type { EntrySummary } from '../api/types.ts';

const AROUND = 22;

/** The words around the first place where the text occurs in an entry's provisions; its path where only the title fits. */
export function snippetOf({ provisions, path }: Pick<EntrySummary, 'provisions' | 'path'>, q: string): string {
  for (const key of PROVISION_KEYS) {
    const text = provisions?.[key] ?? '';
    const at = text.indexOf(q);
    if (at < 0) continue;
    const from = Math.max(0, at - AROUND);
    const to = Math.min(text.length, at + q.length + AROUND);
    return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
  }
  return path.join(' ／ ');
}
