import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';

/** How tests reach the server of their run. */
export interface TestServerAccess {
  readonly adminUrl: string;
  /** The migrated database that every test database is a copy of. */
  readonly template: string;
  readonly passwords: { readonly owner: string; readonly app: string };
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
}

/** Makes a database; call it once in a test file (`beforeAll`) and `drop` it in `afterAll`. */
export async function createDatabase(): Promise<TestDatabase> {
  const { adminUrl, template, passwords } = testServer();
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
  };
}

function testServer(): TestServerAccess {
  const access = process.env['DINGBEN_TEST_SERVER'];
  if (access === undefined)
    throw new Error('No test server: this file belongs under test/integration, e2e or browser.');
  return JSON.parse(access) as TestServerAccess;
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
