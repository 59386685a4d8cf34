import { execFile } from 'node:child_process';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  checkpointFileName,
  eventHash,
  exportLine,
  IDENTITY_SQL,
  LedgerCheck,
  readEvents,
  signCheckpoint,
  verifyDatabase,
  type Checkpoint,
  type LedgerEvent,
  type LedgerReport,
  type Read,
} from '@dingben/ledger';
import { revisionHash, treeHash } from '@dingben/outline/hash';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { createSetting, type Setting } from './setting.ts';
import { event, one } from './story.ts';

let database: TestDatabase;
let app: Client;
/** The superuser, who can do anything, triggers or not. */
let admin: Client;
let setting: Setting;

beforeAll(async () => {
  database = await createDatabase();
  app = new Client({ connectionString: database.appUrl });
  admin = new Client({ connectionString: database.adminUrl });
  await Promise.all([app.connect(), admin.connect()]);
  setting = await createSetting(app);
});
afterAll(async () => {
  await Promise.all([app.end(), admin.end()]);
  await database.drop();
});

const reader =
  (client: Client): Read =>
  async (sql, values) =>
    (await client.query<Record<string, unknown>>(sql, [...values])).rows;

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const verifySignature = (bytes: Uint8Array, signature: Uint8Array) => verify(null, bytes, publicKey, signature);

/** What verification finds of the database as it stands in this connection's transaction. */
const report = (client: Client, list: readonly Checkpoint[] = []) =>
  verifyDatabase(reader(client), { revisionHash, treeHash }, { list, verifySignature, database: '' });

async function allEvents(client: Client): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for await (const found of readEvents(reader(client))) events.push(found);
  return events;
}

/** A checkpoint of the ledger as it stands. */
async function checkpoint(client: Client, identity = 'test'): Promise<Checkpoint> {
  const check = new LedgerCheck();
  const events = await allEvents(client);
  events.forEach((found) => {
    check.add(found);
  });
  const last = events.at(-1);
  if (last === undefined) throw new Error('there are events');
  const body = {
    size: events.length,
    root: check.root(),
    head: last.hash,
    atUs: last.atUs,
    database: identity,
    previous: null,
  };
  return signCheckpoint(body, (bytes) => sign(null, bytes, privateKey));
}

describe('the ledger', () => {
  test('holds every protected row that was written, in one chain', async () => {
    const found = await report(admin);
    expect(found).toMatchObject({ ok: true, firstBad: null, texts: { bad: [] } });
    const { rows } = await one<{ rows: number }>(
      app,
      `SELECT ((SELECT count(*) FROM revision) + (SELECT count(*) FROM approval) + (SELECT count(*) FROM commit)
         + (SELECT count(*) FROM publication) + (SELECT count(*) FROM event))::int AS rows`,
    );
    expect(found.events).toBe(rows);
  });

  test('takes up nothing that was rolled back', async () => {
    const before = (await report(admin)).events;
    await app.query('BEGIN');
    await app.query(`INSERT INTO event (subject_type, action) VALUES ('ledger', 'ledger.verified')`);
    await app.query('ROLLBACK');
    expect((await report(admin)).events).toBe(before);
  });

  test('names the request of a transaction that names it', async () => {
    await app.query('BEGIN');
    await app.query(`SELECT set_config('dingben.request_id', 'request-7', true)`);
    await app.query(
      `INSERT INTO event (subject_type, action, outcome) VALUES ('session', 'session.failed', 'refused')`,
    );
    await app.query('COMMIT');
    const sql = 'SELECT action, outcome, request_id FROM ledger_event ORDER BY seq DESC LIMIT 1';
    expect(await one(app, sql)).toEqual({ action: 'session.failed', outcome: 'refused', request_id: 'request-7' });
  });

  test('stays one chain without a fork when many write at once', async () => {
    const clients = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const client = new Client({ connectionString: database.appUrl });
        await client.connect();
        return client;
      }),
    );
    const before = (await report(admin)).events;
    const { edition, world } = setting;
    const move = {
      lifecycle: 'edition',
      subject: edition,
      editionId: edition,
      actor: world.people.editor,
      from: null,
      to: 'drafting',
    } as const;
    await Promise.all(
      clients.map(async (client, index) => {
        for (let round = 0; round < 20; round++) {
          await client.query('BEGIN');
          await event(client, move);
          if (index % 3 === 0) await event(client, move);
          await client.query(round % 5 === 4 ? 'ROLLBACK' : 'COMMIT');
        }
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    const found = await report(admin);
    expect(found).toMatchObject({ ok: true, events: before + 12 * 16 + 4 * 16 });
  });
});

