import { ok, type Result } from '@dingben/kernel';
import { WRITABLE_EDITION_STATES, type EditionState } from './edition.ts';
import { freezeTable, type Actor, type Guard, type Lifecycle, type Transition } from './machine.ts';
import type { WorkflowProblem } from './problems.ts';

export const AMENDMENT_STATES = [
  'draft',
  'submitted',
  'approved',
  'changes_requested',
  'merged',
  'withdrawn',
  'rejected',
] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export const AMENDMENT_EVENTS = [
  'open',
  'reopen',
  'submit',
  'approve',
  'requestChanges',
  'reject',
  'withdraw',
  'merge',
] as const;
export type AmendmentEvent = (typeof AMENDMENT_EVENTS)[number];

/** What a person is to an amendment: its participant row, or none. Never both. */
export const RELATIONS = ['author', 'reviewer', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What an event on an amendment is judged by, read in the transaction that carries it out, the amendment's row locked. */
export interface AmendmentFacts {
  readonly relation: Relation;
  readonly editCount: number;
  readonly conflictCount: number;
  /** The rationale holds more than white space. */
  readonly hasRationale: boolean;
  /** Approvals of the latest draft with the current content hash that stand already, without the one being given. */
  readonly approvals: number;
  /** One of those approvals is the actor's. */
  readonly alreadyApproved: boolean;
  readonly requiredApprovals: number;
  readonly editionState: EditionState;
  readonly currentContentHash: string;
  /** approve, merge: the hash that the person was shown. */
  readonly seenContentHash?: string | null;
  /** requestChanges, reject: what the person said. */
  readonly comment?: string | null;
}

type AmendmentGuard =
  | 'isAuthor'
  | 'notAuthor'
  | 'notYetApproved'
  | 'editionWritable'
  | 'hasEdits'
  | 'noConflicts'
  | 'rationaleGiven'
  | 'contentSeen'
  | 'commentGiven';

const AMENDMENT_GUARDS: Readonly<Record<AmendmentGuard, Guard<AmendmentFacts>>> = {
  isAuthor: (facts) => (facts.relation === 'author' ? null : { code: 'amendment.not-author' }),
  notAuthor: (facts) => (facts.relation === 'author' ? { code: 'amendment.self-approval' } : null),
  notYetApproved: (facts) => (facts.alreadyApproved ? { code: 'amendment.already-approved' } : null),
  editionWritable: ({ editionState }) =>
    WRITABLE_EDITION_STATES.includes(editionState) ? null : { code: 'edition.frozen', params: { state: editionState } },
  hasEdits: (facts) => (facts.editCount > 0 ? null : { code: 'amendment.empty' }),
  noConflicts: ({ conflictCount }) =>
    conflictCount > 0 ? { code: 'amendment.conflict', params: { count: conflictCount } } : null,
  rationaleGiven: (facts) => (facts.hasRationale ? null : { code: 'amendment.rationale-missing' }),
  contentSeen: (facts) =>
    facts.seenContentHash === facts.currentContentHash ? null : { code: 'amendment.content-changed' },
  commentGiven: (facts) => (facts.comment?.trim() ? null : { code: 'amendment.comment-missing' }),
};

export const AMENDMENT_TRANSITIONS: Readonly<Record<AmendmentEvent, Transition<AmendmentState, AmendmentGuard>>> =
  freezeTable({
    open: { from: [null], to: ['draft'], roles: ['editor', 'liaison'], guards: ['editionWritable'], inputs: [] },
    reopen: {
      from: ['submitted', 'approved', 'changes_requested'],
      to: ['draft'],
      roles: ['editor', 'liaison'],
      guards: ['isAuthor', 'editionWritable'],
      inputs: [],
    },
    submit: {
      from: ['draft'],
      to: ['submitted'],
      roles: ['editor', 'liaison'],
      guards: ['isAuthor', 'editionWritable', 'hasEdits', 'rationaleGiven', 'noConflicts'],
      inputs: [],
    },
    approve: {
      from: ['submitted'],
      to: ['submitted', 'approved'],
      roles: ['reviewer'],
      guards: ['notAuthor', 'notYetApproved', 'editionWritable'],
      inputs: ['contentSeen'],
    },
    requestChanges: {
      from: ['submitted', 'approved'],
      to: ['changes_requested'],
      roles: ['reviewer'],
      guards: ['notAuthor'],
      inputs: ['commentGiven'],
    },
    reject: {
      from: ['submitted'],
      to: ['rejected'],
      roles: ['reviewer'],
      guards: ['notAuthor'],
      inputs: ['commentGiven'],
    },
    withdraw: {
      from: ['draft', 'submitted', 'changes_requested', 'approved'],
      to: ['withdrawn'],
      roles: ['editor', 'liaison'],
      guards: ['isAuthor'],
      inputs: [],
    },
    merge: {
      from: ['approved'],
      to: ['merged'],
      roles: ['editor', 'reviewer'],
      guards: ['editionWritable', 'noConflicts'],
      inputs: ['contentSeen'],
    },
  });

export const AMENDMENT_LIFECYCLE: Lifecycle<AmendmentState, AmendmentEvent, AmendmentFacts, AmendmentGuard> = {
  states: AMENDMENT_STATES,
  transitions: AMENDMENT_TRANSITIONS,
  guards: AMENDMENT_GUARDS,
  eventNotAllowed: 'amendment.event-not-allowed',
  target: (_event, facts) => (facts.approvals + 1 >= facts.requiredApprovals ? 'approved' : 'submitted'),
};

/**
 * Whether a person may save an edit. Whoever saves becomes an author, so a reviewer of the amendment is refused; a save in
 * `submitted`, `approved` or `changes_requested` takes the amendment back to draft and voids its approvals (`reopens`).
 */
export function decideWriting(situation: {
  readonly state: AmendmentState;
  readonly actor: Actor;
  readonly facts: Pick<AmendmentFacts, 'relation' | 'editionState'>;
}): Result<{ readonly reopens: boolean }, WorkflowProblem> {
  const { state, actor, facts } = situation;
  if (!actor.roles.some((role) => AMENDMENT_TRANSITIONS.open.roles.includes(role))) {
    return { ok: false, problem: { code: 'right.missing' } };
  }
  const reopens = AMENDMENT_TRANSITIONS.reopen.from.includes(state);
  if (state !== 'draft' && !reopens) {
    return { ok: false, problem: { code: 'amendment.event-not-allowed', params: { event: 'edit', state } } };
  }
  if (facts.relation === 'reviewer') return { ok: false, problem: { code: 'amendment.reviewer-cannot-write' } };
  if (!WRITABLE_EDITION_STATES.includes(facts.editionState)) {
    return { ok: false, problem: { code: 'edition.frozen', params: { state: facts.editionState } } };
  }
  return ok({ reopens });
}
