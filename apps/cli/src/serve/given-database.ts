import { join } from 'node:path';
import { escapeIdentifier } from 'pg';
import { type DatabaseUrls, keptPasswords } from '../database/embedded.ts';
import { appRole, ensureRoles, ownerRole, withClient } from '../database/roles.ts';
import { type Settings, StartRefused } from './settings.ts';

interface Rights {
  readonly database: string;
  readonly may_make_roles: boolean;
}

/**
 * The two ways into a database that is not ours to start. With both addresses given they are used as they are; with
 * DATABASE_URL alone, its role must be able to make the two roles, whose passwords are then kept in the data folder.
 */
export async function openGivenDatabase(databaseUrl: string, settings: Settings): Promise<DatabaseUrls> {
  const { ownerDatabaseUrl, dataFolder } = settings;
  if (ownerDatabaseUrl !== undefined) return { ownerUrl: ownerDatabaseUrl, appUrl: databaseUrl };
  const { database, may_make_roles: mayMakeRoles } = await rightsOf(databaseUrl);
  if (!mayMakeRoles) {
    throw new StartRefused(
      `The role in DATABASE_URL can make no roles. Set DINGBEN_OWNER_DATABASE_URL to the address for ${ownerRole} and DATABASE_URL to the one for ${appRole}.`,
    );
  }
  const passwords = keptPasswords(join(dataFolder, 'database-passwords.json'));
  await ensureRoles(databaseUrl, passwords);
  await withClient(databaseUrl, async (client) => {
    const name = escapeIdentifier(database);
    await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO ${ownerRole}`);
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${appRole}`);
    await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${ownerRole}`);
    await client.query(`GRANT USAGE ON SCHEMA public TO ${appRole}`);
  });
  return {
    ownerUrl: withRole(databaseUrl, ownerRole, passwords.owner),
    appUrl: withRole(databaseUrl, appRole, passwords.app),
  };
}

async function rightsOf(databaseUrl: string): Promise<Rights> {
  try {
    return await withClient(databaseUrl, async (client) => {
      const { rows } = await client.query<Rights>(
        'SELECT current_database() AS database, rolsuper OR rolcreaterole AS may_make_roles FROM pg_roles WHERE rolname = current_user',
      );
      return rows[0] ?? { database: '', may_make_roles: false };
    });
  } catch (error) {
    throw new StartRefused(`DATABASE_URL does not answer: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function withRole(databaseUrl: string, role: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
