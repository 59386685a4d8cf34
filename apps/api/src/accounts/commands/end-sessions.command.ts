import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { notFound } from '../../platform/http/problem.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { AccountRepository } from '../account.repository.js';
import { SessionRepository } from '../session/session.repository.js';

/** Signs a person out everywhere. */
@Injectable()
export class EndSessionsCommand {
  readonly #work: UnitOfWork;
  readonly #accounts: AccountRepository;
  readonly #sessions: SessionRepository;

  constructor(work: UnitOfWork, accounts: AccountRepository, sessions: SessionRepository) {
    this.#work = work;
    this.#accounts = accounts;
    this.#sessions = sessions;
  }

  run(actor: Actor, id: string): Promise<void> {
    return this.#work.run(actor, async (tx) => {
      if ((await this.#accounts.find(tx, id)) === null) throw notFound('account');
      const ended = await this.#sessions.revokeAll(tx, id);
      const data = { ended };
      await recordEvent(tx, { subjectType: 'account', subjectId: id, action: 'account.sessions-ended', data, actor });
    });
  }
}
