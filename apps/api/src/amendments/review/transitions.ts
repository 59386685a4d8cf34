import type { AmendmentEvent } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/prisma/database.js';
import { AmendmentsRepository } from '../amendments.repository.js';
import type { Decided } from './situation.js';

/** How the record names what was done. */
export const ACTIONS: Readonly<Record<AmendmentEvent, string>> = {
  open: 'amendment.opened',
  reopen: 'amendment.reopened',
  submit: 'amendment.submitted',
  approve: 'amendment.approved',
  requestChanges: 'amendment.changes-requested',
  reject: 'amendment.rejected',
  withdraw: 'amendment.withdrawn',
  merge: 'amendment.merged',
};

export interface Transition {
  readonly event: AmendmentEvent;
  readonly comment: string | null;
  /** A submission counts drafts on; everything else is about the latest. */
  readonly draftNumber?: number;
  readonly mergedCommitId?: string;
}

/** Writes a decided event: the record of it, and the state that it leads to, which the database holds together. */
@Injectable()
export class Transitions {
  constructor(private readonly amendments: AmendmentsRepository) {}

  /** Returns the amendment's new version. */
  async write(tx: Tx, decided: Decided, transition: Transition, actor: Actor): Promise<number> {
    const { amendment, to, contentHash } = decided;
    const { event, comment, mergedCommitId } = transition;
    const draftNumber = transition.draftNumber ?? amendment.draftNumber;
    const eventId = await recordEvent(tx, {
      subjectType: 'amendment',
      subjectId: amendment.id,
      editionId: amendment.editionId,
      amendmentId: amendment.id,
      action: ACTIONS[event],
      fromState: amendment.state,
      toState: to,
      comment,
      data: { draftNumber, contentHash, ...(mergedCommitId === undefined ? {} : { commitId: mergedCommitId }) },
      actor,
    });
    return this.amendments.touch(tx, amendment.id, {
      state: to,
      eventId,
      draftNumber,
      mergedCommitId: mergedCommitId ?? null,
    });
  }
}
