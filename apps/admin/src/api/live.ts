import type { QueryClient } from '@tanstack/react-query';
import { reread } from './reread.ts';

interface Change {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly editionId?: string | null;
  readonly amendmentId?: string | null;
}

const RETRY_MS = 15_000;

/**
 * Listens to what others do and drops what is kept of it, so that it is read again where it is on show.
 * Forms are not touched: they keep the version with which they were opened.
 *
 * @returns a function that stops listening.
 */
export function listenToChanges(queries: QueryClient): () => void {
  let source: EventSource;
  let again: number | undefined;
  const listen = () => {
    source = new EventSource('/api/events');
    source.addEventListener('change', onChange);
    // The browser comes back by itself when the line drops, and gives up when it is refused (a session that ended).
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) again = window.setTimeout(listen, RETRY_MS);
    });
  };
  const onChange = (event: MessageEvent<string>) => {
    // Written by our own API, in the shape of the contract.
    const change = JSON.parse(event.data) as Change;
    const drop = (...queryKey: unknown[]) => void reread(queries, queryKey);
    // A job says several times a second where it stands, and nothing but itself has changed.
    if (change.subjectType === 'job') {
      drop('job');
      return;
    }
    if (change.editionId) {
      drop('edition', change.editionId);
      drop('edition', 'comparison');
      drop('edition', 'quantities');
    }
    if (change.amendmentId) drop('amendment', change.amendmentId);
    drop(change.subjectType, change.subjectId);
    drop('edition', 'list');
    drop('amendment', 'list');
    drop('dashboard');
  };
  listen();
  return () => {
    window.clearTimeout(again);
    source.close();
  };
}
