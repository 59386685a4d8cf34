import type { Problem } from '@dingben/kernel';

/**
 * Why an event was refused, and of which kind: `forbidden` (not this person), `conflict` (not now), `invalid` (something
 * that has to come with the event did not).
 */
export const WORKFLOW_PROBLEMS = Object.freeze({
  'right.missing': 'forbidden',
  'amendment.event-not-allowed': 'conflict',
  'amendment.not-author': 'forbidden',
  'amendment.self-approval': 'forbidden',
  'amendment.reviewer-cannot-write': 'forbidden',
  'amendment.already-approved': 'conflict',
  'amendment.content-changed': 'conflict',
  'amendment.conflict': 'conflict',
  'amendment.empty': 'conflict',
  'amendment.rationale-missing': 'conflict',
  'amendment.comment-missing': 'invalid',
  'edition.event-not-allowed': 'conflict',
  'edition.frozen': 'conflict',
  'edition.open-draft-exists': 'conflict',
  'edition.checklist-open': 'conflict',
  'edition.effective-date-missing': 'invalid',
  'edition.comment-missing': 'invalid',
  'publication.contributor': 'forbidden',
  'publication.requester': 'forbidden',
  'publication.planned': 'conflict',
  'publication.not-planned': 'conflict',
  'publication.moment-missing': 'invalid',
  'publication.moment-past': 'invalid',
  'withdrawal.day-past': 'invalid',
} as const);

export type WorkflowCode = keyof typeof WORKFLOW_PROBLEMS;
export type WorkflowProblem = Problem<WorkflowCode>;