/** Lets the superuser tamper with triggers and keys switched off, looks at what verification finds, and takes it back. */
async function tampered(statements: readonly string[], list: readonly Checkpoint[] = []): Promise<LedgerReport> {
  await admin.query('BEGIN');
  try {
    await admin.query('SET LOCAL session_replication_role = replica');
    for (const statement of statements) await admin.query(statement);
    return await report(admin, list);
  } finally {
    await admin.query('ROLLBACK');
  }
}

describe('verification finds', () => {
  const middle = '(SELECT max(seq) / 2 FROM ledger_event)';
  const seqOf = async (where: string) =>
    (
      await one<{ seq: number }>(
        admin,
        `SELECT seq::int AS seq FROM ledger_event WHERE ${where} ORDER BY seq DESC LIMIT 1`,
      )
    ).seq;

  test('an event that was altered', async () => {
    const found = await tampered([`UPDATE ledger_event SET actor_id = NULL WHERE seq = ${middle}`]);
    expect(found.firstBad).toEqual({ seq: await seqOf(`seq = ${middle}`), code: 'ledger.hash' });
  });

  test('an event that was taken out', async () => {
    const found = await tampered([`DELETE FROM ledger_event WHERE seq = ${middle}`]);
    expect(found.firstBad).toEqual({ seq: await seqOf(`seq = ${middle}`), code: 'ledger.sequence' });
  });

  test('two events that changed places', async () => {
    const found = await tampered([
      'UPDATE ledger_event SET seq = -1 WHERE seq = 5',
      'UPDATE ledger_event SET seq = 5 WHERE seq = 6',
      'UPDATE ledger_event SET seq = 6 WHERE seq = -1',
    ]);
    expect(found.firstBad).toEqual({ seq: 5, code: 'ledger.link' });
  });

  test('a tail that was cut off together with what it recorded, by a checkpoint', async () => {
    const kept = await checkpoint(admin);
    const cut = [
      `DELETE FROM event WHERE id = (SELECT id FROM event WHERE action = 'session.failed')`,
      'DELETE FROM ledger_event WHERE seq > (SELECT max(seq) - 1 FROM ledger_event)',
    ];
    expect((await tampered(cut, [kept])).checkpoints.bad).toEqual([
      { size: kept.size, code: 'checkpoint.beyond-end', from: 1 },
    ]);
  });

  test('a suffix that was written anew with good hashes, by a checkpoint', async () => {
    const kept = await checkpoint(admin);
    const events = await allEvents(admin);
    let prevHash = events[9]?.hash ?? '';
    const rewritten = events.slice(10).map((found) => {
      const next = { ...found, prevHash, requestId: 'forged' };
      prevHash = eventHash(next);
      return `UPDATE ledger_event SET prev_hash = '${next.prevHash}', hash = '${prevHash}', request_id = 'forged' WHERE seq = ${next.seq}`;
    });
    const dropped = 'DROP INDEX ledger_event_prev_hash_key';
    const alone = await tampered([dropped, ...rewritten]);
    expect(alone.firstBad).toBeNull();
    const found = await tampered([dropped, ...rewritten], [kept]);
    expect(found.firstBad).toEqual({ seq: 1, code: 'checkpoint.altered' });
  });

  test('a text that was altered beside the ledger, even with its hash', async () => {
    const one = `(SELECT proposed_revision_id FROM amendment_edit WHERE amendment_id = '${setting.merged}')`;
    const seq = await seqOf(`subject_id = ${one}::text`);
    const text = await tampered([`UPDATE revision SET standard = '每人每月1元' WHERE id = ${one}`]);
    expect(text.firstBad).toEqual({ seq, code: 'text.altered' });
    const both = await tampered([
      `UPDATE revision SET standard = '每人每月1元', content_hash = dingben_revision_hash(title, target_group, content, '每人每月1元',
         funding, lead_agency) WHERE id = ${one}`,
    ]);
    expect(both.firstBad).toEqual({ seq, code: 'row.altered' });
  });

  test('an approval that nobody gave, and one that was taken away', async () => {
    const forged = await tampered([
      `INSERT INTO approval (amendment_id, draft_number, content_hash, approver_id)
       SELECT amendment_id, number, content_hash, '${setting.world.people.reviewer}' FROM amendment_draft WHERE amendment_id = '${setting.submitted}'`,
    ]);
    expect(forged.texts.bad).toMatchObject([{ table: 'approval', code: 'row.unrecorded', seq: null }]);
    expect(forged.ok).toBe(false);
    const gone = await tampered([`DELETE FROM approval WHERE amendment_id = '${setting.approved}'`]);
    const seq = await seqOf(`action = 'approval.given' AND subject_id = '${setting.approved}'`);
    expect(gone.firstBad).toEqual({ seq, code: 'row.missing' });
  });

  test('an outline, a state and a reason that were altered', async () => {
    const { edition, merged, submitted, imported } = setting;
    const outline = await tampered([`DELETE FROM placement WHERE edition_id = '${imported}'`]);
    expect(outline.texts.bad).toMatchObject([{ table: 'edition', id: imported, code: 'outline.altered' }]);
    const state = await tampered([`UPDATE edition SET state = 'published' WHERE id = '${edition}'`]);
    expect(state.texts.bad).toMatchObject([{ table: 'edition', id: edition, code: 'state.altered' }]);
    const approved = await tampered([`UPDATE amendment SET state = 'approved' WHERE id = '${submitted}'`]);
    expect(approved.texts.bad).toMatchObject([{ table: 'amendment', id: submitted, code: 'state.altered' }]);
    const reason = await tampered([`UPDATE amendment SET legal_basis = '无' WHERE id = '${merged}'`]);
    expect(reason.texts.bad).toMatchObject([{ table: 'amendment', id: merged, code: 'amendment.altered' }]);
  });
});

