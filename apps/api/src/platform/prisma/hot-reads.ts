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
 * One plan for any parameters: PostgreSQL otherwise plans anew for every list that is shorter than it supposes. And rows by
 * index: what is read here is in memory, where a small table that is read whole costs all its dead rows too.
 */
const PLANNING = '-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1';

/**
 * Prepared statements over a pool of their own, for the few that every request, every page or every save makes; Prisma's
 * raw queries cost about twice as much. The pool is apart from that of the transactions, so that these go on while writers
 * wait for each other. Never called inside a transaction.
 */
@Injectable()
export class HotReads implements OnApplicationShutdown {
  readonly #pool: Pool;

  constructor(settings: Settings) {
    this.#pool = new Pool({ ...poolConfig(settings), options: PLANNING });
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

  /**
   * Runs many queries over one unchanging view of the database, for work that is longer than a request may be. Takes one
   * connection for as long as it lasts, so never more than one at a time.
   */
  async snapshot<T>(
    work: (read: (text: string, values: readonly unknown[]) => Promise<QueryResultRow[]>) => Promise<T>,
  ): Promise<T> {
    const client = await this.#pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query(`SET LOCAL statement_timeout = '120s'; SET LOCAL idle_in_transaction_session_timeout = '60s'`);
      const result = await work(async (text, values) => (await client.query<QueryResultRow>(text, [...values])).rows);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // Not given back: whatever state the connection is in ends with it.
      client.release(true);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }
}
