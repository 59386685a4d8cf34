import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolConfig } from 'pg';
import { PrismaClient, type Prisma } from '../../generated/prisma/client.js';
import { Settings } from '../settings.js';

declare const inTransaction: unique symbol;

/** The handle of an open transaction. What must run inside one takes it as its first argument. */
export type Tx = Prisma.TransactionClient & { readonly [inTransaction]: true };

/** Whatever can read: an open transaction, or the database outside of one. */
export type Reader = Prisma.TransactionClient;

/** How long a request may wait for the database before it is told to come back, in milliseconds. */
export const WAIT = { connect: 2_000, lock: 2_000, statement: 5_000, idleInTransaction: 5_000 } as const;

export function poolConfig(settings: Settings): PoolConfig {
  return {
    connectionString: settings.databaseUrl,
    max: settings.pool,
    connectionTimeoutMillis: WAIT.connect,
    idleTimeoutMillis: 30_000,
    statement_timeout: WAIT.statement,
    lock_timeout: WAIT.lock,
    idle_in_transaction_session_timeout: WAIT.idleInTransaction,
    application_name: 'dingben-api',
    // Statements here are short; what one might cost is no reason to compile it before it runs.
    options: '-c jit=off',
  };
}

/** Prisma over its own pool. Reads outside a transaction go through `client`; writes through UnitOfWork alone. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly client: PrismaClient;
  readonly #pool: Pool;

  constructor(settings: Settings) {
    this.#pool = new Pool(poolConfig(settings));
    const adapter = new PrismaPg(this.#pool, { statementNameGenerator: statementNames() });
    this.client = new PrismaClient({
      adapter,
      transactionOptions: { maxWait: WAIT.connect, timeout: WAIT.statement },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.$disconnect();
    await this.#pool.end();
  }
}

/** A statement that is run again under its name is planned once a connection; the bound keeps a session's memory small. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // The empty name is PostgreSQL's unnamed statement: planned, run and forgotten.
    if (names.size >= 300 || sql === 'BEGIN' || sql === 'COMMIT' || sql === 'ROLLBACK') return '';
    const name = `p${names.size}`;
    names.set(sql, name);
    return name;
  };
}
