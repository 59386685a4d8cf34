import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsRepository } from '../../amendments.repository.js';
import { Situations, type Sent } from '../situation.js';
import { Transitions } from '../transitions.js';

/** A reviewer asks for changes or rejects, and says why. Who judged an amendment does not write in it. */
@Injectable()
export class SendBackCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly situations: Situations,
    private readonly transitions: Transitions,
    private readonly amendments: AmendmentsRepository,
  ) {}

  async run(amendmentId: string, sent: Sent & { event: 'requestChanges' | 'reject' }, person: Actor): Promise<void> {
    await this.work.run(person, async (tx, actor) => {
      const decided = await this.situations.decide(tx, amendmentId, sent, actor);
      await this.amendments.addParticipant(tx, amendmentId, actor.id, 'reviewer');
      await this.transitions.write(tx, decided, { event: sent.event, comment: sent.comment }, actor);
    });
  }
}
