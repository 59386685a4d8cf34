import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { SessionRepository } from './session.repository.js';

@Injectable()
export class SignOutCommand {
  readonly #work: UnitOfWork;
  readonly #sessions: SessionRepository;

  constructor(work: UnitOfWork, sessions: SessionRepository) {
    this.#work = work;
    this.#sessions = sessions;
  }

  run(actor: Actor): Promise<void> {
    return this.#work.run(actor, async (tx) => {
      await this.#sessions.revoke(tx, actor.sessionHash);
      await recordEvent(tx, { subjectType: 'session', subjectId: actor.id, action: 'session.closed', actor });
    });
  }
}
