import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, embeddedPlace, startEmbedded } from '../../apps/cli/src/database/embedded.ts';
import { withClient } from '../../apps/cli/src/database/roles.ts';

const root = process.cwd();
let folder: string;
let running: EmbeddedDatabase | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dingben-embedded-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await running?.cluster.stop('at once');
  running = undefined;
  // As root it may lie elsewhere.
  rmSync(embeddedPlace(data()), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

const data = () => join(folder, 'data');

async function start(): Promise<EmbeddedDatabase> {
  running = await startEmbedded(root, data(), 20);
  return running;
}

async function write(database: EmbeddedDatabase): Promise<void> {
  await withClient(database.ownerUrl, (client) => client.query('CREATE TABLE kept AS SELECT 1 AS one'));
}

async function isKept(database: EmbeddedDatabase): Promise<boolean> {
  return withClient(database.ownerUrl, async (client) => (await client.query('SELECT one FROM kept')).rowCount === 1);
}

function postmasterOf(): number {
  const lines = readFileSync(join(embeddedPlace(data()), 'cluster', 'postmaster.pid'), 'utf8').split('\n');
  return Number(lines[0]);
}

describe('a second start', () => {
  test('finds what the first one wrote, at the same address', async () => {
    const first = await start();
    await write(first);
    await first.cluster.stop();
    const second = await start();
    expect(await isKept(second)).toBe(true);
    expect(second.appUrl).toBe(first.appUrl);
  });

  test('takes another port when its own was taken meanwhile', async () => {
    const first = await start();
    const { port } = first.cluster;
    await first.cluster.stop();
    const intruder = createServer();
    await new Promise<void>((done) => intruder.listen(port, '127.0.0.1', done));
    const second = await start().finally(() => intruder.close());
    expect(second.cluster.port).not.toBe(port);
  });

  test('ends a server that a killed start left running, and loses nothing', async () => {
    const first = await start();
    await write(first);
    // Its supervisor is gone without a word: the server still runs and holds the folder.
    const second = await start();
    await first.cluster.ended;
    expect(await isKept(second)).toBe(true);
  });

  test('recovers from a server that was killed', async () => {
    const first = await start();
    await write(first);
    process.kill(postmasterOf(), 'SIGKILL');
    await first.cluster.ended;
    expect(await isKept(await start())).toBe(true);
  });

  test('is not misled by a lock file that names another living process', async () => {
    const first = await start();
    await write(first);
    const lock = join(embeddedPlace(data()), 'cluster', 'postmaster.pid');
    const lines = readFileSync(lock, 'utf8').split('\n');
    await first.cluster.stop('at once');
    writeFileSync(lock, [String(process.pid), ...lines.slice(1)].join('\n'));
    expect(await isKept(await start())).toBe(true);
  });
});

describe('an initialisation that was killed', () => {
  test('is done again from the start', async () => {
    const unfinished = join(embeddedPlace(data()), 'cluster.new');
    mkdirSync(join(unfinished, 'base'), { recursive: true });
    writeFileSync(join(unfinished, 'PG_VERSION'), '18\n');
    await write(await start());
    expect(existsSync(unfinished)).toBe(false);
  });
});

describe('what the start keeps', () => {
  test('is readable by its owner only', async () => {
    await start();
    const place = embeddedPlace(data());
    const modes = [
      join(data(), 'database-passwords.json'),
      place,
      join(place, 'cluster'),
      join(place, 'postgresql.log'),
    ].map((path) => statSync(path).mode & 0o077);
    expect(modes).toEqual([0, 0, 0, 0]);
  });

  test('lets nobody in without a password', async () => {
    const { cluster } = await start();
    const entry = withClient(`postgresql://postgres@127.0.0.1:${cluster.port}/postgres`, () => Promise.resolve());
    await expect(entry).rejects.toThrow(/password/);
  });
});
