import { decide, type AmendmentFacts } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../platform/acts.js';
import type { Actor } from '../platform/auth/actor.js';
import { fromRefusal, notFound } from '../platform/http/problem.js';
import type { Tx } from '../platform/prisma/database.js';
import { AmendmentsRepository, type LockedEdition } from './amendments.repository.js';
import type { AmendmentReason } from './model.js';

export interface OpenedAmendment {
  readonly id: string;
  readonly editionId: string;
  readonly standardId: string;
  /** The draft's latest commit, whose edition is locked: it stays the latest while the transaction lasts. */
  readonly headCommitId: string;
}

/** What every opening of an amendment consists of. */
@Injectable()
export class Opening {
  constructor(private readonly amendments: AmendmentsRepository) {}

  /**
   * Locks the edition and writes the amendment; who opens it is its first author. Throws 404
   * `edition.not-found`, or what packages/workflow says against it.
   *
   * @param facts further facts for the record of the act.
   */
  async run(
    tx: Tx,
    editionId: string,
    { title, reasonClass, rationale, legalBasis }: AmendmentReason,
    actor: Actor,
    facts: Readonly<Record<string, unknown>> = {},
  ): Promise<OpenedAmendment> {
    const edition = await this.amendments.lockEdition(tx, editionId);
    if (edition === null) throw notFound('edition');
    const decision = decide('amendment', 'open', { state: null, actor, facts: factsFor(edition) });
    if (!decision.ok) throw fromRefusal(decision.problem);
    const { newId, nextNumber: number, headCommitId: baseCommitId } = edition;
    const reason = { title, reasonClass, rationale, legalBasis };
    const lastEventId = await recordEvent(tx, {
      subjectType: 'amendment',
      subjectId: newId,
      editionId,
      amendmentId: newId,
      action: 'amendment.opened',
      toState: decision.value.to,
      data: { number, ...reason, ...facts },
      actor,
    });
    const row = { id: newId, editionId, number, baseCommitId, lastEventId, createdById: actor.id, ...reason };
    await this.amendments.insert(tx, row);
    await this.amendments.addParticipant(tx, newId, actor.id, 'author');
    return { id: newId, editionId, standardId: edition.standardId, headCommitId: baseCommitId };
  }
}

/** Nothing is known of an amendment that does not exist but the edition that it is to change. */
function factsFor({ state }: LockedEdition): AmendmentFacts {
  return {
    relation: 'none',
    editCount: 0,
    conflictCount: 0,
    hasRationale: false,
    approvals: 0,
    alreadyApproved: false,
    requiredApprovals: 1,
    editionState: state,
    currentContentHash: '',
  };
}
