import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

async function rowsAs(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the database of a test file', () => {
  test('keeps what it is told to keep, as in production', async () => {
    const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'TimeZone', 'server_encoding'];
    const settings = names.map((name) => `current_setting('${name}') AS "${name}"`).join(', ');
    expect(await rowsAs(database.appUrl, `SELECT ${settings}`)).toEqual([
      {
        fsync: 'on',
        full_page_writes: 'on',
        synchronous_commit: 'on',
        data_checksums: 'on',
        TimeZone: 'UTC',
        server_encoding: 'UTF8',
      },
    ]);
  });

  test('is entered by roles that are neither superusers nor makers of roles', async () => {
    const rights = 'SELECT rolname, rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user';
    const nothing = { rolsuper: false, rolcreaterole: false, rolbypassrls: false };
    expect(await rowsAs(database.appUrl, rights)).toEqual([{ rolname: 'dingben_app', ...nothing }]);
    expect(await rowsAs(database.ownerUrl, rights)).toEqual([{ rolname: 'dingben_owner', ...nothing }]);
  });

  test('finds Chinese by trigram', async () => {
    await rowsAs(database.ownerUrl, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
    expect(await rowsAs(database.ownerUrl, `SELECT array_length(show_trgm('优孕优生服务'), 1) > 0 AS found`)).toEqual([
      { found: true },
    ]);
  });

  test('lets the app role make no table', async () => {
    await expect(rowsAs(database.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow(
      'permission denied for schema public',
    );
  });
});
