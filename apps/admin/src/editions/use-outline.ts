import { useDeferredValue, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { entrySearchQuery, outlineQuery } from '../api/queries.ts';
import { filterFrom, fitting, type OutlineFilter } from './filter.ts';
import { flatten, type FlatEntry } from './flatten.ts';

export interface OutlineView {
  readonly query: ReturnType<typeof useOutlineQuery>;
  readonly all: readonly FlatEntry[];
  /** What the filter leaves. */
  readonly shown: readonly FlatEntry[];
  readonly filter: OutlineFilter;
  readonly set: (change: Partial<OutlineFilter>) => void;
  readonly clear: () => void;
}

function useOutlineQuery(editionId: string, commit?: number) {
  return useQuery(outlineQuery(editionId, commit));
}

/** The outline of an edition with the filter that stands in the address. */
export function useOutline(editionId: string, commit?: number): OutlineView {
  const query = useOutlineQuery(editionId, commit);
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => filterFrom(params), [params]);
  const q = useDeferredValue(filter.q);
  const hits = useQuery(entrySearchQuery(editionId, q));
  const all = useMemo(() => flatten(query.data?.sections ?? []), [query.data]);
  const shown = useMemo(
    () => fitting(all, filter, new Set(filter.q === '' ? [] : (hits.data?.items ?? []).map((hit) => hit.serviceId))),
    [all, filter, hits.data],
  );
  const set = (change: Partial<OutlineFilter>) =>
    setParams(
      (now) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === '' || value === 'all') now.delete(name);
          else now.set(name, value);
        }
        return now;
      },
      { replace: true },
    );
  return { query, all, shown, filter, set, clear: () => set({ only: 'all', agency: '', funding: '', q: '' }) };
}
