import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Batch } from '../prisma/batch.js';
import { HotReads, type HotStatement } from '../prisma/hot-reads.js';
import { Settings } from '../settings.js';

/** What somebody did to something, for those who are looking at it. */
export interface Change {
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly editionId?: string | null;
  readonly amendmentId?: string | null;
  readonly action: string;
  readonly version?: number | null;
}

export const CHANNEL = 'dingben_change';
// A hint need not survive a power cut, and no commit should wait behind the disk for it.
const NOTIFY: HotStatement = {
  name: 'live_notify',
  text: `SELECT pg_notify($1, hint) FROM set_config('synchronous_commit', 'off', true), unnest($2::text[]) AS hint`,
};
const RECONNECT_MS = 1_000;
/** Nobody sees a hint come so much later, and of a burst of saves many go together. */
const GATHER_MS = 50;

/**
 * Changes as they happen, in every process of the service: PostgreSQL carries them. A change is a hint to look again,
 * never the news itself, so one that is lost while the connection is away costs nobody more than a late refresh.
 */
@Injectable()
export class LiveEvents implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #settings: Settings;
  readonly #hints: Batch<true>;
  readonly #listeners = new Set<(change: string) => void>();
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(settings: Settings, reads: HotReads) {
    this.#settings = settings;
    this.#hints = new Batch(async (hints) => {
      await reads.rows(NOTIFY, [CHANNEL, hints]);
      return new Map<string, true>();
    }, GATHER_MS);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  /** Tells everybody, after the commit. Returns at once: nobody waits for a hint, and a lost one is no failure. */
  publish(change: Change): void {
    this.#hints.get(JSON.stringify(change)).catch(() => undefined);
  }

  /** Calls `listener` with each change as JSON until the returned function is called. */
  subscribe(listener: (change: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #connect(): Promise<void> {
    const client = new Client({
      connectionString: this.#settings.databaseUrl,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: 'dingben-live',
    });
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.#listeners.forEach((listener) => listener(payload));
    });
    client.on('error', () => this.#reconnectLater(client));
    client.on('end', () => this.#reconnectLater(client));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch {
      this.#reconnectLater(client);
    }
  }

  #reconnectLater(from: Client): void {
    if (this.#stopped || this.#client !== from) return;
    this.#client = null;
    from.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.#connect(), RECONNECT_MS);
  }
}
