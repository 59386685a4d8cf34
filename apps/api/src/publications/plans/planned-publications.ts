import { randomUUID } from 'node:crypto';
import { ok, type Problem, type Result } from '@dingben/kernel';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { EDITION_ACTIONS } from '../../editions/steps/edition-steps.js';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { ProblemError } from '../../platform/http/problem.js';
import { JobKind, type JsonObject } from '../../platform/jobs/job.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { PublishCommand } from '../commands/publish.command.js';
import { PlansRepository, type DuePlan } from './plans.repository.js';

export const PUBLISH_PLANNED = new JobKind<{ readonly planId: string }>('publications.planned');

/** How late a publication may be by this alone. */
const LOOK_MS = 2_000;
/** Refusals that say nothing of the plan: the same may be allowed a minute later. */
const PASSING = new Set(['request.version-stale', 'service.busy', 'service.unavailable']);

/**
 * Carries out plans whose moment has come, also one that passed while nothing was running: every process looks, one of
 * them begins a job, and the row of the plan, which ends in the transaction that publishes, makes the effect happen once.
 */
@Injectable()
export class PlannedPublications implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('PlannedPublications');
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly plans: PlansRepository,
    private readonly publishing: PublishCommand,
    private readonly jobs: Jobs,
    private readonly work: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  onModuleInit(): void {
    this.jobs.register(PUBLISH_PLANNED, ({ input }) => this.#carryOut(input.planId));
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** Begins a job for every plan that is due. */
  async look(): Promise<void> {
    try {
      for (const planId of await this.plans.due()) {
        await this.work.runAsSystem(randomUUID(), async (tx) => {
          if (!(await this.plans.markTried(tx, planId))) return;
          await this.jobs.start(tx, PUBLISH_PLANNED, { input: { planId }, askedById: null, key: planId });
        });
      }
    } catch (error) {
      // The database is away; the next look finds what is still due.
      this.#logger.warn(error instanceof Error ? error.message : String(error));
    }
  }

  async #carryOut(planId: string): Promise<Result<JsonObject>> {
    const plan = await this.plans.one(planId);
    // Taken back, or carried out by a run whose process died after the commit.
    if (plan === null) return ok({ published: false });
    const { editionId, version, comment } = plan;
    try {
      await this.publishing.run(actorOf(plan), { editionId, version, comment: comment ?? undefined, plan });
    } catch (error) {
      if (!(error instanceof ProblemError) || PASSING.has(error.code)) throw error;
      await this.#stop(plan, problemOf(error));
      return ok({ published: false });
    }
    this.#tell(editionId, EDITION_ACTIONS.publish);
    return ok({ published: true });
  }

  /** What was decided no longer holds: the edition stays scheduled, and both sides are told why. */
  async #stop({ id, editionId, publisher, publishAt }: DuePlan, problem: Problem): Promise<void> {
    const requestId = randomUUID();
    await this.work.runAsSystem(requestId, async (tx) => {
      await this.plans.end(tx, id, { state: 'stopped', problem });
      await recordEvent(tx, {
        subjectType: 'edition',
        subjectId: editionId,
        editionId,
        action: 'edition.publication-stopped',
        data: { decidedById: publisher.id, planId: id, planned: publishAt, code: problem.code },
        actor: null,
        requestId,
      });
    });
    this.#tell(editionId, 'edition.publication-stopped');
  }

  #tell(editionId: string, action: string): void {
    this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action });
  }
}

/** The publisher as they stand now. Whether they may still publish is judged in the transaction that does it. */
function actorOf({ publisher }: DuePlan): Actor {
  return { ...publisher, requestId: randomUUID(), sessionHash: '' };
}

/** A publisher who left has no session to miss: what is missing is their right. */
function problemOf({ code, options }: ProblemError): Problem {
  if (code === 'session.missing') return { code: 'right.missing' };
  return options.params === undefined ? { code } : { code, params: options.params };
}
