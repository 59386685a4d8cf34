import type { ComparedEntry } from '../api/types.ts';
import { isLeaf, type FlatEntry } from '../editions/flatten.ts';
import { ownPlace } from './rows.ts';

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
    number: ownPlace(entry)?.number ?? '',
    title: ownPlace(entry)?.title ?? '',
    entry,
  }));
}

/**
 * Every entry of the later side in reading order, changed or not; what was removed comes after the entry that it followed in
 * the comparison.
 *
 * @param changed all changes: entries of theirs that the filter hides are not called unchanged.
 */
export function allLines(
  all: readonly FlatEntry[],
  shown: readonly ComparedEntry[],
  changed: readonly ComparedEntry[],
): Line[] {
  const touched = new Set(changed.flatMap(({ after, serviceId }) => [serviceId, after?.code]));
  const lines = changedLines(shown);
  const byService = new Map(lines.map((line) => [line.serviceId, line]));
  const following = new Map<string, Line[]>();
  let last = '';
  for (const line of lines) {
    if (line.entry !== null && ownPlace(line.entry) !== line.entry.after)
      following.set(last, [...(following.get(last) ?? []), line]);
    else last = line.serviceId;
  }
  const quiet = ({ entry: { number, serviceId, title } }: FlatEntry): Line => ({
    serviceId,
    number,
    title,
    entry: null,
  });
  const placed = all.flatMap((flat) => {
    const { code, serviceId } = flat.entry;
    const isQuiet = isLeaf(flat) && !touched.has(serviceId) && !touched.has(code);
    const line = byService.get(serviceId) ?? (isQuiet ? quiet(flat) : null);
    return [...(line === null ? [] : [line]), ...(following.get(serviceId) ?? [])];
  });
  return [...(following.get('') ?? []), ...placed];
}
