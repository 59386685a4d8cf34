import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Batch } from './batch.js';
import { HotReads, type HotStatement } from './hot-reads.js';

/**
 * Lets COMMIT return, and give up the ledger's lock, before the disk has the transaction; whoever says this must wait for
 * `Durability.settled` before anybody is told that it happened. Where a standby has to confirm, COMMIT waits as before.
 */
export const commitBeforeDisk = Prisma.sql`set_config('synchronous_commit',
  CASE WHEN current_setting('synchronous_standby_names') = '' THEN 'off' ELSE current_setting('synchronous_commit') END, true)`;

/** A message of no content whose writing waits until the log is on disk up to itself. */
const FLUSH: HotStatement = {
  name: 'durability_flush',
  text: `SELECT pg_logical_emit_message(false, 'dingben', '', true)`,
};

/**
 * Waiting for the disk, together: one flush serves every transaction that was committed before it began. The log is
 * written in order, so a transaction that is on disk has all those before it there too (docs/adr/0010).
 */
@Injectable()
export class Durability {
  readonly #flushes: Batch<true>;

  constructor(reads: HotReads) {
    this.#flushes = new Batch(async (keys) => {
      await reads.rows(FLUSH, []);
      return new Map(keys.map((key) => [key, true]));
    });
  }

  /** Resolves when everything that was committed before the call is on disk. Throws where that cannot be said. */
  async settled(): Promise<void> {
    await this.#flushes.get('log');
  }
}
