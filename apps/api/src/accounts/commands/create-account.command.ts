import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { Account } from '../account.js';
import { AccountRepository } from '../account.repository.js';
import type { CreateAccountDto } from '../dto/account.dto.js';
import { Passwords } from '../passwords.js';
import { checkedRoles } from './checks.js';

@Injectable()
export class CreateAccountCommand {
  readonly #work: UnitOfWork;
  readonly #accounts: AccountRepository;
  readonly #passwords: Passwords;

  constructor(work: UnitOfWork, accounts: AccountRepository, passwords: Passwords) {
    this.#work = work;
    this.#accounts = accounts;
    this.#passwords = passwords;
  }

  /** @throws ProblemError 409 `account.username-taken`, 422 `account.roles-exclusive` */
  async run(actor: Actor, { username, name, roles: wanted, password }: CreateAccountDto): Promise<Account> {
    const roles = checkedRoles(wanted);
    const passwordHash = await this.#passwords.hash(password);
    return this.#work.run(actor, async (tx) => {
      const account = await this.#accounts.insert(tx, { username, name, roles, passwordHash });
      const data = { username, name, roles };
      await recordEvent(tx, { subjectType: 'account', subjectId: account.id, action: 'account.created', data, actor });
      return account;
    });
  }
}
