/** Editions that a commit goes back through, its own first, each with the number of the last commit that it contains. */
export type Lineage = readonly { readonly editionId: string; readonly number: number }[];

/** Commits of one edition after a number, up to and with another. */
export interface Stretch {
  readonly editionId: string;
  readonly after: number;
  readonly upTo: number;
}

/** What only one of two lineages contains, by edition. */
export function stretchesBetween(old: Lineage, now: Lineage): Stretch[] {
  const reached = new Map(old.map(({ editionId, number }) => [editionId, number]));
  const stretches: Stretch[] = [];
  for (const { editionId, number } of now) {
    const before = reached.get(editionId) ?? 0;
    reached.delete(editionId);
    if (before !== number)
      stretches.push({ editionId, after: Math.min(before, number), upTo: Math.max(before, number) });
  }
  for (const [editionId, number] of reached) stretches.push({ editionId, after: 0, upTo: number });
  return stretches;
}
