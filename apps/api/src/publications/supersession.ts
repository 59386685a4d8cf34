import { decide } from '@dingben/workflow';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { EditionSteps } from '../editions/steps/edition-steps.js';
import { EditionsRepository } from '../editions/steps/editions.repository.js';
import { fromRefusal } from '../platform/http/problem.js';
import { LiveEvents } from '../platform/events/live-events.js';
import type { Tx } from '../platform/prisma/database.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { SupersessionRepository } from './supersession.repository.js';

const HOUR_MS = 3_600_000;

/**
 * Takes an edition out of effect when a later one takes effect: at publication where its day has come, else on that day,
 * noticed at start-up, every hour, and whenever editions are read.
 */
@Injectable()
export class Supersession implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly repository: SupersessionRepository,
    private readonly editions: EditionsRepository,
    private readonly steps: EditionSteps,
    private readonly work: UnitOfWork,
    private readonly live: LiveEvents,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.carryOutWhatIsDue();
    this.#timer = setInterval(() => {
      // The next hour, or the next reader, tries again.
      this.carryOutWhatIsDue().catch(() => undefined);
    }, HOUR_MS);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** In a transaction of its own, and only where something is due. */
  async carryOutWhatIsDue(): Promise<void> {
    if ((await this.repository.due()).length === 0) return;
    const requestId = randomUUID();
    const taken = await this.work.runAsSystem(requestId, (tx) => this.carryOut(tx, requestId));
    for (const editionId of taken) {
      this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action: 'edition.superseded' });
    }
  }

  /** Supersedes what is due now and returns which editions those were. */
  async carryOut(tx: Tx, requestId: string): Promise<string[]> {
    const taken: string[] = [];
    for (const id of await this.repository.dueIn(tx)) {
      const edition = await this.editions.lock(tx, id);
      // Another process may have done it while this one waited for the lock.
      if (edition === null || edition.state === 'superseded') continue;
      const facts = { isContributor: false, isRequester: false, checklistOpen: 0, openDraftExists: false };
      const decision = decide('edition', 'supersede', {
        state: edition.state,
        actor: { id: '', roles: ['system'] },
        facts,
      });
      if (!decision.ok) throw fromRefusal(decision.problem);
      await this.steps.take(tx, edition, { event: 'supersede', to: decision.value.to }, { requestId });
      taken.push(id);
    }
    return taken;
  }
}