describe('dingben verify', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dingben-verify-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const main = resolve(__dirname, '..', '..', '..', 'apps', 'cli', 'src', 'main.ts');
  const run = (...args: string[]) =>
    new Promise<{ status: number; out: string; log: string }>((done) => {
      const env = { ...process.env, LANG: 'C', LC_ALL: 'C', DINGBEN_DATA: folder, DATABASE_URL: '' };
      execFile(process.execPath, [main, 'verify', ...args], { env }, (error, out, log) => {
        done({ status: typeof error?.code === 'number' ? error.code : 0, out, log });
      });
    });

  test('verifies a database with its checkpoints, as the app role', async () => {
    const { identity } = await one<{ identity: string }>(admin, IDENTITY_SQL);
    const signed = await checkpoint(admin, identity);
    writeFileSync(join(folder, 'public-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    writeFileSync(join(folder, checkpointFileName(signed.size)), JSON.stringify(signed));
    const { status, out } = await run('--database', database.appUrl, '--checkpoints', folder);
    expect(out).toMatch(/1 checkpoints\nVerified\n$/);
    expect(status).toBe(0);
  });

  test('verifies an exported ledger and names the first bad event', async () => {
    const events = await allEvents(admin);
    const lines = [exportLine({ schema: 'dingben.ledger/1', database: 'test' }), ...events.map(exportLine)];
    const good = join(folder, 'good.ndjson');
    const bad = join(folder, 'bad.ndjson');
    writeFileSync(good, lines.join(''));
    writeFileSync(
      bad,
      lines.map((line, index) => (index === 7 ? line.replace('"outcome":"ok"', '"outcome":"refused"') : line)).join(''),
    );
    expect(await run(good)).toMatchObject({ status: 0, log: '' });
    const found = await run(bad, '--json');
    expect(found.status).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({ ok: false, firstBad: { seq: 7, code: 'ledger.hash' } });
  });

  test('says 2 where there is nothing to verify', async () => {
    expect((await run(join(folder, 'missing.ndjson'))).status).toBe(2);
    expect((await run('--database', 'postgresql://127.0.0.1:1/none')).status).toBe(2);
    expect((await run('--database', 'nonsense')).status).toBe(2);
    expect((await run('--what')).status).toBe(2);
    writeFileSync(join(folder, 'empty.ndjson'), '');
    expect((await run(join(folder, 'empty.ndjson'))).status).toBe(2);
    expect((await run()).status).toBe(2);
  });
});
