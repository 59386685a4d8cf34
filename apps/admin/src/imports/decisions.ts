import type { ImportMatching, MatchedEntry } from '../api/types.ts';

/** How a person says where an entry comes from. What becomes of the title follows from the services. */
export const CHOICES = ['goesOn', 'split', 'merged', 'new'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Decision {
  readonly entry: string;
  readonly takes: string | null;
  readonly from: readonly string[];
}

/** What an entry's descent is in the words of the choice. */
export function choiceOf({ kind }: Pick<MatchedEntry, 'kind'>): Choice {
  return kind === 'same' || kind === 'renamed' ? 'goesOn' : kind;
}

/**
 * The decision that a choice with these services is, or null while services are missing. A service that was split is gone on
 * with by the entry that took it already, `keeps`.
 */
export function decisionOf(
  entry: string,
  choice: Choice,
  services: readonly string[],
  keeps: boolean,
): Decision | null {
  const [first] = services;
  if (choice === 'new') return { entry, takes: null, from: [] };
  if (first === undefined || (choice === 'merged' && services.length < 2)) return null;
  if (choice === 'merged') return { entry, takes: first, from: services };
  return { entry, takes: choice === 'goesOn' || keeps ? first : null, from: [first] };
}

/** All decisions of a matching with one more, or with one in place of another. */
export function withDecision({ entries }: ImportMatching, decision: Decision): Decision[] {
  const others = entries.filter(({ decided, key }) => decided && key !== decision.entry).map(asDecision);
  return [...others, decision];
}

/** Every entry that needs the eye, decided as it is proposed. */
export function allAsProposed({ entries }: ImportMatching): Decision[] {
  return entries.filter(({ certain, decided }) => decided || !certain).map(asDecision);
}

function asDecision({ key, takes, from }: MatchedEntry): Decision {
  return { entry: key, takes, from };
}

/** Known services that no entry goes on with or came out of. */
export function goneServices({ entries, known }: ImportMatching): ImportMatching['known'] {
  const used = new Set(entries.flatMap(({ from }) => from));
  return known.filter(({ serviceId }) => !used.has(serviceId));
}
