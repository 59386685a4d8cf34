import type { ComparedEntry, Comparison } from '../api/types.ts';

/** A change of an entry that no amendment gives a reason of, so that a person may. */
export function isUnexplained({ change, reasons }: ComparedEntry): boolean {
  return change !== null && reasons.every(({ rationale }) => rationale.trim() === '');
}

/** No amendment and no person has said why. */
export function isUnreasoned(entry: ComparedEntry): boolean {
  return isUnexplained(entry) && entry.stated === null;
}

/** The changes that keep the comparison table from being written. */
export function openReasons({ entries, sections }: Comparison): string[] {
  const headings = sections.filter(({ stated }) => stated === null);
  return [...headings, ...entries.filter(isUnreasoned)].flatMap(({ change }) => (change === null ? [] : [change]));
}
