import { decide, type AmendmentFacts } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { conflict, fromRefusal, notFound } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { AmendmentsRepository, type LockedEdition } from '../amendments.repository.js';
import type { OpenAmendmentDto } from '../dto/amendment-input.dto.js';

export interface OpenedAmendment {
  readonly id: string;
  readonly editionId: string;
  readonly standardId: string;
  /** The draft's latest commit, whose edition is locked: it stays the latest while the transaction lasts. */
  readonly headCommitId: string;
}

/** Opens an amendment on a draft edition; who opens it is its first author. */
@Injectable()
export class OpenAmendmentCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly amendments: AmendmentsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** Returns the new amendment's id. */
  async run(input: OpenAmendmentDto, person: Actor): Promise<string> {
    const { id, editionId } = await this.work.run(person, (tx, actor) => this.open(tx, input, actor));
    const action = 'amendment.opened';
    this.live.publish({ subjectType: 'amendment', subjectId: id, editionId, amendmentId: id, action, version: 1 });
    return id;
  }

  /**
   * The same inside a transaction that goes on: an import opens an amendment and writes its edits at once.
   *
   * @param facts what else the record of the act tells, as what made it necessary.
   */
  async open(
    tx: Tx,
    input: OpenAmendmentDto,
    actor: Actor,
    facts: Readonly<Record<string, unknown>> = {},
  ): Promise<OpenedAmendment> {
    const { editionId, title, reasonClass, rationale, legalBasis } = input;
    const edition = await this.amendments.lockEdition(tx, editionId);
    if (edition === null) throw notFound('edition');
    const decision = decide('amendment', 'open', { state: null, actor, facts: factsFor(edition) });
    if (!decision.ok) throw fromRefusal(decision.problem);
    if (edition.kind === 'corrigendum' && reasonClass !== 'erratum') throw conflict('amendment.erratum-only');
    const { newId, nextNumber: number, headCommitId: baseCommitId } = edition;
    const lastEventId = await recordEvent(tx, {
      subjectType: 'amendment',
      subjectId: newId,
      editionId,
      amendmentId: newId,
      action: 'amendment.opened',
      toState: decision.value.to,
      data: { number, title, reasonClass, rationale, legalBasis, ...facts },
      actor,
    });
    const reason = { title, reasonClass, rationale, legalBasis };
    await this.amendments.insert(tx, {
      id: newId,
      editionId,
      number,
      baseCommitId,
      lastEventId,
      createdById: actor.id,
      ...reason,
    });
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
