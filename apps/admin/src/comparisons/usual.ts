import type { EditionSummary } from '../api/types.ts';
import type { Sides } from './sides.ts';

type Known = Pick<EditionSummary, 'id' | 'state' | 'basedOn' | 'createdAt'>;

const IN_WORK: readonly EditionSummary['state'][] = ['drafting', 'consulting', 'finalising', 'scheduled'];

/**
 * What a person usually wants to compare: the newest draft with what it was forked from; without a draft the newest edition
 * with its base, or with the one before it. Null where there are not two.
 */
export function usualSides(editions: readonly Known[]): Sides | null {
  const standing = editions
    .filter(({ state }) => state !== 'abandoned')
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const after = standing.find(({ state }) => IN_WORK.includes(state)) ?? standing[0];
  if (after === undefined) return null;
  const before = after.basedOn?.id ?? standing.find(({ id }) => id !== after.id)?.id;
  return before === undefined ? null : { before: `edition:${before}`, after: `edition:${after.id}` };
}
