import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { endOrphans } from './orphans.ts';
import { freePort } from './ports.ts';
import { makeFolder } from './place.ts';
import { canConnect } from './roles.ts';

/** A PostgreSQL server that runs under us. */
export interface RunningCluster {
  readonly port: number;
  /** Resolves with a few words when the server has ended, whoever ended it. */
  readonly ended: Promise<string>;
  /** Ends it cleanly; `at once` leaves the tidying to the recovery of the next start. */
  stop(how?: 'clean' | 'at once'): Promise<void>;
}

/** What a server is started from. */
export interface ClusterPlan {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  /** The folder that holds the cluster, its port and its log; made where it is missing. */
  readonly place: string;
  /** The password of the superuser `postgres`. */
  readonly password: string;
  readonly maxConnections?: number;
}

/** Initialises the cluster where there is none, ends what an interrupted start left, and starts the server. */
export async function startCluster(plan: ClusterPlan): Promise<RunningCluster> {
  makeFolder(plan.place, plan.account);
  // The system names a process's folder without symbolic links.
  const cluster = join(realpathSync(plan.place), 'cluster');
  if (!existsSync(cluster)) await initialise(plan, cluster);
  await endOrphans(cluster);
  const port = await rememberedPort(join(plan.place, 'port'));
  const log = join(plan.place, 'postgresql.log');
  const server = launch(plan, cluster, port, log);
  await answers(server, port, plan.password, log);
  return { port, ended: exitOf(server), stop: (how) => stop(server, how) };
}

async function initialise(plan: ClusterPlan, cluster: string): Promise<void> {
  // Gets its name last: an initdb that was killed leaves only a folder that the next start throws away.
  const unfinished = `${cluster}.new`;
  await endOrphans(unfinished);
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = join(plan.place, 'password.tmp');
  writeFileSync(passwordFile, `${plan.password}\n`, { mode: 0o600 });
  if (plan.account !== undefined) chownSync(passwordFile, plan.account.uid, plan.account.gid);
  try {
    const settings = ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums', '--no-instructions'];
    const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await runInitdb(plan, [`--pgdata=${unfinished}`, ...settings, ...access]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
}

function runInitdb(plan: ClusterPlan, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(plan.binaries.initdb, args, { ...identity(plan), stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The database could not be initialised: ${complaint.trim()}`));
    });
  });
}

/** `detached`: Ctrl-C in a terminal reaches the whole group, and the database must outlive what writes to it. */
function identity({ account, place }: ClusterPlan) {
  const env = { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
  return { cwd: place, env, detached: true, ...(account && { uid: account.uid, gid: account.gid }) };
}

async function rememberedPort(file: string): Promise<number> {
  const before = existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
  const port = await freePort(before);
  if (port !== before) writeFileSync(file, String(port));
  return port;
}

function launch(plan: ClusterPlan, cluster: string, port: number, log: string): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: plan.maxConnections ?? 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    password_encryption: 'scram-sha-256',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const out = openSync(log, 'a', 0o600);
  chmodSync(log, 0o600);
  try {
    return spawn(plan.binaries.postgres, ['-D', cluster, ...args], { ...identity(plan), stdio: ['ignore', out, out] });
  } finally {
    closeSync(out);
  }
}

async function answers(server: ChildProcess, port: number, password: string, log: string): Promise<void> {
  let failure: Error | undefined;
  void exitOf(server).then(() => {
    failure = new Error(`The database ended as it started; ${log} says why: ${lastLine(log)}`);
  });
  server.on('error', (error) => (failure = error));
  const end = Date.now() + 60_000;
  // A killed server replays its log first, which may take a while on a large database.
  while (!(await canConnect({ port, password }))) {
    if (failure !== undefined) throw failure;
    if (Date.now() > end) {
      server.kill('SIGQUIT');
      throw new Error(`The database did not answer within 60 s; ${log} says why.`);
    }
  }
}

function lastLine(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}

function exitOf(server: ChildProcess): Promise<string> {
  const how = () => server.signalCode ?? `status ${server.exitCode ?? 0}`;
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve(how());
  return new Promise((resolve) => server.once('exit', () => resolve(how())));
}

async function stop(server: ChildProcess, how: 'clean' | 'at once' = 'clean'): Promise<void> {
  server.kill(how === 'clean' ? 'SIGINT' : 'SIGQUIT');
  const impatience = setTimeout(() => server.kill('SIGQUIT'), 30_000);
  await exitOf(server);
  clearTimeout(impatience);
}
