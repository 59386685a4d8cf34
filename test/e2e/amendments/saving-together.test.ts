import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import { revise } from '../../support/work.ts';
import { Desk, read, save, type EditBody, type Person } from './desk.ts';

const WRITERS = 12;

interface Place {
  readonly id: string;
  readonly edit: EditBody;
}

let desk: Desk;
let database: Database;
/** Looks on while `database` holds a lock: what is seen of others stands still within a transaction. */
let watcher: Database;
let editor: Person;
let places: Place[];

beforeAll(async () => {
  desk = await Desk.open();
  database = new Database({ connectionString: desk.api.database.adminUrl });
  watcher = new Database({ connectionString: desk.api.database.adminUrl });
  await Promise.all([database.connect(), watcher.connect()]);
  editor = await desk.person('editor');
});
afterAll(async () => {
  await Promise.all([database.end(), watcher.end()]);
  await desk.stop();
});

/** An amendment of its own for each writer, with one revised entry. */
async function openPlaces(): Promise<Place[]> {
  const opened: Place[] = [];
  const entry = await desk.entry(editor, '3');
  for (let writer = 0; writer < WRITERS; writer++) {
    const { id } = await desk.open(editor);
    await revise(editor, id, entry, { standard: `第${writer}稿。` });
    const [edit] = (await read(editor, id)).edits;
    if (edit !== undefined) opened.push({ id, edit });
  }
  return opened;
}

/** Everyone saves at once, each a text of his own. */
function saveAll(text: (writer: number) => string, of: readonly Place[] = places) {
  return Promise.all(of.map(({ id, edit }, writer) => save(editor, id, edit, { standard: text(writer) })));
}

/**
 * The first query that is seen to wait for a lock. PostgreSQL reads what a session does and what it waits for one after the
 * other, so only what is seen twice is taken.
 */
async function queryThatWaits(): Promise<string> {
  for (let before: string | undefined; ;) {
    const { rows } = await watcher.query<{ query: string }>(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    const now = rows[0]?.query.trim();
    if (now !== undefined && now === before) return now;
    before = now;
  }
}

beforeEach(async () => {
  places = await openPlaces();
});

test('each is answered with his own text, which is there and in the ledger under his own request', async () => {
  const answers = await saveAll((writer) => `每人每月${1000 + writer}元。`);
  for (const [writer, answer] of answers.entries()) {
    expect(answer).toMatchObject({ status: 200, version: 2 });
    expect(answer.body.proposed?.provisions?.['standard']).toBe(`每人每月${1000 + writer}元。`);
    const { rows } = await database.query<{ request: string; references: string[] }>(
      `SELECT l.request_id AS request, ARRAY(SELECT key FROM reference r WHERE r.revision_id = $1::uuid AND kind = 'quantity'
         AND provision = 'standard' ORDER BY ordinal) AS references
       FROM ledger_event l WHERE l.action = 'revision.written' AND l.subject_id = $1::uuid::text`,
      [answer.body.proposed?.revisionId],
    );
    expect(rows).toEqual([{ request: answer.headers.get('x-request-id'), references: [`${1000 + writer}元`] }]);
  }
});

test('they share transactions', async () => {
  const answers = await saveAll((writer) => `每人每月${2000 + writer}元。`);
  const revisions = answers.map(({ body }) => body.proposed?.revisionId);
  const { rows } = await database.query<{ transactions: number }>(
    'SELECT count(DISTINCT xmin::text)::int AS transactions FROM revision WHERE id = ANY($1)',
    [revisions],
  );
  expect(rows[0]?.transactions).toBeLessThan(WRITERS);
});

/** How often these tables were read whole, once every connection has said so. */
async function wholeReads(): Promise<unknown> {
  // A connection tells its counts at most once a second, and when it has rested.
  await new Promise((later) => setTimeout(later, 2_500));
  const { rows } = await watcher.query(
    `SELECT relname, seq_scan FROM pg_stat_user_tables WHERE relname IN ('amendment', 'idempotency_key') ORDER BY relname`,
  );
  return rows;
}

test('what is asked for by its key is looked up, however small the tables were', async () => {
  const before = await wholeReads();
  await saveAll((writer) => `每人每月${3000 + writer}元。`);
  expect(await wholeReads()).toEqual(before);
});

test('one who saw an older version is told so, and the others are saved', async () => {
  const [first, ...others] = places;
  if (first === undefined) throw new Error('no place');
  expect((await save(editor, first.id, first.edit, { standard: '抢先一步。' })).status).toBe(200);
  const answers = await saveAll((writer) => `第${writer}稿，另一稿。`);
  expect(answers.map(({ status }) => status)).toEqual([412, ...others.map(() => 200)]);
  expect(answers[0]?.body.code).toBe('request.version-stale');
  expect((await read(editor, first.id)).edits[0]?.proposed?.provisions?.['standard']).toBe('抢先一步。');
});

test('one whose amendment somebody holds waits for it alone', async () => {
  const [held, ...others] = places;
  if (held === undefined) throw new Error('no place');
  await database.query('BEGIN');
  await database.query('SELECT FROM amendment WHERE id = $1 FOR UPDATE', [held.id]);
  const late = save(editor, held.id, held.edit, { standard: '等待中。' });
  // It has left the statement that others share, and waits in a transaction of its own.
  expect(await queryThatWaits()).toMatch(/^SELECT FROM amendment WHERE id/);
  const answers = await saveAll((writer) => `第${writer}稿，不等。`, others);
  expect(answers.map(({ status }) => status)).toEqual(others.map(() => 200));
  await database.query('COMMIT');
  expect(await late).toMatchObject({ status: 200, version: 2 });
});

test('one that the database refuses does not take the others with it', async () => {
  const [refused, ...others] = places;
  if (refused === undefined) throw new Error('no place');
  // A guard that only this text meets, as a trigger of the database would.
  await database.query(
    `ALTER TABLE revision ADD CONSTRAINT revision_refused CHECK (standard <> '不可入库。') NOT VALID`,
  );
  try {
    const answers = await Promise.all([
      save(editor, refused.id, refused.edit, { standard: '不可入库。' }),
      ...others.map(({ id, edit }) => save(editor, id, edit, { standard: '可以入库。' })),
    ]);
    expect(answers.slice(1).map(({ status }) => status)).toEqual(others.map(() => 200));
    expect(answers[0].status).not.toBe(200);
    expect((await read(editor, refused.id)).edits[0]?.version).toBe(1);
  } finally {
    await database.query('ALTER TABLE revision DROP CONSTRAINT revision_refused');
  }
});

test('two saves of one amendment are both done, and one that is sent twice only once', async () => {
  const [{ id, edit }] = places as [Place];
  await revise(editor, id, await desk.entry(editor, '4'), { standard: '另一条。' });
  const second = (await read(editor, id)).edits.find((one) => one.id !== edit.id) ?? edit;
  const both = await Promise.all([
    save(editor, id, edit, { standard: '其一。' }),
    save(editor, id, second, { standard: '其二。' }),
  ]);
  expect(both.map(({ status, version }) => [status, version])).toEqual([
    [200, 2],
    [200, 2],
  ]);
  const text = { title: edit.proposed?.title, provisions: { ...edit.proposed?.provisions, standard: '只此一次。' } };
  const options = { body: text, version: 2, key: randomUUID() };
  const twice = await Promise.all([1, 2].map(() => editor.send('PUT', `/amendments/${id}/edits/${edit.id}`, options)));
  expect(twice.map(({ status, version }) => [status, version])).toEqual([
    [200, 3],
    [200, 3],
  ]);
  expect(twice[0]?.body).toEqual(twice[1]?.body);
});
