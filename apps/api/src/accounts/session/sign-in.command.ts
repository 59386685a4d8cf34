import { Injectable } from '@nestjs/common';
import { sha256 } from '@dingben/kernel/hash';
import { randomBytes } from 'node:crypto';
import { recordEvent } from '../../platform/acts.js';
import { ProblemError } from '../../platform/http/problem.js';
import { Database } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { Account } from '../account.js';
import { AccountRepository } from '../account.repository.js';
import { Passwords } from '../passwords.js';
import { SessionRepository } from './session.repository.js';
import { Throttle, type Attempt } from './throttle.js';

export interface SignedIn {
  readonly account: Account;
  /** 256 random bits; the database knows only their hash. */
  readonly token: string;
}

@Injectable()
export class SignInCommand {
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

  /**
   * Opens a session; one that the browser brought along ends, so that nobody can have put it there beforehand.
   *
   * @throws ProblemError 401 `sign-in.failed`, whatever was wrong; 429 `sign-in.throttled`
   */
  async run(attempt: Attempt, password: string, earlierToken: string | null): Promise<SignedIn> {
    await this.#throttle.count(attempt);
    const found = await this.#accounts.findForSignIn(this.#database.client, attempt.username);
    if (!(await this.#passwords.matches(found?.passwordHash ?? null, password)) || found === null) {
      await this.#recordFailure(attempt, found?.id ?? null);
      throw new ProblemError(401, 'sign-in.failed');
    }
    return this.#open(attempt, found, earlierToken);
  }

  async #open(
    attempt: Attempt,
    found: { id: string; passwordHash: string },
    earlierToken: string | null,
  ): Promise<SignedIn> {
    const { requestId } = attempt;
    const token = randomBytes(32).toString('base64url');
    return this.#work.runAsSystem(requestId, async (tx) => {
      // Locked: a deactivation or a new password at this moment comes wholly before or wholly after.
      const account = await this.#accounts.lock(tx, found.id);
      const unchanged = (await this.#accounts.passwordHash(tx, found.id)) === found.passwordHash;
      if (account === null || !account.active || !unchanged) throw new ProblemError(401, 'sign-in.failed');
      if (earlierToken !== null) await this.#sessions.revoke(tx, sha256(earlierToken));
      await this.#sessions.insert(tx, account.id, sha256(token));
      await this.#throttle.forgive(tx, attempt);
      const actor = { id: account.id, requestId };
      await recordEvent(tx, { subjectType: 'session', subjectId: account.id, action: 'session.opened', actor });
      return { account, token };
    });
  }

  /** The name as typed is kept only where it is one: people type passwords into the wrong field. */
  async #recordFailure({ username, address, requestId }: Attempt, accountId: string | null): Promise<void> {
    const data = accountId === null ? { address } : { address, username };
    const act = { subjectType: 'session', subjectId: accountId, action: 'session.failed', outcome: 'refused' } as const;
    await this.#work.runAsSystem(requestId, (tx) => recordEvent(tx, { ...act, data, actor: null, requestId }));
  }
}
