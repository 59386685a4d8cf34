import type { Params } from './types.ts';

export interface FieldProblem {
  readonly code: string;
  readonly params?: Params;
}

/** The problem document of a refusal (RFC 9457 with a stable `code`), or one made here where no answer came. */
export interface ProblemDocument {
  readonly code: string;
  readonly status: number;
  readonly title?: string;
  readonly params?: Params;
  readonly errors?: Readonly<Record<string, FieldProblem>>;
  /** 412: the resource as it is now. */
  readonly current?: unknown;
  /** Where it is about several entries: each of them; `serviceId` is null for a heading. */
  readonly entries?: readonly {
    readonly name: string;
    readonly editionId: string;
    readonly serviceId: string | null;
  }[];
}

/** A refused or unanswered request. `status` 0: no answer came, so the command may or may not have been carried out. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument;
  readonly status: number;

  constructor(problem: ProblemDocument) {
    super(problem.title ?? problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
    this.status = problem.status;
  }
}

/** The problem in whatever was thrown; anything unforeseen becomes `client.failed`. */
export function problemOf(error: unknown): ProblemDocument {
  if (error instanceof ProblemError) return error.problem;
  return { code: 'client.failed', status: 0 };
}
