import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { ProblemError, invalidField } from '../../platform/http/problem.js';
import { Database } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { AccountRepository } from '../account.repository.js';
import type { ChangePasswordDto } from '../dto/session.dto.js';
import { Passwords } from '../passwords.js';
import { SessionRepository } from './session.repository.js';
import { Throttle } from './throttle.js';

/** A person's own new password. */
@Injectable()
export class ChangePasswordCommand {
  readonly #work: UnitOfWork;
  readonly #database: Database;
  readonly #accounts: AccountRepository;
  readonly #sessions: SessionRepository;
  readonly #passwords: Passwords;
  readonly #throttle: Throttle;

  constructor(
    work: UnitOfWork,
    database: Database,
    accounts: AccountRepository,
    sessions: SessionRepository,
    passwords: Passwords,
    throttle: Throttle,
  ) {
    this.#work = work;
    this.#database = database;
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#passwords = passwords;
    this.#throttle = throttle;
  }

  /** Ends every other session of the person. Guessing the current password is throttled like a sign-in. */
  async run(actor: Actor, address: string, { current, next }: ChangePasswordDto): Promise<void> {
    const attempt = { username: actor.username, address, requestId: actor.requestId };
    await this.#throttle.count(attempt);
    const stored = await this.#accounts.passwordHash(this.#database.client, actor.id);
    if (!(await this.#passwords.matches(stored, current))) throw invalidField('current', 'session.password-wrong');
    const passwordHash = await this.#passwords.hash(next);
    await this.#work.run(actor, async (tx) => {
      await this.#accounts.lock(tx, actor.id);
      if ((await this.#accounts.passwordHash(tx, actor.id)) !== stored) throw new ProblemError(401, 'session.missing');
      await this.#accounts.change(tx, actor.id, { passwordHash });
      await this.#sessions.revokeAll(tx, actor.id, actor.sessionHash);
      await this.#throttle.forgive(tx, attempt);
      await recordEvent(tx, { subjectType: 'account', subjectId: actor.id, action: 'account.password-changed', actor });
    });
  }
}
