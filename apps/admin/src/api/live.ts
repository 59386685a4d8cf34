import type { QueryClient } from '@tanstack/react-query';

interface Change {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly editionId?: string | null;
  readonly amendmentId?: string | null;
}

/**
 * Listens to what others do and drops what is kept of it, so that it is read again where it is on show.
 * Forms are not touched: they keep the version with which they were opened.
 *
 * @returns a function that stops listening.
 */
export function listenToChanges(queries: QueryClient): () => void {
  const source = new EventSource('/api/events');
  source.addEventListener('change', (event: MessageEvent<string>) => {
    // Written by our own API, in the shape of the contract.
    const change = JSON.parse(event.data) as Change;
    const drop = (...queryKey: unknown[]) => void queries.invalidateQueries({ queryKey });
    if (change.editionId) drop('edition', change.editionId);
    if (change.amendmentId) drop('amendment', change.amendmentId);
    drop(change.subjectType, change.subjectId);
    drop('edition', 'list');
    drop('amendment', 'list');
    drop('dashboard');
  });
  return () => source.close();
}
