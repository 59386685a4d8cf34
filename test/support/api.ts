import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { API_FLAGS, apiMemory } from '../../apps/cli/src/serve/api-process.ts';
import { createDatabase, databaseExists, onlyOne, testServer, type TestDatabase } from './database.ts';

/** An API process of a test's own, compiled as it ships. */
export interface TestApi {
  /** Without a slash at the end and without `/api`. */
  readonly url: string;
  readonly pid: number;
  /** What it wrote so far, for a test that wants to see what was logged. */
  readonly output: () => string;
  /** Ends it as the system would (SIGTERM), or kills it. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** What a test may choose of an API. */
export interface ApiOptions {
  readonly databaseUrl: string;
  /** A fresh temporary folder, removed at the end, unless one is given. */
  readonly dataFolder?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another compiled API than the one that ships: a mutant. */
  readonly compiled?: string;
}

/** One of the first accounts, as the seed made it. */
export interface TestAccount {
  readonly role: string;
  readonly username: string;
  readonly password: string;
}

const root = process.cwd();
const dist = join(root, 'apps', 'api', 'dist');
const admin = join(root, 'apps', 'admin', 'dist');

/** Starts the built API on a free port and waits until it is healthy. */
export async function bootApi(options: ApiOptions): Promise<TestApi> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'dingben-api-'));
  const port = await freePort();
  const env = { ...environment(options.databaseUrl, dataFolder), PORT: String(port), ...options.env };
  const main = join(options.compiled ?? dist, 'main.js');
  const child = spawn(process.execPath, [...API_FLAGS, main], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
    if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  if (!(await isHealthy(url, child))) {
    await stop('SIGKILL');
    throw new Error(`The API did not become healthy:\n${output()}`);
  }
  // A process that answered has an id.
  return { url, pid: child.pid ?? 0, output, stop };
}

function environment(databaseUrl: string, dataFolder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // The same memory settings as the product's own start.
    ...apiMemory(root),
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DINGBEN_DATA: dataFolder,
    // Only the browser tests need the pages.
    DINGBEN_ADMIN_DIST: existsSync(join(admin, 'index.html')) ? admin : '',
    TZ: 'UTC',
  };
}

function collect(child: ChildProcess): () => string {
  const parts: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  return () => parts.join('');
}

async function isHealthy(url: string, child: ChildProcess): Promise<boolean> {
  const end = Date.now() + 30_000;
  while (child.exitCode === null && Date.now() < end) {
    try {
      const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
      await answer.body?.cancel();
      if (answer.ok) return true;
    } catch {
      // Not listening yet.
    }
    await wait(50);
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // it listens on TCP
      server.close(() => done(port));
    });
  });
}

/** The bundled standard in a database of its own, and the first accounts. */
export interface SeededDatabase extends TestDatabase {
  readonly accounts: readonly TestAccount[];
  /** A data folder as the seed left it; removed by `drop`. */
  readonly dataFolder: string;
}

const seededTemplate = 'dingben_seeded';

/** A copy of the seeded database; the seed itself runs once in a test run, when it is first asked for. */
export async function createSeededDatabase(): Promise<SeededDatabase> {
  const source = join(testServer().folder, 'seeded');
  await onlyOne('seed', async () => {
    if (!(await databaseExists(seededTemplate))) await makeSeededTemplate(source);
  });
  const database = await createDatabase(seededTemplate);
  const dataFolder = mkdtempSync(join(tmpdir(), 'dingben-data-'));
  cpSync(source, dataFolder, { recursive: true });
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as TestAccount[];
  const drop = async () => {
    await database.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { ...database, accounts, dataFolder, drop };
}

async function makeSeededTemplate(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const unfinished = await createDatabase();
  const child = spawn(process.execPath, [join(dist, 'seed.js')], {
    cwd: root,
    env: environment(unfinished.appUrl, folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const status = await new Promise<number | null>((done) => child.once('close', done));
  if (status !== 0) throw new Error(`The seed ended with status ${String(status)}:\n${output()}`);
  await unfinished.rename(seededTemplate);
}

/** A seeded database with an API on it. */
export interface SeededApi extends TestApi {
  readonly database: SeededDatabase;
  /** The first account with this role. */
  readonly account: (role: string) => TestAccount;
}

/** Everything a test over HTTP needs; `stop` also drops the database. */
export async function bootSeededApi(env: Readonly<Record<string, string>> = {}): Promise<SeededApi> {
  const database = await createSeededDatabase();
  const api = await bootApi({ databaseUrl: database.appUrl, dataFolder: database.dataFolder, env });
  const account = (role: string) => {
    const found = database.accounts.find((candidate) => candidate.role === role);
    if (found === undefined) throw new Error(`The seed made no account with the role ${role}.`);
    return found;
  };
  const stop = async (signal?: 'SIGTERM' | 'SIGKILL') => {
    await api.stop(signal);
    await database.drop();
  };
  return { ...api, database, account, stop };
}
