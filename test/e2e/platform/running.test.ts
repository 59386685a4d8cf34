import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client as Database } from 'pg';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';

/** Long enough that compressing it would show. */
const SCRIPT = `console.log(${JSON.stringify('定本'.repeat(500))});`;

let api: SeededApi;
let admin: Client;
let pages: string;

beforeAll(async () => {
  pages = mkdtempSync(join(tmpdir(), 'dingben-pages-'));
  mkdirSync(join(pages, 'assets'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>定本</title>');
  writeFileSync(join(pages, 'assets', 'app-1a2b.js'), SCRIPT);
  writeFileSync(join(pages, 'assets', 'app-1a2b.js.br'), 'brotli');
  writeFileSync(join(pages, 'assets', 'app-1a2b.js.gz'), 'gzip');
  // Two connections, so that a few writers at once are too many.
  api = await bootSeededApi({ DINGBEN_ADMIN_DIST: pages, DINGBEN_POOL: '2' });
  const { username, password } = api.account('admin');
  admin = await Client.signIn(api.url, username, password);
});
afterAll(async () => {
  await api.stop();
  rmSync(pages, { recursive: true });
});

/** `encoding` is what the file was stored as; fetch itself takes care of none here, because the bytes are made up. */
async function get(path: string, accept = 'identity'): Promise<{ status: number; headers: Headers }> {
  const response = await fetch(`${api.url}${path}`, { method: 'HEAD', headers: { 'accept-encoding': accept } });
  return { status: response.status, headers: response.headers };
}

describe('the admin', () => {
  test.each(['/', '/editions/1/entries/2', '/amendments?mine=true', '/index.html'])(
    '%s is its page, asked for anew each time',
    async (path) => {
      const response = await fetch(`${api.url}${path}`);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('<title>定本</title>');
    },
  );

  test('a file that is named by its content is kept for good', async () => {
    const response = await fetch(`${api.url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toBe(SCRIPT);
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('a browser that accepts %s gets %s', async (accept, encoding) => {
    expect((await get('/assets/app-1a2b.js', accept)).headers.get('content-encoding')).toBe(encoding);
  });

  test.each(['/assets/gone-9z.js', '/api', '/api/nothing'])('%s is no page', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test.each([
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/.env',
    '//etc/passwd',
  ])('%s leads to no file', async (path) => {
    const response = await fetch(`${api.url}${path}`);
    const text = await response.text();
    expect(text.includes('<title>定本</title>') || response.status === 404).toBe(true);
  });
});

describe('under more than it can take', () => {
  test('writers wait or are told to come back, and nothing hangs', async () => {
    const started = Date.now();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        admin.post('/accounts', {
          username: `crowd${index}`,
          name: '众',
          roles: ['editor'],
          password: 'a long enough password',
        }),
      ),
    );
    expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
    expect(
      answers.filter(({ status }) => status === 503).every(({ headers }) => headers.get('retry-after') !== null),
    ).toBe(true);
    expect(Date.now() - started).toBeLessThan(20_000);
    expect((await admin.get('/session')).status).toBe(200);
  });

  test('a table that somebody holds costs 503 within the time-outs, and health still answers', async () => {
    const holder = new Database({ connectionString: api.database.ownerUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE idempotency_key IN ACCESS EXCLUSIVE MODE');
    try {
      const account = { username: 'blocked', name: '等', roles: ['editor'], password: 'a long enough password' };
      const [answer, health] = await Promise.all([admin.post('/accounts', account), admin.get('/health')]);
      expect(health.status).toBe(200);
      expect(answer).toMatchObject({ status: 503, body: { code: 'service.busy' } });
    } finally {
      await holder.end();
    }
    expect((await admin.get('/session')).status).toBe(200);
  });

  test('connections that break are replaced', async () => {
    const database = new Database({ connectionString: api.database.adminUrl });
    await database.connect();
    await database.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'dingben-%'
      AND datname = current_database()`);
    await database.end();
    const statuses = [];
    for (let tries = 0; tries < 20 && statuses.at(-1) !== 200; tries++) {
      statuses.push((await admin.get('/accounts')).status);
      await wait(100);
    }
    expect(statuses.at(-1)).toBe(200);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  });
});

test('it stops cleanly although somebody listens for changes', async () => {
  const response = await fetch(`${api.url}/api/events`, { headers: { cookie: admin.cookie ?? '' } });
  expect(response.status).toBe(200);
  const started = Date.now();
  await Promise.all([api.stop(), response.text().catch(() => 'cut')]);
  expect(Date.now() - started).toBeLessThan(8_000);
  expect(api.output()).not.toContain('"msg":"unexpected"');
});
