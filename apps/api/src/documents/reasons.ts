import type { ComparedEntry, ComparedSection, Comparison } from '@dingben/comparison';
import { keyOf, keyOfSection, type Reason } from '@dingben/writer';

/** Of an amendment: what the comparison table says of it. */
export interface AmendmentReason {
  readonly rationale: string;
  readonly legalBasis: string;
}

interface Stated {
  /** In a person's words, where no amendment says why. */
  readonly stated: { readonly reason: string; readonly basis: string } | null;
}

/** A comparison whose entries carry the amendments that brought their changes about, earliest first. */
export interface ReasonedComparison extends Comparison {
  readonly sections: readonly (ComparedSection & Stated)[];
  readonly entries: readonly (ComparedEntry &
    Stated & {
      readonly serviceId: string;
      readonly reasons: readonly AmendmentReason[];
    })[];
}

/**
 * Why each entry and heading was changed and on what basis, by the key of its row: what the amendments say, each thing once, a line
 * each; where none says it, what a person stated.
 */
export function reasonsOf({ entries, sections }: ReasonedComparison): Map<string, Reason> {
  const found = new Map<string, Reason>();
  for (const section of sections) {
    const key = keyOfSection(section);
    if (key !== null && section.stated !== null) found.set(key, section.stated);
  }
  for (const entry of entries) {
    const reason = linesOf(entry.reasons.map(({ rationale }) => rationale));
    const basis = linesOf(entry.reasons.map(({ legalBasis }) => legalBasis));
    found.set(keyOf(entry), reason === '' && entry.stated !== null ? entry.stated : { reason, basis });
  }
  return found;
}

function linesOf(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text.trim() !== ''))].join('\n');
}
