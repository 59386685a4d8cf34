import type { EditionRow } from './quantities.repository.js';

/**
 * Editions in their order in time: by the year that the label begins with (2021年版), which holds for one that was imported late, too;
 * else by the day on which it takes effect or was made.
 */
export function inOrder(editions: readonly EditionRow[]): EditionRow[] {
  return [...editions].sort((one, other) => compare(keyOf(one), keyOf(other)));
}

function keyOf({ label, effectiveDate, createdAt }: EditionRow): string {
  const year = /(?:19|20)\d\d/.exec(label)?.[0] ?? (effectiveDate ?? createdAt).slice(0, 4);
  return `${year} ${createdAt}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
