import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const root = process.cwd();

interface Start {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly status: Promise<number | null>;
}

let data: string;
let started: Start[];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'dingben-start-'));
  started = [];
});
afterEach(async () => {
  for (const { child, status } of started) {
    child.kill('SIGTERM');
    await status;
  }
  const pointer = join(data, 'database.path');
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>> = {}): Start {
  const child = spawn(process.execPath, ['apps/cli/src/main.ts', 'serve'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', LANG: 'C', LC_ALL: 'C', DINGBEN_DATA: data, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => parts.push(chunk.toString()));
  const status = new Promise<number | null>((done) => child.once('close', done));
  const run = { child, output: () => parts.join(''), status };
  started.push(run);
  return run;
}

/** The address that it printed, once it is ready. */
async function ready(run: Start): Promise<string> {
  const end = Date.now() + 110_000;
  for (;;) {
    const address = /ready after [\d.]+ s: (\S+)/.exec(run.output())?.[1];
    if (address !== undefined) return address;
    if (run.child.exitCode !== null || Date.now() > end) throw new Error(`It did not become ready:\n${run.output()}`);
    await wait(50);
  }
}

async function refuses(url: string): Promise<boolean> {
  try {
    await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(1_000) });
    return false;
  } catch {
    return true;
  }
}

describe('a start', () => {
  test('serves on the address it prints, keeps the first accounts to their owner, and stops when told', async () => {
    const run = start();
    const url = await ready(run);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    expect(statSync(join(data, 'accounts.json')).mode & 0o077).toBe(0);
    run.child.kill('SIGINT');
    expect(await run.status).toBe(0);
    expect(await refuses(url)).toBe(true);
  }, 180_000);

  test('refuses a data folder that another start uses, naming it', async () => {
    const first = start();
    const url = await ready(first);
    const second = start();
    expect(await second.status).toBe(2);
    expect(second.output()).toContain(`is in use by another start (process ${first.child.pid ?? 0}, ${url})`);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  }, 180_000);

  test('goes on from where a killed one stood, whose service ends by itself', async () => {
    const first = start();
    const before = await ready(first);
    const accounts = readFileSync(join(data, 'accounts.json'), 'utf8');
    first.child.kill('SIGKILL');
    await first.status;
    const second = start();
    const after = await ready(second);
    expect((await fetch(`${after}/api/health`)).status).toBe(200);
    expect(readFileSync(join(data, 'accounts.json'), 'utf8')).toBe(accounts);
    expect(await refuses(before)).toBe(true);
  }, 240_000);

  test('says that a port is taken and touches nothing', async () => {
    const intruder = createServer();
    await new Promise<void>((done) => intruder.listen(0, '127.0.0.1', done));
    const { port } = intruder.address() as AddressInfo; // it listens on TCP
    const run = start({ PORT: String(port) });
    expect(await run.status).toBe(2);
    expect(run.output()).toContain(`Port ${port} on 127.0.0.1 is taken.`);
    intruder.close();
  });
});
