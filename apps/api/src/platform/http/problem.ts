import type { Problem } from '@dingben/kernel';
import { WORKFLOW_PROBLEMS } from '@dingben/workflow';

export type ProblemParams = NonNullable<Problem['params']>;

/** What is wrong with one field: the key of `errors` is the field's path (`provisions.standard`). */
export interface FieldProblem {
  readonly code: string;
  readonly params?: ProblemParams;
}

/** One of the entries that a refusal is about: how it is called, and where it stands. */
export interface ProblemEntry {
  readonly name: string;
  readonly editionId: string;
  /** Null for a heading. */
  readonly serviceId: string | null;
}

export interface ProblemOptions {
  readonly params?: ProblemParams | undefined;
  readonly errors?: Readonly<Record<string, FieldProblem>> | undefined;
  /** The resource as it is now, for a person who wrote against an older one. */
  readonly current?: unknown;
  /** Where the refusal is about several entries: each of them. */
  readonly entries?: readonly ProblemEntry[] | undefined;
  /** Seconds after which the same request may do better. */
  readonly retryAfter?: number | undefined;
}

/** A refusal on its way to the caller. `code` is listed in docs/errors.md. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly options: ProblemOptions;

  constructor(status: number, code: string, options: ProblemOptions = {}) {
    super(code);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.options = options;
  }
}

/** 404 `<subject>.not-found`: it is not there, or this person may not know that it is. */
export function notFound(subject: string): ProblemError {
  return new ProblemError(404, `${subject}.not-found`);
}

export function conflict(code: string, params?: ProblemParams): ProblemError {
  return new ProblemError(409, code, { params });
}

export function forbidden(code: string, params?: ProblemParams): ProblemError {
  return new ProblemError(403, code, { params });
}

/** 412: the caller wrote against a version that is no longer the latest; `current` is what stands now. */
export function stale(current: unknown): ProblemError {
  return new ProblemError(412, 'request.version-stale', { current });
}

/** 422 for one field of the body. */
export function invalidField(field: string, code: string, params?: ProblemParams): ProblemError {
  const problem: FieldProblem = params === undefined ? { code } : { code, params };
  return new ProblemError(422, 'request.invalid', { errors: { [field]: problem } });
}

export function busy(retryAfter = 1): ProblemError {
  return new ProblemError(503, 'service.busy', { retryAfter });
}

const KIND_STATUS = { forbidden: 403, conflict: 409, invalid: 422 } as const;

/** The status that goes with a code of packages/workflow; null for a code that is not one of them. */
export function workflowStatus(code: string): number | null {
  const kinds: Readonly<Record<string, keyof typeof KIND_STATUS>> = WORKFLOW_PROBLEMS;
  const kind = Object.hasOwn(kinds, code) ? kinds[code] : undefined;
  return kind === undefined ? null : KIND_STATUS[kind];
}

/** A refusal of a package's rule, as an error with its status. Codes that no table knows are conflicts. */
export function fromRefusal(problem: Problem): ProblemError {
  return new ProblemError(workflowStatus(problem.code) ?? 409, problem.code, { params: problem.params });
}
