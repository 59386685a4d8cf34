import type { OutlineEntry } from '../api/types.ts';
import { isLeaf, type FlatEntry } from './flatten.ts';

export const ONLY = ['all', 'changed', 'review', 'findings'] as const;
export type Only = (typeof ONLY)[number];

export interface OutlineFilter {
  readonly only: Only;
  readonly agency: string;
  readonly funding: string;
  /** As typed. */
  readonly q: string;
}

/** From the address, so that a filtered outline can be sent to somebody. */
export function filterFrom(params: URLSearchParams): OutlineFilter {
  const only = params.get('only');
  return {
    only: ONLY.find((name) => name === only) ?? 'all',
    agency: params.get('agency') ?? '',
    funding: params.get('funding') ?? '',
    q: params.get('q') ?? '',
  };
}

export function isMarked(entry: OutlineEntry, only: Only): boolean {
  if (only === 'changed') return entry.marks.changed;
  if (only === 'review') return entry.marks.amendments > 0;
  return only === 'all' || entry.marks.findings > 0;
}

/**
 * The entries that fit, in reading order. A service stays where one of its items fits.
 *
 * @param textHits services whose provisions hold the searched text, as the API found them.
 */
export function fitting(all: readonly FlatEntry[], filter: OutlineFilter, textHits: ReadonlySet<string>): FlatEntry[] {
  const fits = ({ entry }: FlatEntry) =>
    isMarked(entry, filter.only) &&
    (filter.agency === '' || entry.agencies.includes(filter.agency)) &&
    (filter.funding === '' || entry.funding.includes(filter.funding)) &&
    (filter.q === '' || entry.title.includes(filter.q) || entry.number === filter.q || textHits.has(entry.serviceId));
  const kept = new Set(all.filter(fits).flatMap(({ entry, service }) => [entry, service]));
  return all.filter(({ entry }) => kept.has(entry));
}

/** How many leaves each choice would show. */
export function countsOf(all: readonly FlatEntry[]): Readonly<Record<Only, number>> {
  const leaves = all.filter(isLeaf);
  const count = (only: Only) => leaves.filter(({ entry }) => isMarked(entry, only)).length;
  return { all: count('all'), changed: count('changed'), review: count('review'), findings: count('findings') };
}

/** Names that occur, most frequent first. */
export function namesIn(all: readonly FlatEntry[], of: 'agencies' | 'funding'): string[] {
  const counts = new Map<string, number>();
  for (const { entry } of all) for (const name of entry[of]) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
