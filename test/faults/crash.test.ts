/**
 * What was answered as done survives a crash of the database's server. A killed server loses what it had not handed to
 * the system; that the system writes what it is told to (fsync) only a power cut could show.
 */
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyDatabase, type LedgerReport } from '@dingben/ledger';
import { revisionHash, treeHash } from '@dingben/outline/hash';
import { Client as Database } from 'pg';
import { openSavePlaces, type SavePlace } from '../bench/drafts.ts';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { Client, type Answer } from '../support/client.ts';
import { makeMutant } from '../support/mutant.ts';
import { startOwnServer, type OwnServer } from '../support/own-server.ts';
import { editions, fork } from '../support/work.ts';
import { Random } from './histories/random.ts';

/** DINGBEN_CRASH_SEED crashes at the same moments again. */
const seed = Number(process.env['DINGBEN_CRASH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const random = new Random(seed);
const CRASHES = 3;
const WRITERS = 10;
/** Even the mutant loses nothing where the server dies just after it wrote out its log by itself. */
const MOST_MUTANT_CRASHES = 5;

/** A save is one statement with others, which commits on disk; a comment has a transaction of its own and waits for the disk after it. */
type Act = 'save' | 'comment';
/** The status that says that it was done. */
const DONE: Readonly<Record<Act, number>> = { save: 200, comment: 201 };

interface Acknowledged {
  readonly place: SavePlace;
  readonly text: string;
  /** Of the edit; null where a comment says the text. */
  readonly version: number | null;
}

interface Crash {
  readonly acknowledged: number;
  /** What was answered as done and is not there. */
  readonly lost: readonly Acknowledged[];
  readonly ledger: LedgerReport;
}

let server: OwnServer;
let database: SeededDatabase;
let places: SavePlace[];
let cookie: string | undefined;
/** Every text is another one, over all crashes. */
let turn = 0;

beforeAll(async () => {
  process.stdout.write(`crashes: DINGBEN_CRASH_SEED=${seed}\n`);
  server = await startOwnServer();
  // From here on the helpers make their databases there and not on the server that the tests share.
  process.env['DINGBEN_TEST_SERVER'] = JSON.stringify(server.access);
  database = await createSeededDatabase();
  const api = await startApi();
  const editor = await Client.signIn(api.url, 'editor', passwordOf('editor'));
  cookie = editor.cookie;
  const [bundled] = await editions(editor);
  const draft = await fork(editor, bundled?.id ?? '', '修订稿');
  places = await openSavePlaces(editor, draft.id, WRITERS);
  await api.stop();
}, 120_000);

afterAll(async () => {
  // The database goes with its server.
  await server.stop();
  rmSync(database.dataFolder, { recursive: true, force: true });
});

function passwordOf(username: string): string {
  return database.accounts.find((account) => account.username === username)?.password ?? '';
}

function startApi(compiled?: string): Promise<TestApi> {
  const options = { databaseUrl: database.appUrl, dataFolder: database.dataFolder };
  return bootApi(compiled === undefined ? options : { ...options, compiled });
}

/** Lets everybody act, the acts dealt out among them, ends the server in the middle of it, starts it again, and looks what is there. */
async function crash(acts: readonly Act[], compiled?: string): Promise<Crash> {
  const api = await startApi(compiled);
  const editor = new Client(api.url, cookie);
  const acknowledged: Acknowledged[] = [];
  const end = { near: false };
  try {
    const writing = Promise.all(
      places.map((place, index) => repeat(acts[index % acts.length] ?? 'save', editor, place, acknowledged, end)),
    );
    // A process that has just started, on a busy machine, takes its time over the first ones.
    while (acknowledged.length < 3 * WRITERS) await Promise.race([wait(10), writing]);
    await Promise.race([wait(random.next() * 1_000), writing]);
    end.near = true;
    await server.crash();
    await api.stop('SIGKILL');
    await writing;
  } finally {
    await api.stop('SIGKILL');
  }
  moveTo(await server.restart());
  return { acknowledged: acknowledged.length, ...(await lookFor(acknowledged)) };
}

/** Acts again and again until the server is gone, and notes what was answered as done. */
async function repeat(
  act: Act,
  editor: Client,
  place: SavePlace,
  acknowledged: Acknowledged[],
  end: { readonly near: boolean },
): Promise<void> {
  for (;;) {
    const text = `${place.provisions.standard}第${++turn}稿。`;
    const answer = await carryOut(act, editor, place, text).catch((error: unknown) => {
      if (end.near) return undefined;
      throw error;
    });
    if (answer?.status !== DONE[act]) {
      if (end.near) return;
      throw new Error(`${answer?.status} before the crash: ${JSON.stringify(answer?.body)}`);
    }
    if (act === 'save') place.version = answer.body.version;
    acknowledged.push({ place, text, version: act === 'save' ? place.version : null });
  }
}

function carryOut(act: Act, editor: Client, place: SavePlace, text: string): Promise<Answer<{ version: number }>> {
  const { amendmentId, editId, title, provisions, version } = place;
  if (act === 'comment') return editor.post(`/amendments/${amendmentId}/comments`, { text });
  return editor.put(
    `/amendments/${amendmentId}/edits/${editId}`,
    { title, provisions: { ...provisions, standard: text } },
    version,
  );
}

/** Another program may have taken the server's port while it was away. */
function moveTo(port: number): void {
  const moved = (url: string) => Object.assign(new URL(url), { port: String(port) }).href;
  const { appUrl, adminUrl } = database;
  database = { ...database, appUrl: moved(appUrl), adminUrl: moved(adminUrl) };
}

/** Compares the database with the answers, and lets the writers go on from what it has. */
async function lookFor(acknowledged: readonly Acknowledged[]): Promise<Omit<Crash, 'acknowledged'>> {
  const client = new Database({ connectionString: database.adminUrl });
  await client.connect();
  try {
    const texts = await client.query<{ id: string; text: string }>(
      `SELECT amendment_id AS id, standard AS text FROM revision WHERE amendment_id = ANY($1)
       UNION ALL SELECT amendment_id, text FROM comment WHERE amendment_id = ANY($1)`,
      [places.map(({ amendmentId }) => amendmentId)],
    );
    const edits = await client.query<{ id: string; version: number }>(
      'SELECT id, version FROM amendment_edit WHERE id = ANY($1)',
      [places.map(({ editId }) => editId)],
    );
    const kept = new Set(texts.rows.map(({ id, text }) => `${id} ${text}`));
    const versions = new Map(edits.rows.map(({ id, version }) => [id, version]));
    const lost = acknowledged.filter(
      ({ place, text, version }) =>
        !kept.has(`${place.amendmentId} ${text}`) || (version !== null && (versions.get(place.editId) ?? 0) < version),
    );
    for (const place of places) place.version = versions.get(place.editId) ?? 0;
    return { lost, ledger: await verified(client) };
  } finally {
    await client.end();
  }
}

function verified(client: Database): Promise<LedgerReport> {
  const read = async (sql: string, values: readonly unknown[]) =>
    (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  const none = { list: [], verifySignature: () => false, database: '' };
  return verifyDatabase(read, { revisionHash, treeHash }, none);
}

test(`after each of ${CRASHES} crashes everything acknowledged is there and the ledger verifies`, async () => {
  for (let round = 1; round <= CRASHES; round++) {
    const { acknowledged, lost, ledger } = await crash(['save', 'comment']);
    process.stdout.write(`crashes: ${acknowledged} acknowledged, ${ledger.events} events\n`);
    expect({ seed, round, lost }).toEqual({ seed, round, lost: [] });
    expect(ledger).toMatchObject({ ok: true, firstBad: null });
  }
}, 120_000);

const EARLY = `SELECT x.* FROM set_config('synchronous_commit', 'off', true) AS early, unnest(`;

test.each([
  ['whose commands do not wait for the disk', 'comment', /await this\.#flushes\.get\('log'\);/g, ''],
  ['whose saves do not', 'save', /SELECT \* FROM unnest\(/g, EARLY],
] as const)(
  'an API %s is seen to lose what it acknowledged',
  async (_, act, pattern, replacement) => {
    const mutant = makeMutant(pattern, replacement);
    try {
      let lost = 0;
      for (let round = 1; round <= MOST_MUTANT_CRASHES && lost === 0; round++) {
        const found = await crash([act], mutant.compiled);
        lost = found.lost.length;
        process.stdout.write(`crashes: without the wait ${lost} of ${found.acknowledged} lost\n`);
        // What is lost is the end of the log, never a part from its middle.
        expect(found.ledger).toMatchObject({ ok: true, firstBad: null });
      }
      expect(lost).toBeGreaterThan(0);
    } finally {
      mutant.remove();
    }
  },
  120_000,
);
