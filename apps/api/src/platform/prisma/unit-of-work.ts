import { Injectable } from '@nestjs/common';
import type { Role } from '@dingben/workflow';
import type { Actor } from '../auth/actor.js';
import { ProblemError } from '../http/problem.js';
import { Database, type Reader, type Tx } from './database.js';
import { Durability, commitBeforeDisk } from './durability.js';
import { databaseFault } from './fault.js';

const MOST_ATTEMPTS = 4;
/** A serialisation failure or a deadlock: PostgreSQL undid the transaction, and the same one may do better. */
const REPEATABLE = new Set(['40001', '40P01']);

/** Thrown when a command's key was spent by an earlier or a simultaneous request; the reply interceptor answers it. */
export class CommandRepeated extends Error {}

interface Opening {
  readonly roles: Role[] | null;
  readonly claimed: boolean;
}

/** The only way to write: one transaction for one intent of one person, and for the busiest write `runTogether`. */
@Injectable()
export class UnitOfWork {
  readonly #database: Database;
  readonly #durability: Durability;

  constructor(database: Database, durability: Durability) {
    this.#database = database;
    this.#durability = durability;
  }

  /**
   * Runs `work` in a READ COMMITTED transaction and commits it; any error undoes it. Where the request carries an
   * Idempotency-Key, the key is spent in the same transaction, so that effect and key are both there or neither.
   * `work` gets the actor with the roles read inside the transaction: a role lost a moment ago does not count. `timeout` is for
   * jobs, which may take longer than a request (milliseconds).
   *
   * @throws ProblemError `session.missing` where the account was deactivated meanwhile; CommandRepeated.
   */
  async run<T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>, timeout?: number): Promise<T> {
    const result = await this.#attempt(async (tx) => {
      const key = actor.commandKey?.spent === false ? actor.commandKey : undefined;
      const { roles, claimed } = await open(tx, actor, key);
      if (roles === null) throw new ProblemError(401, 'session.missing');
      if (key !== undefined && !claimed) throw new CommandRepeated();
      return work(tx, { ...actor, roles });
    }, timeout);
    if (actor.commandKey !== undefined) actor.commandKey.spent = true;
    await this.#durability.settled();
    return result;
  }

  /**
   * For the busiest writes, whose one statement writes for several persons at once (docs/adr/0012): the statement itself
   * locks, checks once more what was decided on, spends the request's key and names the request; it ends when it is on disk.
   * Null where it found something changed and wrote nothing for this person.
   */
  async runTogether<T>(actor: Actor, write: () => Promise<T | null>): Promise<T | null> {
    const result = await write();
    if (result !== null && actor.commandKey !== undefined) actor.commandKey.spent = true;
    return result;
  }

  /** A transaction of the service itself: a refusal to record, a failed sign-in, an import. */
  runAsSystem<T>(requestId: string, work: (tx: Tx) => Promise<T>, timeout?: number): Promise<T> {
    return this.#attempt(async (tx) => {
      await tx.$queryRaw`SELECT set_config('dingben.request_id', ${requestId}, true)`;
      return work(tx);
    }, timeout);
  }

  async #attempt<T>(work: (tx: Tx) => Promise<T>, timeout?: number): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#database.client.$transaction(
          (client) => work(client as Tx), // the brand says nothing but that this client came from here
          timeout === undefined ? {} : { timeout },
        );
      } catch (error) {
        const fault = databaseFault(error);
        if (fault === null || !REPEATABLE.has(fault.state) || attempt >= MOST_ATTEMPTS) throw error;
        await pause(attempt);
      }
    }
  }
}

async function open(tx: Reader, actor: Actor, key: Actor['commandKey']): Promise<Opening> {
  const rows =
    key === undefined
      ? await tx.$queryRaw<Opening[]>`
          SELECT (SELECT roles FROM account WHERE id = ${actor.id}::uuid AND active) AS roles, true AS claimed
          FROM set_config('dingben.request_id', ${actor.requestId}, true) AS request, ${commitBeforeDisk} AS early`
      : await tx.$queryRaw<Opening[]>`
          WITH claim AS (
            INSERT INTO idempotency_key (account_id, key, request_hash)
            VALUES (${actor.id}::uuid, ${key.key}, ${key.requestHash})
            ON CONFLICT DO NOTHING RETURNING 1)
          SELECT (SELECT roles FROM account WHERE id = ${actor.id}::uuid AND active) AS roles,
                 EXISTS (SELECT FROM claim) AS claimed
          FROM set_config('dingben.request_id', ${actor.requestId}, true) AS request, ${commitBeforeDisk} AS early`;
  return rows[0] ?? { roles: null, claimed: false };
}

/** A few milliseconds, different for each, so that two that collided do not collide again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, attempt * (5 + Math.random() * 20)));
}
