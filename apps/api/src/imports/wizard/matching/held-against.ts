import {
  comparableOf,
  descentKinds,
  proposeDescents,
  type ComparableOutline,
  type DescentKind,
  type ProposedDescent,
} from '@dingben/comparison';
import type { Outline } from '@dingben/outline';
import type { Decision } from '../model.js';

/** The services of an edition, as a document is held against them. */
export interface KnownServices {
  readonly outline: ComparableOutline;
  /** Ids of the services, in the order of the entries. */
  readonly serviceIds: readonly string[];
}

export interface MatchedEntry extends ProposedDescent {
  /** Its path, told apart from others with the same: `12`, `12#2`. */
  readonly key: string;
  readonly kind: DescentKind;
  /** A person decided it. */
  readonly decided: boolean;
}

export interface Matching {
  readonly incoming: ComparableOutline;
  readonly entries: readonly MatchedEntry[];
}

/** A document held against known services: what is proposed, and in its place what a person decided. */
export function heldAgainst(document: Outline, known: KnownServices | null, decisions: readonly Decision[]): Matching {
  const incoming = comparableOf(document);
  const knownEntries = known?.outline.entries ?? [];
  const proposals = proposeDescents(knownEntries, incoming.entries);
  const keys = entryKeys(incoming.entries.map(({ number }) => number));
  const decided = new Map(decisions.map((decision) => [decision.entry, decision]));
  const indexes = new Map(known?.serviceIds.map((id, index) => [id, index]));
  const indexOf = (id: string | null): number | null => (id === null ? null : (indexes.get(id) ?? null));
  const taken = new Set(decisions.map(({ takes }) => indexOf(takes)));
  const descents = proposals.map((proposal, at): ProposedDescent => {
    const decision = decided.get(keys[at] ?? '');
    if (decision === undefined) return withoutTaken(proposal, taken);
    const from = decision.from.map(indexOf).filter((index) => index !== null);
    return { ...proposal, takes: indexOf(decision.takes), from };
  });
  const kinds = descentKinds(descents, knownEntries, incoming.entries);
  const entries = descents.map((descent, at): MatchedEntry => {
    const key = keys[at] ?? '';
    return { ...descent, key, kind: kinds[at] ?? 'new', decided: decided.has(key) };
  });
  return { incoming, entries };
}

/** Where a person gave a service to another entry, nobody but a person says what is left. */
function withoutTaken(proposal: ProposedDescent, taken: ReadonlySet<number | null>): ProposedDescent {
  const { takes, from } = proposal;
  if (takes === null || !taken.has(takes)) return proposal;
  return { ...proposal, takes: null, from: from.filter((index) => index !== takes), certain: false };
}

function entryKeys(paths: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return paths.map((path) => {
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    return count === 1 ? path : `${path}#${count}`;
  });
}
