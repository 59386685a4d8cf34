/** Every read of the desk in one place: what it asks, and under which key it is kept. Live events drop keys by their first words. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, type Query } from './client.ts';
import type { Amendment, AmendmentSummary, Comment, TimelineItem } from './amendment-types.ts';
import type {
  Agency,
  Checklist,
  Edition,
  EditionOutline,
  EditionSummary,
  Entry,
  EntrySummary,
  Finding,
  HistoryItem,
  Me,
  Page,
  Publication,
} from './types.ts';

const LONG_LIST = { perPage: 100 };

/** A read by path; `key` starts with the kind of thing that it shows. */
function reading<T>(key: readonly unknown[], path: string, query: Query = {}) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => read<T>(path, query, signal) });
}

export const meQuery = () => ({ ...reading<Me>(['session'], '/session'), staleTime: Infinity, retry: false });

export const editionsQuery = (query: Query = {}) =>
  reading<Page<EditionSummary>>(['edition', 'list', query], '/editions', { ...LONG_LIST, ...query });
export const editionQuery = (id: string) => reading<Edition>(['edition', id], `/editions/${id}`);
export const outlineQuery = (id: string, commit?: number) =>
  reading<EditionOutline>(['edition', id, 'outline', commit], `/editions/${id}/outline`, { commit });
export const entryQuery = (id: string, serviceId: string, commit?: number) =>
  reading<Entry>(['edition', id, 'entry', serviceId, commit], `/editions/${id}/entries/${serviceId}`, { commit });
export const historyQuery = (id: string, serviceId: string) =>
  reading<Page<HistoryItem>>(['edition', id, 'history', serviceId], `/editions/${id}/entries/${serviceId}/history`);
export const checklistQuery = (id: string) =>
  reading<Checklist>(['edition', id, 'checklist'], `/editions/${id}/checklist`);
export const publicationQuery = (id: string) =>
  reading<Publication>(['edition', id, 'publication'], `/editions/${id}/publication`);
export const findingsQuery = (id: string) =>
  reading<Page<Finding>>(['edition', id, 'findings'], `/editions/${id}/findings`, LONG_LIST);
export const agenciesQuery = (editionId: string) =>
  reading<Page<Agency>>(['edition', editionId, 'agencies'], '/agencies', { editionId, ...LONG_LIST });

/** Entries whose title or provisions hold the text. The answer before stays on show until the next one is there. */
export const entrySearchQuery = (id: string, q: string) => ({
  ...reading<Page<EntrySummary>>(['edition', id, 'search', q], `/editions/${id}/entries`, { q, ...LONG_LIST }),
  enabled: q !== '' && id !== '',
  placeholderData: keepPreviousData,
});

export const amendmentsQuery = (query: Query) =>
  reading<Page<AmendmentSummary>>(['amendment', 'list', query], '/amendments', { ...LONG_LIST, ...query });
export const amendmentQuery = (id: string) => reading<Amendment>(['amendment', id], `/amendments/${id}`);
export const timelineQuery = (id: string) =>
  reading<Page<TimelineItem>>(['amendment', id, 'timeline'], `/amendments/${id}/timeline`);
export const commentsQuery = (id: string) =>
  reading<Page<Comment>>(['amendment', id, 'comments'], `/amendments/${id}/comments`);
