import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsRepository } from '../../amendments.repository.js';
import { Situations, type Sent } from '../situation.js';
import { Transitions } from '../transitions.js';

/** Approves the exact content that the person was shown. The person is a reviewer of the amendment from then on, never an author. */
@Injectable()
export class ApproveCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly situations: Situations,
    private readonly transitions: Transitions,
    private readonly amendments: AmendmentsRepository,
  ) {}

  async run(amendmentId: string, sent: Sent, person: Actor): Promise<void> {
    await this.work.run(person, async (tx, actor) => {
      const decided = await this.situations.decide(tx, amendmentId, sent, actor);
      const { amendment, contentHash } = decided;
      await this.amendments.addParticipant(tx, amendmentId, actor.id, 'reviewer');
      await this.amendments.insertApproval(tx, {
        amendmentId,
        draftNumber: amendment.draftNumber,
        contentHash,
        approverId: actor.id,
        comment: sent.comment,
      });
      await this.transitions.write(tx, decided, { event: 'approve', comment: sent.comment }, actor);
    });
  }
}
