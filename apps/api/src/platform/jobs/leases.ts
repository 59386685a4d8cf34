import { Injectable } from '@nestjs/common';
import type { Problem } from '@dingben/kernel';
import { randomUUID } from 'node:crypto';
import { LiveEvents } from '../events/live-events.js';
import { HotReads, type HotStatement } from '../prisma/hot-reads.js';
import type { JobState, JsonObject, Progress } from './job.js';

/** How long a process may be silent before its jobs are anybody's, and how often it speaks. */
export const LEASE = { seconds: 10, beatMs: 3_000 } as const;

/** One attempt at one job by this process. Every write names it, so that a process that lost its lease writes nothing. */
export interface Lease {
  readonly id: string;
  readonly kind: string;
  readonly input: JsonObject;
  readonly askedById: string | null;
  readonly attempt: number;
  readonly worker: string;
}

/** How an attempt ended. `returned` gives the job back as if this attempt had not been. */
export type Ending =
  | { readonly state: 'done'; readonly result: JsonObject }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'cancelled' }
  | { readonly state: 'returned' };

/** Jobs whose process fell silent and that are not to be begun again. */
const SWEEP: HotStatement = {
  name: 'job_sweep',
  text: `UPDATE job SET worker = NULL, lease_until = NULL, ended_at = now(),
      state = CASE WHEN cancel_requested THEN 'cancelled' ELSE 'failed' END,
      problem = CASE WHEN cancel_requested THEN NULL ELSE $1::jsonb END
    WHERE id IN (SELECT id FROM job WHERE state = 'running' AND lease_until < now()
      AND (cancel_requested OR attempt >= most_attempts) FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING id::text`,
};

/** SKIP LOCKED: processes that look at once each take another one, and none waits. */
const CLAIM: HotStatement = {
  name: 'job_claim',
  text: `UPDATE job SET state = 'running', worker = $1, attempt = attempt + 1, started_at = coalesce(started_at, now()),
      lease_until = now() + interval '${LEASE.seconds} seconds', step = NULL, done = 0, total = NULL
    WHERE id = (SELECT id FROM job WHERE kind = ANY ($2::text[]) AND attempt < most_attempts AND NOT cancel_requested
      AND (state = 'queued' OR (state = 'running' AND lease_until < now()))
      ORDER BY created_at, id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING id::text, kind, input, asked_by_id::text AS "askedById", attempt, worker::text`,
};

const BEAT: HotStatement = {
  name: 'job_beat',
  text: `UPDATE job SET lease_until = now() + interval '${LEASE.seconds} seconds'
    WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'running' RETURNING cancel_requested AS "cancelRequested"`,
};

const PROGRESS: HotStatement = {
  name: 'job_progress',
  text: `UPDATE job SET step = $4, done = $5, total = $6 WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'running'`,
};

const END: HotStatement = {
  name: 'job_end',
  text: `UPDATE job SET worker = NULL, lease_until = NULL,
      state = CASE WHEN $4 = 'returned' THEN CASE WHEN cancel_requested THEN 'cancelled' ELSE 'queued' END ELSE $4 END,
      attempt = attempt - CASE WHEN $4 = 'returned' THEN 1 ELSE 0 END,
      done = CASE WHEN $4 = 'done' THEN coalesce(total, done) ELSE done END,
      ended_at = CASE WHEN $4 = 'returned' AND NOT cancel_requested THEN NULL ELSE now() END,
      result = $5::jsonb, problem = $6::jsonb
    WHERE id = $1 AND worker = $2 AND attempt = $3 AND state = 'running' RETURNING state`,
};

/** Taking, keeping and giving up jobs, for this process. The clock is the database's. */
@Injectable()
export class Leases {
  /** Names this process in the rows that it has. */
  readonly worker = randomUUID();
  readonly #reads: HotReads;
  readonly #live: LiveEvents;

  constructor(reads: HotReads, live: LiveEvents) {
    this.#reads = reads;
    this.#live = live;
  }

  /** Ends what nobody will begin again: too many processes died under it, or it was cancelled under a dead one. */
  async sweep(): Promise<void> {
    const abandoned = JSON.stringify({ code: 'job.abandoned' });
    for (const { id } of await this.#reads.rows<{ id: string }>(SWEEP, [abandoned])) this.#tell(id, 'job.ended');
  }

  /** The job of these kinds that has waited longest, or one whose process fell silent; null where there is none. */
  async claim(kinds: readonly string[]): Promise<Lease | null> {
    const lease = await this.#reads.row<Lease>(CLAIM, [this.worker, kinds]);
    if (lease !== null) this.#tell(lease.id, 'job.started');
    return lease;
  }

  /** Keeps the job for another while. */
  async beat(lease: Lease): Promise<'kept' | 'cancelling' | 'lost'> {
    const row = await this.#reads.row<{ cancelRequested: boolean }>(BEAT, named(lease));
    if (row === null) return 'lost';
    return row.cancelRequested ? 'cancelling' : 'kept';
  }

  async progress(lease: Lease, { step, done = 0, total = null }: Progress): Promise<void> {
    await this.#reads.rows(PROGRESS, [...named(lease), step, done, total]);
    this.#tell(lease.id, 'job.progressed');
  }

  /** Writes how the attempt ended; does nothing where it no longer has the job. */
  async end(lease: Lease, ending: Ending): Promise<void> {
    const result = ending.state === 'done' ? JSON.stringify(ending.result) : null;
    const problem = ending.state === 'failed' ? JSON.stringify(ending.problem) : null;
    const row = await this.#reads.row<{ state: JobState }>(END, [...named(lease), ending.state, result, problem]);
    if (row !== null) this.#tell(lease.id, row.state === 'queued' ? 'job.queued' : 'job.ended');
  }

  #tell(id: string, action: string): void {
    this.#live.publish({ subjectType: 'job', subjectId: id, action });
  }
}

function named({ id, worker, attempt }: Lease): [id: string, worker: string, attempt: number] {
  return [id, worker, attempt];
}
