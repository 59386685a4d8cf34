import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client as Database } from 'pg';
import { parseExport, verifyChain } from '../../../packages/ledger/src/index.ts';
import { bootApi, bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { editions, fork } from '../../support/work.ts';

interface Verification {
  readonly ok: boolean;
  readonly events: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly firstBad: { readonly seq: number; readonly code: string } | null;
  readonly texts: { readonly checked: number; readonly bad: { readonly table: string; readonly code: string }[] };
  readonly checkpoints: { readonly checked: number; readonly bad: { readonly size: number; readonly code: string }[] };
}

let api: SeededApi;
let auditor: Client;
let editor: Client;

beforeAll(async () => {
  api = await bootSeededApi();
  const [one, two] = [api.account('auditor'), api.account('editor')];
  auditor = await Client.signIn(api.url, one.username, one.password);
  editor = await Client.signIn(api.url, two.username, two.password);
});
afterAll(() => api.stop());

async function verify(): Promise<Verification> {
  return (await auditor.post<Verification>('/ledger/verification')).body;
}

/** As the superuser, whom no trigger stops: what an attacker on the database's host could do. */
async function tamper(...statements: string[]): Promise<void> {
  const database = new Database({ connectionString: api.database.adminUrl });
  await database.connect();
  try {
    await database.query(`SET session_replication_role = 'replica'`);
    for (const statement of statements) await database.query(statement);
  } finally {
    await database.end();
  }
}

function checkpointFiles(): string[] {
  const folder = join(api.database.dataFolder, 'checkpoints');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('checkpoint-')) : [];
}

async function untilCheckpoint(atLeast: number): Promise<void> {
  for (let tries = 0; tries < 150 && checkpointFiles().length < atLeast; tries++) await wait(100);
}

test('the import and the sign-ins are in it, with names, times in microseconds, and a whole chain', async () => {
  type Page = {
    items: { seq: number; at: string; action: string; label: string | null; hash: string; prevHash: string }[];
    total: number;
  };
  const { body } = await auditor.get<Page>('/ledger?perPage=100&page=1');
  expect(body.items[0]).toMatchObject({ seq: 1, action: 'account.created', label: '陈晓明', prevHash: '0'.repeat(64) });
  expect(body.items[1]?.prevHash).toBe(body.items[0]?.hash);
  expect(body.items[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  const latest = await auditor.get<Page>('/ledger?action=session.opened&order=desc&perPage=1');
  expect(latest.body.items[0]).toMatchObject({ action: 'session.opened', label: '陈晓明' });
  expect((await auditor.get<Page>('/ledger?action=revision.written')).body.total).toBe(96);
});

test('a range of days keeps what lies in it', async () => {
  // The run may have begun before midnight.
  const [yesterday, today] = [Date.now() - 86_400_000, Date.now()].map((at) => new Date(at).toISOString().slice(0, 10));
  const total = async (query: string) => (await auditor.get<{ total: number }>(`/ledger?${query}`)).body.total;
  expect(await total('to=2020-01-01')).toBe(0);
  expect(await total(`from=${yesterday}&to=${today}`)).toBeGreaterThan(90);
  expect((await auditor.get('/ledger?from=2026-02-30')).status).toBe(400);
});

test('the export verifies without the service', async () => {
  const response = await fetch(`${api.url}/api/ledger/export`, { headers: { cookie: auditor.cookie ?? '' } });
  expect(response.headers.get('content-type')).toContain('application/x-ndjson');
  const text = await response.text();
  const judged = verifyChain(parseExport(text.split('\n')));
  expect(judged).toMatchObject({ ok: true, firstBad: null });
  expect(judged.events).toBeGreaterThan(90);
});

test('signed checkpoints appear in the data folder, and only the owner can read the key', async () => {
  await untilCheckpoint(1);
  expect(checkpointFiles().length).toBeGreaterThan(0);
  const key = statSync(join(api.database.dataFolder, 'keys', 'checkpoint.pem'));
  expect(key.mode & 0o777).toBe(0o600);
});

test('an untouched ledger verifies, and that it was verified is recorded', async () => {
  const verified = await verify();
  expect(verified).toMatchObject({ ok: true, firstBad: null, texts: { bad: [] }, checkpoints: { bad: [] } });
  expect(verified.checkpoints.checked).toBeGreaterThan(0);
  const { body } = await auditor.get<{ total: number }>('/ledger?action=ledger.verified');
  expect(body.total).toBe(1);
});

test('what others do arrives as it happens, and ends with the session', async () => {
  const abort = new AbortController();
  const response = await fetch(`${api.url}/api/events`, {
    headers: { cookie: editor.cookie ?? '' },
    signal: abort.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const [base] = await editions(editor);
  await fork(editor, base?.id ?? '', '2026年版');
  let seen = '';
  while (!seen.includes('event: change')) seen += (await reader?.read())?.value ?? '';
  expect(seen).toContain('"subjectType":"edition"');
  abort.abort();
});

describe('an alteration behind the service’s back is found', () => {
  test('of a text that stands', async () => {
    const altered = `id = (SELECT id FROM revision WHERE content IS NOT NULL ORDER BY id LIMIT 1)`;
    await tamper(`UPDATE revision SET standard = '每人每月9999元' || standard WHERE ${altered}`);
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: { code: 'text.altered' },
      texts: { bad: [{ table: 'revision', code: 'text.altered' }] },
    });
    // Put back, so that what follows is the first that is found, whichever text this was.
    await tamper(`UPDATE revision SET standard = substr(standard, length('每人每月9999元') + 1) WHERE ${altered}`);
    expect(await verify()).toMatchObject({ ok: true });
  });

  test('of an event in the ledger, by its number', async () => {
    await tamper(`UPDATE ledger_event SET actor_id = NULL, payload = payload || ' ' WHERE seq = 20`);
    expect(await verify()).toMatchObject({ ok: false, firstBad: { seq: 20, code: 'ledger.hash' } });
  });

  test('of the end of the ledger, by the checkpoint that lies beyond it', async () => {
    await tamper(`DELETE FROM ledger_event WHERE seq > 30`);
    const { ok, checkpoints } = await verify();
    expect(ok).toBe(false);
    expect(checkpoints.bad.map(({ code }) => code)).toContain('checkpoint.beyond-end');
  });
});

test('a service on a database that is not safe does not start', async () => {
  const unsafe = bootApi({ databaseUrl: api.database.adminUrl });
  await expect(unsafe).rejects.toThrow(/not safe for the service: .*superuser/s);
});
