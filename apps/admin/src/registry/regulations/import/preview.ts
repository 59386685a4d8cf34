import type { ImportPreview, ImportRow } from '../../../api/types.ts';

/** As many lines as one confirmation may name. */
export const MOST_LEFT_OUT = 500;

export type RowFilter = ImportRow['action'] | 'near' | 'all';

/** Rows that would be written, but for those that are left out. */
export function takenRows(rows: readonly ImportRow[], leftOut: ReadonlySet<number>): number {
  return rows.filter((row) => isTaken(row) && !leftOut.has(row.line)).length;
}

/** The row changes something. */
export function isTaken({ action }: ImportRow): boolean {
  return action === 'new' || action === 'changed';
}

export function shownRows(rows: readonly ImportRow[], filter: RowFilter): readonly ImportRow[] {
  if (filter === 'all') return rows;
  return filter === 'near'
    ? rows.filter(({ near }) => near.length > 0)
    : rows.filter(({ action }) => action === filter);
}

export function previewAddress(name: string, encoding: ImportPreview['encoding']): string {
  return `/regulations/imports/preview?${query({ name, encoding })}`;
}

/** The same file is sent again, with the fingerprint of the preview on show. */
export function confirmAddress(
  name: string,
  { digest, encoding }: Pick<ImportPreview, 'digest' | 'encoding'>,
  leftOut: ReadonlySet<number>,
): string {
  const leaveOut = leftOut.size === 0 ? null : [...leftOut].join(',');
  return `/regulations/imports?${query({ name, encoding, digest, leaveOut })}`;
}

function query(values: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  // A name longer than the API takes is cut: it is for the record alone.
  return new URLSearchParams(
    given.map(([key, value]) => [key, key === 'name' ? value.slice(0, 200) : value]),
  ).toString();
}
