import { decide } from '@dingben/workflow';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { EDITION_ACTIONS, EditionSteps } from '../editions/steps/edition-steps.js';
import { EditionsRepository } from '../editions/steps/editions.repository.js';
import { fromRefusal } from '../platform/http/problem.js';
import { LiveEvents } from '../platform/events/live-events.js';
import type { Tx } from '../platform/prisma/database.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { SupersessionRepository } from './supersession.repository.js';

const HOUR_MS = 3_600_000;

export interface Taken {
  readonly editionId: string;
  readonly event: 'supersede' | 'reinstate';
}

/**
 * Takes an edition out of effect when a later one takes effect, and back into it when that one is withdrawn: at the act
 * where its day has come, else on that day, noticed at start-up, every hour, and whenever editions are read.
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
    const due = await this.repository.due();
    if (due.supersede.length + due.reinstate.length === 0) return;
    const requestId = randomUUID();
    const taken = await this.work.runAsSystem(requestId, (tx) => this.carryOut(tx, requestId));
    for (const { editionId, event } of taken) {
      this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action: EDITION_ACTIONS[event] });
    }
  }

  /** Supersedes and reinstates what is due now and returns which editions those were. */
  async carryOut(tx: Tx, requestId: string): Promise<Taken[]> {
    const taken: Taken[] = [];
    const due = await this.repository.dueIn(tx);
    for (const event of ['reinstate', 'supersede'] as const) {
      for (const editionId of due[event])
        if (await this.#take(tx, editionId, event, requestId)) taken.push({ editionId, event });
    }
    return taken;
  }

  async #take(tx: Tx, id: string, event: Taken['event'], requestId: string): Promise<boolean> {
    const edition = await this.editions.lock(tx, id);
    // Another process may have done it while this one waited for the lock.
    if (edition === null || (edition.state === 'superseded') !== (event === 'reinstate')) return false;
    const isImported = await this.repository.isImported(tx, id);
    const facts = {
      isContributor: false,
      isRequester: false,
      checklistOpen: 0,
      openDraftExists: false,
      isPlanned: false,
      isImported,
    };
    const actor = { id: '', roles: ['system' as const] };
    const decision = decide('edition', event, { state: edition.state, actor, facts });
    if (!decision.ok) throw fromRefusal(decision.problem);
    await this.steps.take(tx, edition, { event, to: decision.value.to }, { requestId });
    return true;
  }
}
