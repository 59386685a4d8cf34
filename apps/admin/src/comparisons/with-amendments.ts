import type { Comparison, ComparisonAnswer } from '../api/types.ts';

/** Each entry with the amendments that brought its change about, where the answer has their ids. */
export function withAmendments({ amendments, entries, ...comparison }: ComparisonAnswer): Comparison {
  const byId = new Map(amendments.map((one) => [one.amendmentId, one]));
  return {
    ...comparison,
    entries: entries.map((entry) => ({
      ...entry,
      reasons: entry.reasons.flatMap((id) => byId.get(id) ?? []),
    })),
  };
}
