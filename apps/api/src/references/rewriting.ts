import { canonicalJson } from '@dingben/kernel';
import { derive, withCorrections } from '@dingben/references';
import type { Tx } from '../platform/prisma/database.js';
import type { ReferencesRepository, StoredReference, TextToRead } from './references.repository.js';

/**
 * Stores what holds of the texts where something else is stored. Answers how many rows were not as they should be: missing,
 * too many, or different.
 */
export async function rewrite(tx: Tx, repository: ReferencesRepository, texts: readonly TextToRead[]): Promise<number> {
  const changed = texts.flatMap((text) => {
    const rows = withCorrections(derive(text.provisions), text.corrections).map(stored);
    const differing = countDiffering(text.stored, rows);
    return differing === 0 ? [] : [{ revisionId: text.revisionId, references: rows, differing }];
  });
  if (changed.length === 0) return 0;
  await repository.replace(tx, changed);
  return changed.reduce((sum, { differing }) => sum + differing, 0);
}

function stored({ kind, provision, start, end, key, data }: StoredReference): StoredReference {
  return { kind, provision, start, end, key, data };
}

function canonicalOf(row: StoredReference): string {
  return canonicalJson(stored(row));
}

function countDiffering(before: readonly StoredReference[], after: readonly StoredReference[]): number {
  const [olds, news] = [before.map(canonicalOf), after.map(canonicalOf)];
  return Array.from({ length: Math.max(olds.length, news.length) }, (_, at) => olds[at] !== news[at]).filter(Boolean)
    .length;
}
