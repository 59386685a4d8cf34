import { mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, portIsFree } from '../database/ports.ts';
import { migrate, MigrationError } from '../database/migrate.ts';
import type { Io } from '../io.ts';
import { type ApiPlan, type RunningApi, startApi } from './api.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { accountsFile, firstAccounts, seedOnce } from './seed.ts';
import { sentencesFor } from './sentences.ts';
import { readSettings, type Settings, StartRefused } from './settings.ts';
import { listenForStop, type StopSignal } from './stop-signal.ts';

interface Start {
  readonly root: string;
  readonly io: Io;
  readonly settings: Settings;
  readonly signal: StopSignal;
  readonly lock: FolderLock;
}

/**
 * Starts the database and the API, tells where they answer, and stays until it is told to stop. Exit status: 0 stopped as
 * asked, 1 something ended by itself or could not start, 2 settings that cannot work.
 *
 * @param root top folder of the checkout, built
 */
export async function serve(root: string, io: Io): Promise<number> {
  try {
    const settings = usableSettings(root, io);
    const lock = await lockFolder(settings.dataFolder);
    try {
      return await run({ root, io, settings, lock, signal: listenForStop(io.env) });
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof StartRefused || error instanceof MigrationError)) throw error;
    io.log(error.message);
    return 2;
  }
}

function usableSettings(root: string, io: Io): Settings {
  const settings = readSettings(io.env, root);
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 });
  return { ...settings, dataFolder: realpathSync(settings.dataFolder) };
}

async function run(start: Start): Promise<number> {
  const { io, settings, signal } = start;
  const say = sentencesFor(io.env);
  const { host } = settings;
  if (settings.port !== 0 && !(await portIsFree(settings.port, host))) {
    throw new StartRefused(say.portTaken(settings.port, host));
  }
  const port = settings.port === 0 ? await freePort() : settings.port;
  io.log(settings.databaseUrl === undefined ? say.startingDatabase : say.usingDatabase);
  const database = await openDatabase(start.root, settings);
  try {
    if (signal.wasAsked()) return 0;
    return await runApi(start, database, port);
  } finally {
    await Promise.race([database.close(), signal.urged.then(() => database.close('at once'))]);
    io.log(say.stopped);
  }
}

async function runApi(start: Start, database: OpenDatabase, port: number): Promise<number> {
  const { root, io, settings, signal } = start;
  const say = sentencesFor(io.env);
  const applied = await migrate(root, database.ownerUrl);
  if (applied.length > 0) io.log(say.migrated(applied.length));
  const { dataFolder, host } = settings;
  const plan: ApiPlan = { root, host, port, dataFolder, databaseUrl: database.appUrl };
  await seedOnce(plan, database.ownerUrl, () => io.log(say.seeding));
  if (signal.wasAsked()) return 0;
  io.log(say.startingApi);
  const api = await startApi(plan);
  start.lock.tell(api.url);
  announce(start, api.url);
  const status = await untilTheEnd(start, api, database);
  await Promise.race([api.stop(), signal.urged.then(() => api.stop('at once'))]);
  return status;
}

function announce({ io, settings }: Start, url: string): void {
  const say = sentencesFor(io.env);
  const { dataFolder } = settings;
  const accounts = firstAccounts(dataFolder);
  io.log('');
  io.log(say.ready(url, (performance.now() / 1000).toFixed(1)));
  if (accounts.length > 0) {
    io.log(say.signIns(accountsFile(dataFolder)));
    const widths = [
      Math.max(...accounts.map(({ role }) => role.length)),
      Math.max(...accounts.map(({ username }) => username.length)),
    ];
    for (const { role, username, password } of accounts) {
      io.log(`  ${role.padEnd(widths[0] ?? 0)}  ${username.padEnd(widths[1] ?? 0)}  ${password}`);
    }
  }
  io.log(say.howToStop);
}

async function untilTheEnd({ io, signal, settings }: Start, api: RunningApi, database: OpenDatabase): Promise<number> {
  const say = sentencesFor(io.env);
  const [status, sentence] = await Promise.race([
    signal.asked.then(() => [0, say.stopping] as const),
    api.ended.then((how) => [1, say.ended('api', how, join(settings.dataFolder, 'api.log'))] as const),
    database.ended.then((how) => [1, say.ended('database', how, database.log)] as const),
  ]);
  io.log(sentence);
  return status;
}
