import type { ComparedEntry, Place } from './model.ts';

/**
 * Where the entry stands that a line is about: in the new outline, or in the old one where it is gone or was merged into
 * another. No two lines of a comparison have the same.
 */
export function ownPlace({ before, after, merged }: Pick<ComparedEntry, 'before' | 'after' | 'merged'>): Place | null {
  return merged?.goesOn === false ? before : (after ?? before);
}
