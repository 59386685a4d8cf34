/** What decides when a published edition is in force. Days are `YYYY-MM-DD`, which sort as they follow each other. */
export interface DatedPublication {
  /** 1, 2, 3 … within the standard. */
  readonly number: number;
  readonly effectiveDate: string;
  /** The first day on which it is withdrawn; null where it is not. */
  readonly withdrawnFrom: string | null;
}

export const STANDINGS = ['upcoming', 'in-force', 'superseded', 'withdrawn'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * The edition in force on a day: of those that took effect by then and are not withdrawn as of it, the one that took effect
 * last; of one day, the one that was published last. Null where there is none.
 */
export function inForceOn<P extends DatedPublication>(date: string, publications: readonly P[]): P | null {
  let found: P | null = null;
  for (const publication of publications) {
    if (publication.effectiveDate > date || isWithdrawn(date, publication)) continue;
    if (found === null || follows(publication, found)) found = publication;
  }
  return found;
}

/** How a publication stands on a day, among all publications of its standard. */
export function standingOn<P extends DatedPublication>(date: string, of: P, publications: readonly P[]): Standing {
  if (isWithdrawn(date, of)) return 'withdrawn';
  if (of.effectiveDate > date) return 'upcoming';
  return inForceOn(date, publications)?.number === of.number ? 'in-force' : 'superseded';
}

function isWithdrawn(date: string, { withdrawnFrom }: DatedPublication): boolean {
  return withdrawnFrom !== null && withdrawnFrom <= date;
}

function follows(a: DatedPublication, b: DatedPublication): boolean {
  return a.effectiveDate === b.effectiveDate ? a.number > b.number : a.effectiveDate > b.effectiveDate;
}
