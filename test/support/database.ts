import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** How tests reach the server of their run. */
export interface TestServerAccess {
  readonly adminUrl: string;
  /** The migrated database that every test database is a copy of. */
  readonly template: string;
  readonly passwords: { readonly owner: string; readonly app: string };
  /** A folder of the run's own, removed at its end. */
  readonly folder: string;
}

/** A database of a test file's own: migrated, empty, with the roles and settings of production. */
export interface TestDatabase {
  readonly name: string;
  /** The role that owns the tables. */
  readonly ownerUrl: string;
  /** The role that the API connects as. */
  readonly appUrl: string;
  /** The superuser, in this database: for tests that tamper with what nobody else may. */
  readonly adminUrl: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
  /** Gives it another name; the addresses above are void then. */
  rename(name: string): Promise<void>;
}

/**
 * Makes a database; call it once in a test file (`beforeAll`) and `drop` it in `afterAll`.
 *
 * @param template the database to copy: the migrated, empty one unless another is named
 */
export async function createDatabase(template = testServer().template): Promise<TestDatabase> {
  const { adminUrl, passwords } = testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const database = escapeIdentifier(name);
  await asAdmin(adminUrl, [
    `CREATE DATABASE ${database} OWNER dingben_owner TEMPLATE ${escapeIdentifier(template)}`,
    `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
    `GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO dingben_app`,
    `ALTER DATABASE ${database} SET timezone TO 'UTC'`,
  ]);
  return {
    name,
    ownerUrl: urlOf(adminUrl, name, 'dingben_owner', passwords.owner),
    appUrl: urlOf(adminUrl, name, 'dingben_app', passwords.app),
    adminUrl: urlOf(adminUrl, name),
    drop: () => asAdmin(adminUrl, [`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`]),
    rename: (other) => asAdmin(adminUrl, [`ALTER DATABASE ${database} RENAME TO ${escapeIdentifier(other)}`]),
  };
}

/** The server of this run. */
export function testServer(): TestServerAccess {
  const access = process.env['DINGBEN_TEST_SERVER'];
  if (access === undefined)
    throw new Error('No test server: this file belongs under test/integration, e2e or browser.');
  return JSON.parse(access) as TestServerAccess;
}

/** Whether the server has a database of this name. */
export async function databaseExists(name: string): Promise<boolean> {
  const client = new Client({ connectionString: testServer().adminUrl });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])).rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Runs `work` while no other test process runs its own under the same name. */
export async function onlyOne(name: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: testServer().adminUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    await work();
  } finally {
    await client.end();
  }
}

async function asAdmin(adminUrl: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function urlOf(adminUrl: string, database: string, role?: string, password?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (role !== undefined) url.username = role;
  if (password !== undefined) url.password = password;
  return url.href;
}
