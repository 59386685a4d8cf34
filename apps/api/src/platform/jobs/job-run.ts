import { Logger } from '@nestjs/common';
import { databaseProblem } from '../http/database-problem.js';
import { ProblemError } from '../http/problem.js';
import { databaseFault } from '../prisma/fault.js';
import type { Tx } from '../prisma/database.js';
import type { JobWork, JsonObject, Progress, RunningJob } from './job.js';
import type { JobsRepository } from './jobs.repository.js';
import { LEASE, type Ending, type Lease, type Leases } from './leases.js';

/** Why a work is told to stop. */
type Stop = 'cancelled' | 'stopping' | 'lost';

const PROGRESS_MS = 250;

/** One attempt: keeps the lease while the work goes on, tells it to stop, and writes how it ended. */
export class JobRun implements RunningJob {
  readonly id: string;
  readonly input: JsonObject;
  readonly askedById: string | null;
  readonly #lease: Lease;
  readonly #leases: Leases;
  readonly #jobs: JobsRepository;
  readonly #abort = new AbortController();
  readonly #logger = new Logger('Jobs');
  #stop: Stop | null = null;
  #latest: Progress | null = null;
  #progressTimer: NodeJS.Timeout | null = null;
  /** One statement of this attempt at a time, so that an older progress never follows a newer one. */
  #writing: Promise<unknown> = Promise.resolve();
  #keptAt = Date.now();

  constructor(lease: Lease, leases: Leases, jobs: JobsRepository) {
    this.#lease = lease;
    this.#leases = leases;
    this.#jobs = jobs;
    this.id = lease.id;
    this.input = lease.input;
    this.askedById = lease.askedById;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  stop(why: Stop): void {
    this.#stop ??= why;
    this.#abort.abort(new Error(`the job was told to stop: ${why}`));
  }

  progress(progress: Progress): void {
    this.#latest = progress;
    this.#progressTimer ??= setTimeout(() => this.#writeProgress(), PROGRESS_MS);
  }

  async finish(tx: Tx, result: JsonObject): Promise<void> {
    if (!(await this.#jobs.finish(tx, this.#lease, result))) throw new Error('The job is another process’s by now.');
  }

  /** Does the work and writes how it ended. Never throws: nobody waits for it. */
  async run(work: JobWork<JsonObject>): Promise<void> {
    const beat = setInterval(() => void this.#beat(), LEASE.beatMs);
    const ending = await this.#outcome(work);
    // Where it came to is worth knowing, of a work that failed most of all.
    if (this.#progressTimer !== null) clearTimeout(this.#progressTimer);
    this.#writeProgress();
    await this.#writing;
    // Kept until the end is written; where nothing can be written the lease runs out and the job is begun again.
    if (ending !== null) await this.#leases.end(this.#lease, ending).catch((error: unknown) => this.#warn(error));
    clearInterval(beat);
  }

  async #outcome(work: JobWork<JsonObject>): Promise<Ending | null> {
    try {
      const result = await work(this);
      if (result.ok) return { state: 'done', result: result.value };
      return this.#stopped() ?? { state: 'failed', problem: result.problem };
    } catch (error) {
      if (this.#stop !== null) return this.#stopped();
      const problem = refusalOf(error);
      // The database is away or busy: not the work's fault, so another attempt follows when the lease has run out.
      if (problem?.status === 503) return null;
      if (problem !== null)
        return { state: 'failed', problem: { code: problem.code, params: problem.options.params ?? {} } };
      this.#logger.error(`${this.#lease.kind} ${this.id}`, error instanceof Error ? error.stack : String(error));
      return { state: 'failed', problem: { code: 'job.failed' } };
    }
  }

  #stopped(): Ending | null {
    if (this.#stop === null || this.#stop === 'lost') return null;
    return { state: this.#stop === 'cancelled' ? 'cancelled' : 'returned' };
  }

  async #beat(): Promise<void> {
    try {
      const kept = await this.#leases.beat(this.#lease);
      if (kept === 'lost') this.stop('lost');
      else if (kept === 'cancelling') this.stop('cancelled');
      else this.#keptAt = Date.now();
    } catch (error) {
      this.#warn(error);
      if (Date.now() - this.#keptAt > LEASE.seconds * 1000) this.stop('lost');
    }
  }

  #writeProgress(): void {
    this.#progressTimer = null;
    const latest = this.#latest;
    if (latest === null) return;
    this.#latest = null;
    this.#writing = this.#writing
      .then(() => this.#leases.progress(this.#lease, latest))
      .catch((error: unknown) => this.#warn(error));
  }

  #warn(error: unknown): void {
    this.#logger.warn(error instanceof Error ? error.message : String(error));
  }
}

/** A refusal by a command that the work carried out, or by the database; null for a bug. */
function refusalOf(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error.status === 500 ? null : error;
  const fault = databaseFault(error);
  return fault === null ? null : databaseProblem(fault);
}
