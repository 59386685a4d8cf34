import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { databaseAccount, canReach } from '../../apps/cli/src/database/account.ts';
import { findBinaries } from '../../apps/cli/src/database/binaries.ts';
import { startCluster } from '../../apps/cli/src/database/cluster.ts';
import { newPassword } from '../../apps/cli/src/database/embedded.ts';
import { migrate } from '../../apps/cli/src/database/migrate.ts';
import { endOrphans } from '../../apps/cli/src/database/orphans.ts';
import { ensureDatabase, ensureRoles, ownerRole, urlFor } from '../../apps/cli/src/database/roles.ts';
import { dockerAnswers } from './docker.ts';
import type { TestServerAccess } from './database.ts';

/** The server of one test run. */
export interface TestServer {
  readonly access: TestServerAccess;
  stop(): Promise<void>;
}

/** One in a folder of its own, which may fail and come back. */
export interface FailingServer extends TestServer {
  /** Ends it as a failing machine would: nothing that is only in its memory is written out. */
  crash(): Promise<void>;
  /** Starts it on what the crash left, and gives its port. */
  restart(): Promise<number>;
}

interface RawServer {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '..', '..');
const prefix = 'dingben-test-';

/**
 * PostgreSQL 18 with the production roles and a migrated template database; in a container where a Docker engine
 * answers, embedded otherwise. Its settings are those of production: the API refuses others.
 */
export async function startTestServer(): Promise<TestServer> {
  return furnished((await startContainer()) ?? (await startInFolder()));
}

/** The same in a folder, never in a container. */
export async function startFailingServer(): Promise<FailingServer> {
  const server = await startInFolder();
  const { crash, restart } = server;
  return { ...(await furnished(server)), crash, restart };
}

async function furnished(server: RawServer): Promise<TestServer> {
  const passwords = { owner: newPassword(), app: newPassword() };
  const adminUrl = urlFor('postgres', server.password, server.port, 'postgres', server.host);
  try {
    await ensureRoles(adminUrl, passwords);
    await ensureDatabase(adminUrl, 'dingben_template');
    await migrate(root, urlFor(ownerRole, passwords.owner, server.port, 'dingben_template', server.host));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dingben-run-'));
  const access = { adminUrl, template: 'dingben_template', passwords, folder };
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { access, stop };
}

async function startContainer(): Promise<RawServer | undefined> {
  if (!(await dockerAnswers())) return undefined;
  const password = newPassword();
  try {
    const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
    const container = await new PostgreSqlContainer('postgres:18')
      .withUsername('postgres')
      .withPassword(password)
      .withEnvironment({ POSTGRES_INITDB_ARGS: '--encoding=UTF8 --locale=C.UTF-8 --data-checksums' })
      .withCommand(['postgres', '-c', 'max_connections=300'])
      .start();
    return {
      host: container.getHost(),
      port: container.getPort(),
      password,
      stop: async () => {
        await container.stop();
      },
    };
  } catch (error) {
    // An engine that cannot fetch the image is no reason to test nothing.
    console.error(
      `No PostgreSQL from Docker (${error instanceof Error ? error.message : String(error)}); embedded instead.`,
    );
    return undefined;
  }
}

async function startInFolder(): Promise<RawServer & Pick<FailingServer, 'crash' | 'restart'>> {
  const account = databaseAccount();
  const parent = [tmpdir(), '/var/tmp'].find((folder) => canReach(account, folder)) ?? tmpdir();
  await clearAbandoned(parent);
  const folder = mkdtempSync(join(parent, prefix));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  const password = newPassword();
  const binaries = findBinaries(root, account);
  const start = () => startCluster({ binaries, account, place: join(folder, 'pg'), password, maxConnections: 300 });
  let cluster = await start();
  const crash = () => cluster.stop('at once');
  const restart = async () => {
    cluster = await start();
    return cluster.port;
  };
  const stop = async () => {
    // Nothing of it is kept, so nothing has to be written out first.
    await crash();
    rmSync(folder, { recursive: true, force: true });
  };
  return { host: '127.0.0.1', port: cluster.port, password, crash, restart, stop };
}

/** What a killed run left: its server still runs, and nobody else will end it. */
async function clearAbandoned(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((candidate) => candidate.startsWith(prefix))) {
    const folder = join(parent, name);
    if (ownerLives(join(folder, 'owner.pid'))) continue;
    await endOrphans(join(folder, 'pg', 'cluster'), 'at once');
    rmSync(folder, { recursive: true, force: true });
  }
}

function ownerLives(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
