import type { DatabaseFault } from '../prisma/fault.js';
import { ProblemError, busy, conflict, workflowStatus } from './problem.js';

/** What a broken constraint means to a person. A constraint without a line here is a plain conflict. */
const CONSTRAINTS: Readonly<Record<string, string>> = {
  account_username_key: 'account.username-taken',
  amendment_edit_amendment_id_service_id_kind_key: 'edit.duplicate',
  edition_standard_id_label_key: 'edition.label-taken',
};

/**
 * The triggers that guard texts and lifecycles, by their SQLSTATE (docs/workflow.md). A command decides before it writes,
 * so these are met in races only.
 */
const GUARDS: Readonly<Record<string, { readonly status: number; readonly code: string }>> = {
  DN001: { status: 409, code: 'request.conflict' },
  DN002: { status: 409, code: 'request.conflict' },
  DN003: { status: 409, code: 'amendment.content-changed' },
  DN004: { status: 403, code: 'amendment.self-approval' },
  DN005: { status: 409, code: 'edition.frozen' },
};

const CODE = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

/** The problem that a fault of the database is to the caller; null where it can only be a bug of ours. */
export function databaseProblem(fault: DatabaseFault): ProblemError | null {
  const { state } = fault;
  if (isBusy(state)) return busy();
  const guard = GUARDS[state];
  if (guard !== undefined) return new ProblemError(guard.status, guard.code);
  // Our triggers raise the problem's code as the message.
  if (state === 'P0001') return raised(fault.message);
  if (state === '23505' || state === '23503' || state === '23514' || state === '23001') return broken(fault.constraint);
  // A text that PostgreSQL cannot hold, or a number out of range, got past a field that should have refused it.
  if (state === '22021' || state === '22P05' || state === '22P02' || state === '22003' || state === '22008') {
    return new ProblemError(400, 'request.invalid');
  }
  return null;
}

function raised(message: string): ProblemError | null {
  const code = message.trim();
  return CODE.test(code) ? new ProblemError(workflowStatus(code) ?? 409, code) : null;
}

function broken(constraint: string | null): ProblemError {
  const code = constraint === null ? undefined : CONSTRAINTS[constraint];
  return conflict(code ?? 'request.conflict');
}

/** No connection, too long a wait, a shutdown, a full disk, or a collision that repeating did not resolve. */
function isBusy(state: string): boolean {
  return (
    state.startsWith('08') ||
    state.startsWith('53') ||
    state.startsWith('57') ||
    state === '40001' ||
    state === '40P01' ||
    state === '55P03' ||
    state === '25P03'
  );
}
