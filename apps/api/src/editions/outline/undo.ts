import type { PlacementRow } from './tree.js';

/** Where a service stood, as a commit records it; null: it did not stand. */
export interface Stand {
  readonly sectionKey: string;
  readonly parentServiceId: string | null;
  readonly position: string;
  readonly revisionId: string;
}

export interface PlacementChange {
  readonly serviceId: string;
  readonly code: string;
  readonly before: Stand | null;
  readonly after: Stand | null;
}

/** A change with the number of its commit. */
export interface CommitChange extends PlacementChange {
  readonly number: number;
}

/**
 * The placements as they were before some changes, by undoing them from the newest to the oldest.
 *
 * @throws Error when a change does not fit what stands: the history is broken, and a guess would be a wrong answer.
 */
export function undo(placements: readonly PlacementRow[], newestFirst: readonly PlacementChange[]): PlacementRow[] {
  const standing = new Map(placements.map((row) => [row.serviceId, row]));
  for (const change of newestFirst) {
    const { serviceId, code, before, after } = change;
    if (!sameStand(standing.get(serviceId) ?? null, after)) {
      throw new Error(`history does not fit: service ${serviceId} does not stand where its last change put it`);
    }
    if (before === null) standing.delete(serviceId);
    else standing.set(serviceId, { serviceId, code, ...before });
  }
  return [...standing.values()];
}

/** The placements as they are after some changes: undoing them the other way round. */
export function redo(placements: readonly PlacementRow[], newestFirst: readonly PlacementChange[]): PlacementRow[] {
  const backwards = newestFirst.toReversed();
  return undo(
    placements,
    backwards.map(({ serviceId, code, before, after }) => ({ serviceId, code, before: after, after: before })),
  );
}

function sameStand(row: Stand | null, stand: Stand | null): boolean {
  if (row === null || stand === null) return row === stand;
  return (
    row.sectionKey === stand.sectionKey &&
    row.parentServiceId === stand.parentServiceId &&
    row.position === stand.position &&
    row.revisionId === stand.revisionId
  );
}
