import { Injectable } from '@nestjs/common';
import { SESSION } from '../../platform/auth/sessions.js';
import type { Tx } from '../../platform/prisma/database.js';

/** How often a key has failed in its window, and how long the window still lasts. */
export interface Attempts {
  readonly key: string;
  readonly failures: number;
  readonly seconds: number;
}

const WINDOW_MINUTES = 15;

@Injectable()
export class SessionRepository {
  async insert(tx: Tx, accountId: string, tokenHash: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO session (token_hash, account_id, expires_at)
      VALUES (${tokenHash}, ${accountId}::uuid, now() + make_interval(hours => ${SESSION.absoluteHours}::int))`;
  }

  async revoke(tx: Tx, tokenHash: string): Promise<void> {
    await tx.$executeRaw`UPDATE session SET revoked_at = now() WHERE token_hash = ${tokenHash} AND revoked_at IS NULL`;
  }

  /** Revokes every session of the account but the one named; answers how many there were. */
  revokeAll(tx: Tx, accountId: string, except = ''): Promise<number> {
    return tx.$executeRaw`
      UPDATE session SET revoked_at = now()
      WHERE account_id = ${accountId}::uuid AND revoked_at IS NULL AND token_hash <> ${except}`;
  }

  /**
   * Counts one attempt for each key before it is known to have failed, so that many guesses at once are counted as many.
   * `keys` in ascending order, because two attempts lock the same rows.
   */
  async count(tx: Tx, keys: readonly string[]): Promise<Attempts[]> {
    const attempts: Attempts[] = [];
    for (const key of keys) {
      attempts.push(
        ...(await tx.$queryRaw<Attempts[]>`
          INSERT INTO sign_in_throttle AS t (key, failures, window_end)
          VALUES (${key}, 1, now() + make_interval(mins => ${WINDOW_MINUTES}::int))
          ON CONFLICT (key) DO UPDATE SET
            failures = CASE WHEN t.window_end < now() THEN 1 ELSE t.failures + 1 END,
            window_end = CASE WHEN t.window_end < now() THEN excluded.window_end ELSE t.window_end END
          RETURNING key, failures, greatest(1, ceil(extract(epoch FROM window_end - now())))::int AS seconds`),
      );
    }
    return attempts;
  }

  /** After a success: the name starts anew, and the address gets back the one attempt that was no failure. */
  async forgive(tx: Tx, nameKey: string, addressKey: string): Promise<void> {
    await tx.$executeRaw`UPDATE sign_in_throttle SET failures = greatest(0, failures - 1) WHERE key = ${addressKey}`;
    await tx.$executeRaw`UPDATE sign_in_throttle SET failures = 0 WHERE key = ${nameKey}`;
  }
}
