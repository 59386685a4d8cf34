import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { API_FLAGS, apiMemory } from './api-process.ts';

/** The API as a child of this process. */
export interface RunningApi {
  /** Where it answers, with the host as a browser on this machine would write it. */
  readonly url: string;
  /** Resolves with a few words on how it ended. */
  readonly ended: Promise<string>;
  stop(how?: 'clean' | 'at once'): Promise<void>;
}

/** What the API is started with. */
export interface ApiPlan {
  readonly root: string;
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string;
}

const healthPatience = 60_000;
const stopPatience = 10_000;
const largestLog = 10_000_000;

/** The environment in which the API and its seed run. */
export function apiEnvironment(plan: ApiPlan): NodeJS.ProcessEnv {
  const { root, host, port, dataFolder, databaseUrl } = plan;
  return {
    NODE_ENV: 'production',
    ...apiMemory(root),
    ...process.env,
    HOST: host,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    DINGBEN_DATA: dataFolder,
    DINGBEN_ADMIN_DIST: join(root, 'apps', 'admin', 'dist'),
    DINGBEN_SUPERVISOR: String(process.pid),
    TZ: 'UTC',
    // The API must not even know the way in that its own role is kept from.
    DINGBEN_OWNER_DATABASE_URL: undefined,
  };
}

/** Starts the API and waits until it says that it is ready. */
export async function startApi(plan: ApiPlan): Promise<RunningApi> {
  const log = join(plan.dataFolder, 'api.log');
  const child = launch(plan, log);
  const ended = endOf(child);
  const running = { url: urlOf(plan), ended, stop: (how?: 'clean' | 'at once') => stop(child, ended, how) };
  try {
    await Promise.race([healthy(running.url), failed(ended, log)]);
  } catch (error) {
    await running.stop('at once');
    throw error;
  }
  return running;
}

function launch(plan: ApiPlan, log: string): ChildProcess {
  if (existsSync(log) && statSync(log).size > largestLog) renameSync(log, `${log}.1`);
  const watch = pathToFileURL(join(plan.root, 'apps', 'cli', 'src', 'serve', 'with-parent.ts')).href;
  const program = join(plan.root, 'apps', 'api', 'dist', 'main.js');
  const out = openSync(log, 'a', 0o600);
  try {
    // `detached`: Ctrl-C must reach it through us alone, once and in order.
    const options = { cwd: plan.root, env: apiEnvironment(plan), detached: true, stdio: ['ignore', out, out] as const };
    return spawn(process.execPath, [...API_FLAGS, '--import', watch, program], {
      ...options,
      stdio: [...options.stdio],
    });
  } finally {
    closeSync(out);
  }
}

function urlOf({ host, port }: ApiPlan): string {
  const local: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  return `http://${local[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;
}

async function healthy(url: string): Promise<void> {
  const end = Date.now() + healthPatience;
  for (;;) {
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
      await response.body?.cancel();
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    if (Date.now() > end)
      throw new Error(`The API did not answer at ${url}/api/health within ${healthPatience / 1000} s.`);
    await wait(40);
  }
}

async function failed(ended: Promise<string>, log: string): Promise<never> {
  const how = await ended;
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
  throw new Error(`The API ended as it started (${how}). The end of ${log}:\n${lines}`);
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `status ${code ?? 0}`));
  });
}

async function stop(child: ChildProcess, ended: Promise<string>, how: 'clean' | 'at once' = 'clean'): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(how === 'clean' ? 'SIGTERM' : 'SIGKILL');
  const impatience = setTimeout(() => child.kill('SIGKILL'), stopPatience);
  await ended;
  clearTimeout(impatience);
}
