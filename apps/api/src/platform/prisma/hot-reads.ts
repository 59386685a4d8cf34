import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool, type QueryResultRow } from 'pg';
import { Settings } from '../settings.js';
import { poolConfig } from './database.js';

/** A statement that each connection plans once. `name` is unique in the whole service. */
export interface HotStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Prepared statements over a pool of their own, for the few reads that every request or every page makes; Prisma's raw
 * queries cost about twice as much. The pool is apart from that of the transactions, so that reading goes on while
 * writers wait for each other. Never called inside a transaction.
 */
@Injectable()
export class HotReads implements OnApplicationShutdown {
  readonly #pool: Pool;

  constructor(settings: Settings) {
    this.#pool = new Pool(poolConfig(settings));
    // An idle connection that the server closes is replaced by the pool; without a listener it would end the process.
    this.#pool.on('error', () => undefined);
  }

  /** Rows with PostgreSQL's column names. Throws the driver's error; the filter turns it into a problem. */
  async rows<T extends QueryResultRow>(statement: HotStatement, values: readonly unknown[]): Promise<T[]> {
    const result = await this.#pool.query<T>({ name: statement.name, text: statement.text, values: [...values] });
    return result.rows;
  }

  async row<T extends QueryResultRow>(statement: HotStatement, values: readonly unknown[]): Promise<T | null> {
    const rows = await this.rows<T>(statement, values);
    return rows[0] ?? null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }
}
