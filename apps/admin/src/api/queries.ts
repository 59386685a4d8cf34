/** Every read of the desk in one place: what it asks, and under which key it is kept. Live events drop keys by their first words. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read, readAll, type Query } from './client.ts';
import { withAmendments } from '../comparisons/with-amendments.ts';
import type { Amendment, AmendmentSummary, Comment, Draft, TimelineItem } from './amendment-types.ts';
import type {
  Account,
  Agency,
  AgencyDetail,
  AgencyLoad,
  Checklist,
  Commit,
  ComparisonAnswer,
  CorrectionList,
  Dashboard,
  Duplicate,
  Edition,
  EditionOutline,
  EditionSummary,
  Entry,
  EntrySummary,
  Finding,
  HistoryItem,
  Impact,
  Import,
  ImportMatching,
  ImportProposal,
  Job,
  Me,
  Page,
  Proofreading,
  PublicAddress,
  Publication,
  RegistryAct,
  QuantityTable,
  Regulation,
  RegulationSummary,
  RevisionNotes,
  Understanding,
} from './types.ts';

/** A read by path; `key` starts with the kind of thing that it shows. */
function reading<T>(key: readonly unknown[], path: string, query: Query = {}) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => read<T>(path, query, signal) });
}

/** A list by path, whole. */
function readingAll<T>(key: readonly unknown[], path: string, query: Query = {}) {
  return queryOptions({ queryKey: key, queryFn: ({ signal }) => readAll<T>(path, query, signal) });
}

export const meQuery = () => ({ ...reading<Me>(['session'], '/session'), staleTime: Infinity, retry: false });

export const editionsQuery = (query: Query = {}) =>
  readingAll<EditionSummary>(['edition', 'list', query], '/editions', query);
export const editionQuery = (id: string) => reading<Edition>(['edition', id], `/editions/${id}`);
export const outlineQuery = (id: string, commit?: number) =>
  reading<EditionOutline>(['edition', id, 'outline', commit], `/editions/${id}/outline`, { commit });
export const entryQuery = (id: string, serviceId: string, commit?: number) =>
  reading<Entry>(['edition', id, 'entry', serviceId, commit], `/editions/${id}/entries/${serviceId}`, { commit });
export const historyQuery = (id: string, serviceId: string) =>
  reading<Page<HistoryItem>>(['edition', id, 'history', serviceId], `/editions/${id}/entries/${serviceId}/history`);
export const correctionsQuery = (id: string, serviceId: string) =>
  reading<CorrectionList>(
    ['edition', id, 'corrections', serviceId],
    `/editions/${id}/entries/${serviceId}/corrections`,
  );
export const checklistQuery = (id: string) =>
  reading<Checklist>(['edition', id, 'checklist'], `/editions/${id}/checklist`);
export const publicationQuery = (id: string) =>
  reading<Publication>(['edition', id, 'publication'], `/editions/${id}/publication`);
export const publicAddressQuery = (id: string) =>
  reading<PublicAddress>(['edition', id, 'public-address'], `/editions/${id}/public-address`);
export const findingsQuery = (id: string) =>
  readingAll<Finding>(['edition', id, 'findings'], `/editions/${id}/findings`);
export const proofreadingQuery = (id: string) =>
  reading<Proofreading>(['edition', id, 'proofreading'], `/editions/${id}/proofreading`);
export const agenciesQuery = (editionId: string) =>
  reading<Page<Agency>>(['edition', editionId, 'agencies'], '/agencies', { editionId });

/** Entries whose title or provisions hold the text. The answer before stays on show until the next one is there. */
export const entrySearchQuery = (id: string, q: string) => ({
  ...readingAll<EntrySummary>(['edition', id, 'search', q], `/editions/${id}/entries`, { q }),
  enabled: q !== '' && id !== '',
  placeholderData: keepPreviousData,
});

export const amendmentsQuery = (query: Query) =>
  readingAll<AmendmentSummary>(['amendment', 'list', query], '/amendments', query);
export const amendmentQuery = (id: string) => reading<Amendment>(['amendment', id], `/amendments/${id}`);
export const timelineQuery = (id: string) =>
  reading<Page<TimelineItem>>(['amendment', id, 'timeline'], `/amendments/${id}/timeline`);
