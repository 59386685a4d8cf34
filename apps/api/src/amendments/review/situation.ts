import { decide, type AmendmentEvent, type AmendmentState } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { fromRefusal, notFound } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { AmendmentsRepository } from '../amendments.repository.js';
import { amendmentHash } from '../content-hash.js';
import { EditsRepository } from '../edits/edits.repository.js';
import { conflictsOf } from '../merge/conflicts.js';
import { GroundRepository } from '../merge/ground.repository.js';
import type { Ground } from '../merge/plan.js';
import type { EditRecord, LockedAmendment } from '../model.js';
import { StaleVersion } from '../stale-version.js';

/** What a person sends with an event. */
export interface Sent {
  readonly event: AmendmentEvent;
  readonly seen: number;
  readonly comment: string | null;
  readonly contentHash: string | null;
}

/** An amendment under its lock, everything that was decided about the event, and the state that it leads to. */
export interface Decided {
  readonly amendment: LockedAmendment;
  readonly edits: readonly EditRecord[];
  readonly ground: Ground;
  readonly contentHash: string;
  readonly to: AmendmentState;
}

/** Reads an amendment's situation under its row lock and has packages/workflow decide. */
@Injectable()
export class Situations {
  constructor(
    private readonly amendments: AmendmentsRepository,
    private readonly edits: EditsRepository,
    private readonly ground: GroundRepository,
  ) {}

  /** Throws 404 `amendment.not-found`, StaleVersion, or what packages/workflow says against the event. */
  async decide(tx: Tx, amendmentId: string, sent: Sent, actor: Actor): Promise<Decided> {
    const amendment = await this.amendments.lock(tx, amendmentId, actor.id);
    if (amendment === null) throw notFound('amendment');
    StaleVersion.check(sent.seen, amendment.version);
    const standing = await this.amendments.standing(tx, amendment, actor.id);
    const edits = await this.edits.ofAmendment(tx, amendmentId);
    const ground = await this.ground.around(tx, amendment.editionId, edits);
    const contentHash = amendmentHash(amendment, edits);
    const decision = decide('amendment', sent.event, {
      state: amendment.state,
      actor,
      facts: {
        relation: amendment.relation,
        editCount: edits.length,
        conflictCount: conflictsOf(edits, ground).length,
        hasRationale: amendment.rationale.trim() !== '',
        approvals: standing.approvals,
        alreadyApproved: standing.actorApproved,
        requiredApprovals: amendment.requiredApprovals,
        editionState: amendment.editionState,
        currentContentHash: contentHash,
        seenContentHash: sent.contentHash,
        comment: sent.comment,
      },
    });
    if (!decision.ok) throw fromRefusal(decision.problem);
    return { amendment, edits, ground, contentHash, to: decision.value.to };
  }
}
