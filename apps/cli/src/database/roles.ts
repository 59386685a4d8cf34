import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from '../error-code.ts';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** The role that owns every table and migrates, and the one that the API connects as. */
export const ownerRole = 'dingben_owner';
export const appRole = 'dingben_app';

/** A way in for a superuser, or for a role that may make roles and databases. */
export interface AdminAccess {
  readonly port: number;
  readonly password: string;
}

/** The passwords of the two roles. */
export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
}

/** `postgresql://…` for a role, on the loopback interface unless a host is named. */
export function urlFor(role: string, password: string, port: number, database: string, host = '127.0.0.1'): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@${host}:${port}/${database}`;
}

/** Tries once to sign in as the superuser; waits a little where nothing answers. */
export async function canConnect({ port, password }: AdminAccess): Promise<boolean> {
  const client = new Client({ connectionString: urlFor('postgres', password, port, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    // 28P01: it answers, with another password than ours; waiting would not help.
    if (codeOf(error) === '28P01') throw error;
    await wait(40);
    return false;
  }
}

/** Runs `work` on one connection and closes it, come what may. */
export async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the two roles, or gives them these passwords where they are there. Neither is a superuser nor makes roles. */
export async function ensureRoles(adminUrl: string, passwords: RolePasswords): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [appRole, passwords.app],
    ] as const) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
      const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS';
      await client.query(`${verb} ROLE ${role} ${rights} PASSWORD ${escapeLiteral(password)}`);
    }
  });
}

/** Makes a database that belongs to the owner role, where there is none. Only the two roles may connect to it. */
export async function ensureDatabase(adminUrl: string, name: string, template = 'template0'): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    const database = escapeIdentifier(name);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${database} OWNER ${ownerRole} TEMPLATE ${escapeIdentifier(template)}`);
    }
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${appRole}`);
    await client.query(`ALTER DATABASE ${database} SET timezone TO 'UTC'`);
  });
}