export const commentsQuery = (id: string) =>
  reading<Page<Comment>>(['amendment', id, 'comments'], `/amendments/${id}/comments`);
/** A submitted draft never changes. */
export const draftQuery = (id: string, number: number) => ({
  ...reading<Draft>(['amendment', id, 'draft', number], `/amendments/${id}/drafts/${number}`),
  staleTime: Infinity,
});

export const commitsQuery = (id: string) => readingAll<Commit>(['edition', id, 'commits'], `/editions/${id}/commits`);
/** `before` and `after` as the API names them: `edition:<id>` or `commit:<id>`. */
export const comparisonQuery = (before: string, after: string) => ({
  ...queryOptions({
    queryKey: ['edition', 'comparison', before, after],
    queryFn: async ({ signal }) =>
      withAmendments(await read<ComparisonAnswer>('/comparisons', { before, after }, signal)),
  }),
  enabled: before !== '' && after !== '',
});
export const notesQuery = (before: string, after: string) => ({
  ...reading<RevisionNotes>(['edition', 'comparison', 'notes', before, after], '/comparisons/notes', { before, after }),
  enabled: before !== '' && after !== '',
});
/** Every amount of a standard through its editions. */
export const quantitiesQuery = (standardId: string) => ({
  ...reading<QuantityTable>(['edition', 'quantities', standardId], `/standards/${standardId}/quantities`),
  enabled: standardId !== '',
});
export const dashboardQuery = () => reading<Dashboard>(['dashboard'], '/dashboard');
export const accountsQuery = (query: Query = {}) => readingAll<Account>(['account', 'list', query], '/accounts', query);

export const regulationQuery = (id: string) => reading<Regulation>(['regulation', id], `/regulations/${id}`);
export const regulationImpactQuery = (id: string) =>
  reading<Impact>(['regulation', id, 'impact'], `/regulations/${id}/impact`);
export const regulationHistoryQuery = (id: string) =>
  reading<Page<RegistryAct>>(['regulation', id, 'history'], `/regulations/${id}/history`);
/** Registered regulations with this in their title or numbers, the most cited first. */
export const regulationSearchQuery = (q: string) => ({
  ...reading<Page<RegulationSummary>>(['regulation', 'search', q], '/regulations', { q, registered: true, perPage: 8 }),
  enabled: q !== '',
  placeholderData: keepPreviousData,
});
export const duplicatesQuery = () => reading<Page<Duplicate>>(['regulation', 'duplicates'], '/regulations/duplicates');
/** How often a work under way is looked at, should a live event be lost. */
const UNDER_WAY_MS = 1_500;

export const importsQuery = (finished: boolean) =>
  readingAll<Import>(['import', 'list', finished], '/imports', { finished });
export const importQuery = (id: string) =>
  queryOptions({
    ...reading<Import>(['import', id], `/imports/${id}`),
    refetchInterval: ({ state }) => {
      const now = state.data?.state;
      return now === 'reading' || now === 'finishing' ? UNDER_WAY_MS : false;
    },
  });
export const understandingQuery = (id: string) =>
  reading<Understanding>(['import', id, 'understanding'], `/imports/${id}/understanding`);
export const matchingQuery = (id: string) =>
  reading<ImportMatching>(['import', id, 'matching'], `/imports/${id}/matching`);
export const proposalQuery = (id: string) =>
  reading<ImportProposal>(['import', id, 'proposal'], `/imports/${id}/proposal`);
export const jobQuery = (id: string) => reading<Job>(['job', id], `/jobs/${id}`);

export const agencyQuery = (id: string) => reading<AgencyDetail>(['agency', id], `/agencies/${id}`);
export const agencyImpactQuery = (id: string) => reading<Impact>(['agency', id, 'impact'], `/agencies/${id}/impact`);
export const agencyHistoryQuery = (id: string) =>
  reading<Page<RegistryAct>>(['agency', id, 'history'], `/agencies/${id}/history`);
export const agencyLoadQuery = (editionId: string) => ({
  ...reading<AgencyLoad>(['edition', editionId, 'load'], '/agencies/load', { editionId }),
  enabled: editionId !== '',
});
