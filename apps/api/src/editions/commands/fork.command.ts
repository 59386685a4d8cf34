import { decide } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { conflict, fromRefusal, notFound } from '../../platform/http/problem.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { ForkEdition } from '../dto/edition.dto.js';
import { ForkRepository } from './fork.repository.js';
import { EditionsRepository } from '../steps/editions.repository.js';

/** Starts the next edition from one that stands: same sections, same placements, the same revisions. Copies no text. */
@Injectable()
export class ForkCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: EditionsRepository,
    private readonly forks: ForkRepository,
    private readonly live: LiveEvents,
  ) {}

  /**
   * The id of the new edition. 404 `edition.not-found`; 409 `edition.open-draft-exists`, `edition.label-taken`,
   * `edition.corrigendum-base`: a corrigendum corrects a published edition.
   */
  async run(actor: Actor, { basedOnId, label, kind = 'final' }: ForkEdition): Promise<string> {
    const id = await this.work.run(actor, async (tx, now) => {
      const base = await this.editions.lock(tx, basedOnId);
      if (base === null) throw notFound('edition');
      const { openDraftExists } = await this.editions.standingIn(tx, base.id, now.id);
      const facts = {
        isContributor: false,
        isRequester: false,
        checklistOpen: 0,
        openDraftExists,
        isPlanned: false,
      };
      const decision = decide('edition', 'fork', { state: base.state, actor: now, facts });
      if (!decision.ok) throw fromRefusal(decision.problem);
      if (kind === 'corrigendum' && base.state !== 'published') throw conflict('edition.corrigendum-base');
      return this.forks.fork(tx, { base, label, kind, state: decision.value.to, actor: now });
    });
    this.live.publish({ subjectType: 'edition', subjectId: id, editionId: id, action: 'edition.forked', version: 1 });
    return id;
  }
}
