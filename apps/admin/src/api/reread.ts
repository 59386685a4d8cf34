import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Reads again what is kept under a key, after something has changed it. A first answer that is still on its way may be from
 * before the change, and TanStack Query would take it for the new one: it is asked for once more when it is there.
 */
export async function reread(queries: QueryClient, queryKey?: QueryKey): Promise<void> {
  const filter = queryKey === undefined ? {} : { queryKey };
  const firsts = queries
    .getQueryCache()
    .findAll({ ...filter, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  await queries.invalidateQueries(filter);
  await Promise.all(firsts.map((query) => queries.invalidateQueries({ queryKey: query.queryKey, exact: true })));
}
