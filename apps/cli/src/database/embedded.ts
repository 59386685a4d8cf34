import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type RunningCluster, startCluster } from './cluster.ts';
import { placeOfDatabase } from './place.ts';
import { appRole, ensureDatabase, ensureRoles, ownerRole, urlFor } from './roles.ts';

/** A database that can be worked with: whoever runs the server. */
export interface DatabaseUrls {
  /** For the role that migrates. */
  readonly ownerUrl: string;
  /** For the role that the API connects as. */
  readonly appUrl: string;
}

/** The embedded server with the project's database in it. */
export interface EmbeddedDatabase extends DatabaseUrls {
  /** For the superuser of the cluster; only for setting up. */
  readonly adminUrl: string;
  readonly cluster: RunningCluster;
}

export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

const databaseName = 'dingben';

/** Where the embedded database of a data folder lies, whether it is there yet or not. */
export function embeddedPlace(dataFolder: string): string {
  return placeOfDatabase(dataFolder, databaseAccount());
}

/**
 * Starts the embedded PostgreSQL of a data folder, with its roles and its database, making whatever is missing.
 *
 * @param root top folder of the checkout, where PostgreSQL's programs are installed
 */
export async function startEmbedded(root: string, dataFolder: string, maxConnections = 100): Promise<EmbeddedDatabase> {
  const account = databaseAccount();
  const place = placeOfDatabase(dataFolder, account);
  const passwords = keptPasswords(join(dataFolder, 'database-passwords.json'));
  const binaries = findBinaries(root, account);
  const cluster = await startCluster({ binaries, account, place, password: passwords.superuser, maxConnections });
  const adminUrl = urlFor('postgres', passwords.superuser, cluster.port, 'postgres');
  try {
    await ensureRoles(adminUrl, passwords);
    await ensureDatabase(adminUrl, databaseName);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return {
    adminUrl,
    ownerUrl: urlFor(ownerRole, passwords.owner, cluster.port, databaseName),
    appUrl: urlFor(appRole, passwords.app, cluster.port, databaseName),
    cluster,
  };
}

/** The roles' passwords, made once for each data folder and readable by its owner only. */
export function keptPasswords(file: string): Passwords {
  if (!existsSync(file)) {
    const [superuser, owner, app] = [newPassword(), newPassword(), newPassword()];
    writeFileSync(`${file}.new`, `${JSON.stringify({ superuser, owner, app }, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
}

/** 192 random bits, in characters that need no escaping in a URL. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
