import { useEffect, useState } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { send } from '../api/client.ts';
import type { TextFinding } from '../api/types.ts';

/** A text as it is written now; `serviceId` is left out for an entry that the edition does not have. */
export interface WrittenEntry {
  readonly serviceId?: string;
  readonly title: string;
  readonly provisions: Readonly<Record<string, string>> | null;
}

const ENTRIES_A_REQUEST = 50;
const NONE: readonly TextFinding[] = [];

function proofreadQuery(editionId: string, entries: readonly WrittenEntry[]) {
  return queryOptions({
    // Not below the edition's key: an event of somebody else is no reason to ask again while a person types.
    queryKey: ['proofread', editionId, entries],
    queryFn: () => proofread(editionId, entries),
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  });
}

async function proofread(editionId: string, entries: readonly WrittenEntry[]): Promise<readonly TextFinding[]> {
  const found: TextFinding[] = [];
  for (let from = 0; from < entries.length; from += ENTRIES_A_REQUEST) {
    const part = entries.slice(from, from + ENTRIES_A_REQUEST);
    const body = { entries: part.map((entry) => ({ ...entry, provisions: entry.provisions ?? {} })) };
    const path = `/editions/${editionId}/proofreading/texts`;
    const { value } = await send<{ findings: TextFinding[] }>({ method: 'POST', path, body });
    found.push(...value.findings.map((finding) => ({ ...finding, index: finding.index + from })));
  }
  return found;
}

/** What 校核 sees in texts that are proposed for an edition. Where it cannot be asked there is nothing to show. */
export function useProofread(
  editionId: string,
  entries: readonly WrittenEntry[],
  enabled = true,
): readonly TextFinding[] {
  const query = useQuery({
    ...proofreadQuery(editionId, entries),
    enabled: enabled && entries.length > 0,
    placeholderData: (before) => before,
  });
  return query.data ?? NONE;
}

const PAUSE_MS = 400;

/** The value as it stood when it last held still for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}
