import type { Result } from '@dingben/kernel';
import type { Tx } from '../prisma/database.js';

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Whatever has a form as JSON: what a job is given and what it answers are rows' columns. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** A kind of long work. `Input` is what it is given, and is kept with the job. */
export class JobKind<Input extends JsonObject> {
  /** `imports.read`: the feature and what it does. */
  readonly name: string;
  /** How often it is begun, when processes die under it, before it counts as failed. */
  readonly mostAttempts: number;
  /** Only a type: ties the work that is registered to the input that is given. */
  declare readonly input: Input;

  constructor(name: string, mostAttempts = 3) {
    this.name = name;
    this.mostAttempts = mostAttempts;
  }
}

/** Where a work stands; `total` is null while it is not known. */
export interface Progress {
  /** A code that the catalogues have a sentence for, under `jobStep.<step>`. */
  readonly step: string;
  readonly done?: number;
  readonly total?: number | null;
}

/** A job that this process runs, as its work sees it. */
export interface RunningJob<Input extends JsonObject = JsonObject> {
  readonly id: string;
  readonly input: Input;
  /** The person who asked; null where the service did. */
  readonly askedById: string | null;
  /** Aborted when the job is cancelled, when the process stops or when the lease was lost: the work ends soon then. */
  readonly signal: AbortSignal;
  /** Says where the work stands. Returns at once; written at most a few times a second. */
  progress(progress: Progress): void;
  /**
   * Ends the job as done in the transaction that has its effect, so that both are there or neither: a work whose effect
   * must not happen twice calls it last. Throws where another process has the job meanwhile, which undoes the effect.
   */
  finish(tx: Tx, result: JsonObject): Promise<void>;
}

/**
 * Does the work. Expected failures are returned, or thrown as a ProblemError by a command that it carries out; anything else that
 * is thrown is logged, and the job has failed with `job.failed`.
 */
export type JobWork<Input extends JsonObject> = (job: RunningJob<Input>) => Promise<Result<JsonObject>>;
