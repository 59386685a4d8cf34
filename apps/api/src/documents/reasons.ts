import type { ComparedEntry, Comparison } from '@dingben/comparison';
import { keyOf, type Reason } from '@dingben/writer';

/** Of an amendment: what the comparison table says of it. */
export interface AmendmentReason {
  readonly rationale: string;
  readonly legalBasis: string;
}

/** A comparison whose entries carry the amendments that brought their changes about, earliest first. */
export interface ReasonedComparison extends Comparison {
  readonly entries: readonly (ComparedEntry & {
    readonly serviceId: string;
    readonly reasons: readonly AmendmentReason[];
  })[];
}

/** Why each entry was changed and on what basis, by the key of its row: what the amendments say, each thing once, a line each. */
export function reasonsOf(comparison: ReasonedComparison): Map<string, Reason> {
  return new Map(
    comparison.entries.map((entry) => [
      keyOf(entry),
      {
        reason: linesOf(entry.reasons.map(({ rationale }) => rationale)),
        basis: linesOf(entry.reasons.map(({ legalBasis }) => legalBasis)),
      },
    ]),
  );
}

function linesOf(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text.trim() !== ''))].join('\n');
}
