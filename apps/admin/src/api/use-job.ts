import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { jobQuery } from './queries.ts';
import { reread } from './reread.ts';
import type { Job } from './types.ts';

/** Live events say when a job moves on; this only makes up for one that was lost. */
const LOOK_MS = 2_000;

function isOpen(job: Job | undefined): boolean {
  return job?.state === 'queued' || job?.state === 'running';
}

/** Where a job stands, and at its end a fresh look at what it was about. Null while there is none, or it is another person's. */
export function useJob(id: string | null, about: readonly unknown[]): Job | null {
  const queries = useQueryClient();
  const query = useQuery({
    ...jobQuery(id ?? ''),
    enabled: id !== null,
    retry: false,
    refetchInterval: ({ state }) => (isOpen(state.data) ? LOOK_MS : false),
  });
  const ended = query.data !== undefined && !isOpen(query.data);
  const key = JSON.stringify(about);
  useEffect(() => {
    // The key as it was given, in the form that effects compare.
    if (ended) void reread(queries, JSON.parse(key) as unknown[]);
  }, [ended, key, queries]);
  return query.data ?? null;
}
