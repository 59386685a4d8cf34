/** Where an edition is read. */
export function editionAddress(editionId: string): string {
  return `/editions/${editionId}`;
}

/** Where an edition's findings are listed. */
export function proofreadingAddress(editionId: string): string {
  return `/editions/${editionId}/proofreading`;
}

/** What an edition still needs before publication. */
export function checklistAddress(editionId: string): string {
  return `/editions/${editionId}/checklist`;
}

/** Where an entry, or one of its provisions, is read. */
export function entryAddress(editionId: string, serviceId: string, provision?: string | null): string {
  return `/editions/${editionId}/entries/${serviceId}${provision ? `#${provision}` : ''}`;
}

/** Where the differences of two editions are read. */
export function comparisonAddress(before: string, after: string): string {
  return `/comparisons?before=edition:${before}&after=edition:${after}`;
}
