import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { Situations, type Sent } from '../situation.js';
import { Transitions } from '../transitions.js';

/** An author takes an amendment back: to a draft, whose earlier approvals are void, or for good. */
@Injectable()
export class TakeBackCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly situations: Situations,
    private readonly transitions: Transitions,
  ) {}

  async run(amendmentId: string, sent: Sent & { event: 'reopen' | 'withdraw' }, person: Actor): Promise<void> {
    await this.work.run(person, async (tx, actor) => {
      const decided = await this.situations.decide(tx, amendmentId, sent, actor);
      await this.transitions.write(tx, decided, { event: sent.event, comment: sent.comment }, actor);
    });
  }
}
