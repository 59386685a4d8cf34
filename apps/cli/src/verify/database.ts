import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IDENTITY_SQL, verifyDatabase, type KeptCheckpoints, type LedgerReport } from '@dingben/ledger';
import { revisionHash, treeHash } from '@dingben/outline/hash';
import type { Client } from 'pg';
import { embeddedPlace, keptPasswords, type DatabaseUrls } from '../database/embedded.ts';
import { appRole, canConnect, ownerRole, urlFor, withClient } from '../database/roles.ts';
import { openDatabase } from '../serve/open-database.ts';
import { type Settings, StartRefused } from '../serve/settings.ts';

/** Verifies a database in one snapshot, reading only. */
export async function verifyAt(url: string, kept: KeptCheckpoints): Promise<LedgerReport> {
  return withClient(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const database = await identityOf(client);
    const read = async (sql: string, values: readonly unknown[]) =>
      (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    const report = await verifyDatabase(read, { revisionHash, treeHash }, { ...kept, database });
    await client.query('COMMIT');
    return report;
  });
}

async function identityOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ identity: string }>(IDENTITY_SQL);
  return rows[0]?.identity ?? '';
}

/**
 * Runs `work` with the ways into the database that the settings name. The embedded one is used where it runs, and
 * otherwise started for as long as it is needed; none is made.
 */
export async function withDatabase<T>(
  root: string,
  settings: Settings,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const given = settings.databaseUrl;
  if (given !== undefined) return work({ ownerUrl: given, appUrl: given });
  if (!existsSync(settings.dataFolder)) throw new StartRefused(`${settings.dataFolder} is not there.`);
  const running = await runningEmbedded(settings.dataFolder);
  if (running !== undefined) return work(running);
  const database = await openDatabase(root, settings);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function runningEmbedded(dataFolder: string): Promise<DatabaseUrls | undefined> {
  const place = embeddedPlace(dataFolder);
  if (!existsSync(join(place, 'cluster'))) throw new StartRefused(`${dataFolder} holds no database yet.`);
  const passwords = keptPasswords(join(dataFolder, 'database-passwords.json'));
  const portFile = join(place, 'port');
  const port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  if (port === 0 || !(await canConnect({ port, password: passwords.superuser }))) return undefined;
  const url = (role: string, password: string): string => urlFor(role, password, port, 'dingben');
  return { ownerUrl: url(ownerRole, passwords.owner), appUrl: url(appRole, passwords.app) };
}
