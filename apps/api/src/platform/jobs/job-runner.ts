import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LiveEvents, type Change } from '../events/live-events.js';
import { Settings } from '../settings.js';
import { JobRun } from './job-run.js';
import { Jobs } from './jobs.js';
import { JobsRepository } from './jobs.repository.js';
import { Leases } from './leases.js';

/** A hint may be lost, and nobody sends one when a process dies. */
const LOOK_MS = 3_000;
/** How long a work may take to stop when the service does; its lease gives it to another process then. */
const STOP_MS = 3_000;

/** Runs jobs in this process, a few at a time, for as long as the service runs. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #jobs: Jobs;
  readonly #leases: Leases;
  readonly #repository: JobsRepository;
  readonly #live: LiveEvents;
  readonly #most: number;
  readonly #running = new Map<string, { readonly run: JobRun; readonly ended: Promise<void> }>();
  readonly #logger = new Logger('Jobs');
  #unsubscribe: (() => void) | null = null;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(jobs: Jobs, leases: Leases, repository: JobsRepository, live: LiveEvents, settings: Settings) {
    this.#jobs = jobs;
    this.#leases = leases;
    this.#repository = repository;
    this.#live = live;
    this.#most = settings.jobs;
  }

  onApplicationBootstrap(): void {
    if (this.#most === 0 || this.#jobs.kinds().length === 0) return;
    this.#unsubscribe = this.#live.subscribe((change) => this.#hear(change));
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
    this.#look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe?.();
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#looking;
    const running = [...this.#running.values()];
    for (const { run } of running) run.stop('stopping');
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (late = setTimeout(resolve, STOP_MS)));
    await Promise.race([Promise.all(running.map(({ ended }) => ended)), patience]);
    clearTimeout(late);
  }

  #hear(change: string): void {
    if (!change.includes('"subjectType":"job"')) return;
    // Written by this service, in the shape of Change.
    const { action, subjectId } = JSON.parse(change) as Change;
    if (action === 'job.queued') this.#look();
    if (action === 'job.cancelling' && subjectId !== null) this.#running.get(subjectId)?.run.stop('cancelled');
  }

  /** Takes jobs until there is none or the hands are full. A call during a look makes it look once more. */
  #look(): void {
    this.#again = true;
    this.#looking ??= this.#take().finally(() => (this.#looking = null));
  }

  async #take(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#leases.sweep();
        while (await this.#takeOne());
      }
    } catch (error) {
      // There is another look.
      this.#logger.warn(error instanceof Error ? error.message : String(error));
    }
  }

  async #takeOne(): Promise<boolean> {
    if (this.#stopped || this.#running.size >= this.#most) return false;
    const lease = await this.#leases.claim(this.#jobs.kinds());
    if (lease === null) return false;
    const run = new JobRun(lease, this.#leases, this.#repository);
    const ended = run.run(this.#jobs.workOf(lease.kind)).then(() => {
      // A lease that was lost may have been won again by this very process.
      if (this.#running.get(lease.id)?.run === run) this.#running.delete(lease.id);
      if (!this.#stopped) this.#look();
    });
    this.#running.set(lease.id, { run, ended });
    return true;
  }
}
