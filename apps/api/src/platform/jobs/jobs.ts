import { Injectable } from '@nestjs/common';
import type { Tx } from '../prisma/database.js';
import type { JobKind, JobWork, JsonObject } from './job.js';
import { JobsRepository } from './jobs.repository.js';

/** What is registered, with its input's type forgotten: the rows of a kind hold what `start` was given for that kind. */
interface Registered {
  readonly kind: JobKind<JsonObject>;
  readonly work: JobWork<JsonObject>;
}

export interface JobOrder<Input extends JsonObject> {
  readonly input: Input;
  /** Who asks; null for the service itself. */
  readonly askedById: string | null;
  /** Names the work where it must not be under way twice: asked for again, it is the job that is under way. */
  readonly key?: string;
}

/** The door of the features: register what can be done, and start it. */
@Injectable()
export class Jobs {
  readonly #jobs: JobsRepository;
  readonly #registered = new Map<string, Registered>();

  constructor(jobs: JobsRepository) {
    this.#jobs = jobs;
  }

  /** Says how jobs of a kind are done. Called once, before the service starts (`onModuleInit`). */
  register<Input extends JsonObject>(kind: JobKind<Input>, work: JobWork<Input>): void {
    if (this.#registered.has(kind.name)) throw new Error(`The job kind ${kind.name} is registered twice.`);
    // The input of a row was given to `start` with this very kind.
    this.#registered.set(kind.name, { kind, work: work as unknown as JobWork<JsonObject> });
  }

  /** Queues a job in the caller's transaction; the processes hear of it at the commit. Gives its id. */
  async start<Input extends JsonObject>(tx: Tx, kind: JobKind<Input>, order: JobOrder<Input>): Promise<string> {
    const { input, askedById, key = null } = order;
    const { name, mostAttempts } = kind;
    return this.#jobs.queue(tx, { kind: name, mostAttempts, key, input, askedById });
  }

  /** The kinds that this process can run. */
  kinds(): string[] {
    return [...this.#registered.keys()];
  }

  workOf(kind: string): JobWork<JsonObject> {
    const registered = this.#registered.get(kind);
    if (registered === undefined) throw new Error(`No work is registered for the job kind ${kind}.`);
    return registered.work;
  }
}
