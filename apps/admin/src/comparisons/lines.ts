import type { ComparedEntry } from '../api/types.ts';
import { isLeaf, type FlatEntry } from '../editions/flatten.ts';

/** A line of the table: a change, or an entry that has none. */
export interface Line {
  readonly serviceId: string;
  readonly number: string;
  readonly title: string;
  readonly entry: ComparedEntry | null;
}

/** The changes alone. */
export function changedLines(entries: readonly ComparedEntry[]): Line[] {
  return entries.map((entry) => ({
    serviceId: entry.serviceId,
    number: (entry.after ?? entry.before)?.number ?? '',
    title: (entry.after ?? entry.before)?.title ?? '',
    entry,
  }));
}

/**
 * Every entry of the later side in reading order, changed or not; what was removed comes after the entry that it followed in
 * the comparison.
 *
 * @param changed services with a change of any kind: those that the filter hides are not called unchanged.
 */
export function allLines(
  all: readonly FlatEntry[],
  shown: readonly ComparedEntry[],
  changed: ReadonlySet<string>,
): Line[] {
  const lines = changedLines(shown);
  const byService = new Map(lines.map((line) => [line.serviceId, line]));
  const following = new Map<string, Line[]>();
  let last = '';
  for (const line of lines) {
    if (line.entry?.after === null) following.set(last, [...(following.get(last) ?? []), line]);
    else last = line.serviceId;
  }
  const quiet = ({ entry: { number, serviceId, title } }: FlatEntry): Line => ({
    serviceId,
    number,
    title,
    entry: null,
  });
  const placed = all.flatMap((flat) => {
    const { serviceId } = flat.entry;
    const line = byService.get(serviceId) ?? (isLeaf(flat) && !changed.has(serviceId) ? quiet(flat) : null);
    return [...(line === null ? [] : [line]), ...(following.get(serviceId) ?? [])];
  });
  return [...(following.get('') ?? []), ...placed];
}
