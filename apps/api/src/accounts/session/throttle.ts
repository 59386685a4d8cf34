import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import { ProblemError } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { Settings } from '../../platform/settings.js';
import { SessionRepository, type Attempts } from './session.repository.js';

/** An office shares one address: it may fail as often as this many persons. */
const PERSONS_AT_AN_ADDRESS = 4;

/** Where an attempt comes from. */
export interface Attempt {
  readonly username: string;
  readonly address: string;
  readonly requestId: string;
}

/** Makes guessing slow, for one name and from one address. */
@Injectable()
export class Throttle {
  readonly #work: UnitOfWork;
  readonly #sessions: SessionRepository;
  readonly #limit: number;

  constructor(work: UnitOfWork, sessions: SessionRepository, settings: Settings) {
    this.#work = work;
    this.#sessions = sessions;
    this.#limit = settings.signInLimit;
  }

  /** Counts the attempt. @throws ProblemError 429 `sign-in.throttled` once there were too many. */
  async count(attempt: Attempt): Promise<void> {
    const { requestId } = attempt;
    const refused = await this.#work.runAsSystem(requestId, async (tx) => {
      const attempts = await this.#sessions.count(tx, [addressKey(attempt), nameKey(attempt)]);
      const over = attempts.find((counted) => counted.failures > this.#limitOf(counted));
      // Once when the limit is passed, not for every guess after it.
      if (over !== undefined && over.failures === this.#limitOf(over) + 1) await recordThrottled(tx, attempt);
      return over;
    });
    if (refused !== undefined) throw new ProblemError(429, 'sign-in.throttled', { retryAfter: refused.seconds });
  }

  async forgive(tx: Tx, attempt: Attempt): Promise<void> {
    await this.#sessions.forgive(tx, nameKey(attempt), addressKey(attempt));
  }

  #limitOf({ key }: Attempts): number {
    return key.startsWith('address:') ? this.#limit * PERSONS_AT_AN_ADDRESS : this.#limit;
  }
}

function addressKey({ address }: Attempt): string {
  return `address:${address}`;
}

function nameKey({ username }: Attempt): string {
  return `name:${username}`;
}

async function recordThrottled(tx: Tx, { address, requestId }: Attempt): Promise<void> {
  const act = { subjectType: 'session', subjectId: null, action: 'session.throttled', outcome: 'refused' } as const;
  await recordEvent(tx, { ...act, data: { address }, actor: null, requestId });
}
