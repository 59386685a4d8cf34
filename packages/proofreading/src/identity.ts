import { hashFields } from '@dingben/kernel/hash';
import type { Finding } from '@dingben/outline';

/** So many characters before a place where something is missing say which place it is. */
const BEFORE = 6;

/** Where a finding stands, in names that outlive a renumbering. */
export interface Placed {
  /** Id of the service or item that has the path; null for what has none, a heading. */
  readonly idOf: (path: string) => string | null;
  readonly textOf: (finding: Finding) => string;
}

/**
 * The identity of each finding, in their order: SHA-256 over rule, service, provision, the words that were found, what they are
 * held against, and which of equal findings of its provision it is. Edits elsewhere leave it; a change of the words ends it.
 */
export function identities(findings: readonly Finding[], { idOf, textOf }: Placed): string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { code, entry, provision, found = '', start = 0, params } = finding;
    const words = found === '' ? textOf(finding).slice(Math.max(0, start - BEFORE), start) : found;
    const other = params?.['other'];
    const place = entry === undefined ? String(params?.['number'] ?? '') : (idOf(entry) ?? entry);
    const fields = [code, place, provision ?? null, words, other === undefined ? null : String(other)];
    const same = JSON.stringify(fields);
    const nth = (counts.get(same) ?? 0) + 1;
    counts.set(same, nth);
    return hashFields('dingben.finding/1', [...fields, String(nth)]);
  });
}
