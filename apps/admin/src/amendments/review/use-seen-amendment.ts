import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Amendment } from '../../api/amendment-types.ts';
import { amendmentQuery } from '../../api/queries.ts';

export interface SeenAmendment {
  /** What the person has before them; null while it is read. */
  readonly amendment: Amendment | null;
  /** What is there now, where somebody has changed it since. */
  readonly newer: Amendment | null;
  readonly error: Error | null;
  /** Goes over to what is there now: the person asked for it, or caused it. */
  readonly accept: () => void;
  readonly reload: () => void;
}

/**
 * The amendment as it was opened. What others do meanwhile is announced and not put in its place, so that nobody decides on
 * a content that changed under their eyes.
 */
export function useSeenAmendment(id: string): SeenAmendment {
  const query = useQuery(amendmentQuery(id));
  const [seen, setSeen] = useState<Amendment | null>(null);
  // What was kept from an earlier visit is not what the person opens now.
  const now = query.isFetchedAfterMount || !query.isFetching ? (query.data ?? null) : null;
  const moved = seen !== null && now !== null && seen.id === now.id && seen.version !== now.version;
  useEffect(() => {
    if (now !== null && !moved) setSeen(now);
  }, [now, moved]);
  return {
    amendment: moved ? seen : now,
    newer: moved ? now : null,
    error: now === null ? query.error : null,
    accept: () => setSeen(null),
    reload: () => void query.refetch(),
  };
}
