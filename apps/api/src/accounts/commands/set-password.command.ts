import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { Account } from '../account.js';
import { AccountRepository } from '../account.repository.js';
import { Passwords } from '../passwords.js';
import { SessionRepository } from '../session/session.repository.js';
import { checkVersion } from './checks.js';

/** Gives a person a new password, for one who has lost it. */
@Injectable()
export class SetPasswordCommand {
  readonly #work: UnitOfWork;
  readonly #accounts: AccountRepository;
  readonly #sessions: SessionRepository;
  readonly #passwords: Passwords;

  constructor(work: UnitOfWork, accounts: AccountRepository, sessions: SessionRepository, passwords: Passwords) {
    this.#work = work;
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#passwords = passwords;
  }

  /** Ends every session of the account. */
  async run(actor: Actor, id: string, version: number, password: string): Promise<Account> {
    const passwordHash = await this.#passwords.hash(password);
    return this.#work.run(actor, async (tx) => {
      checkVersion(await this.#accounts.lock(tx, id), version);
      const account = await this.#accounts.change(tx, id, { passwordHash });
      await this.#sessions.revokeAll(tx, id);
      await recordEvent(tx, { subjectType: 'account', subjectId: id, action: 'account.password-set', actor });
      return account;
    });
  }
}
