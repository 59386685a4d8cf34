import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HotReads, type HotStatement } from './prisma/hot-reads.js';

const HOUR_MS = 3_600_000;

/** What has served its purpose. The record of acts is none of it: who signed in when stays in the ledger. */
const SPENT: readonly HotStatement[] = [
  { name: 'spent_keys', text: `DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'` },
  { name: 'spent_throttle', text: `DELETE FROM sign_in_throttle WHERE window_end < now() - interval '1 day'` },
  { name: 'spent_sessions', text: `DELETE FROM session WHERE expires_at < now() - interval '30 days'` },
  {
    name: 'spent_imports',
    text: `DELETE FROM import WHERE state = 'finished' AND updated_at < now() - interval '30 days'`,
  },
  { name: 'spent_documents', text: `DELETE FROM written_document WHERE created_at < now() - interval '1 day'` },
  { name: 'spent_jobs', text: `DELETE FROM job WHERE ended_at < now() - interval '30 days'` },
];

/** Removes spent rows once an hour. Several services may do so at once: a row is removed only once. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #reads: HotReads;
  readonly #logger = new Logger('Housekeeping');
  #timer: NodeJS.Timeout | null = null;

  constructor(reads: HotReads) {
    this.#reads = reads;
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.tidy(), HOUR_MS);
    this.#timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  async tidy(): Promise<void> {
    try {
      for (const statement of SPENT) await this.#reads.rows(statement, []);
    } catch (error) {
      // There is another hour.
      this.#logger.warn(error instanceof Error ? error.message : String(error));
    }
  }
}
