import { decideWriting } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../platform/acts.js';
import type { Actor } from '../platform/auth/actor.js';
import { fromRefusal, notFound } from '../platform/http/problem.js';
import type { Tx } from '../platform/prisma/database.js';
import { AmendmentsRepository } from './amendments.repository.js';
import type { LockedAmendment } from './model.js';
import { StaleVersion } from './stale-version.js';

/** An amendment that the actor may write to: a draft, its row locked, the actor one of its authors. */
export interface Opened {
  readonly amendment: LockedAmendment;
  /** Its version where this writing has taken it back to a draft, and so has counted it on already; else null. */
  readonly reopenedAs: number | null;
}

/** What every change of an amendment's content begins and ends with. */
@Injectable()
export class Writing {
  constructor(private readonly amendments: AmendmentsRepository) {}

  /**
   * Whoever writes becomes an author; an amendment that was submitted or decided on is a draft again, its approvals void.
   * Throws 404 `amendment.not-found`, StaleVersion where `seen` is given and is not the latest version, or what
   * packages/workflow says against writing.
   */
  async begin(tx: Tx, amendmentId: string, actor: Actor, seen?: number): Promise<Opened> {
    const amendment = await this.amendments.lock(tx, amendmentId, actor.id);
    if (amendment === null) throw notFound('amendment');
    if (seen !== undefined) StaleVersion.check(seen, amendment.version);
    const decision = decideWriting({ state: amendment.state, actor, facts: amendment });
    if (!decision.ok) throw fromRefusal(decision.problem);
    if (amendment.relation === 'none') await this.amendments.addParticipant(tx, amendmentId, actor.id, 'author');
    const reopenedAs = decision.value.reopens ? await this.reopen(tx, amendment, actor) : null;
    return { amendment, reopenedAs };
  }

  /** Takes the amendment back to a draft; its new version. */
  async reopen(tx: Tx, amendment: Reopened, actor: Actor): Promise<number> {
    const eventId = await recordEvent(tx, {
      subjectType: 'amendment',
      subjectId: amendment.id,
      editionId: amendment.editionId,
      amendmentId: amendment.id,
      action: 'amendment.reopened',
      fromState: amendment.state,
      toState: 'draft',
      data: { draftNumber: amendment.draftNumber },
      actor,
    });
    return this.amendments.touch(tx, amendment.id, { state: 'draft', eventId });
  }

  /** Returns the amendment's new version. */
  async finish(tx: Tx, { amendment, reopenedAs }: Opened): Promise<number> {
    return reopenedAs ?? this.amendments.touch(tx, amendment.id, null);
  }
}

type Reopened = Pick<LockedAmendment, 'id' | 'editionId' | 'state' | 'draftNumber'>;
