/**
 * What the benchmarks run on: one PostgreSQL with production settings, the built API (once with a large pool, once with
 * a small one), the hand-written server, and three standards with an edition and a draft of each: the real one, and ones
 * of 1,000 and 10,000 entries made from it. 5 % of each draft's entries were changed through the API.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { read, type KnownHeading } from '@dingben/reader';
import type { Outline, Provisions } from '@dingben/outline';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { Client } from '../support/client.ts';
import { startTestServer } from '../support/test-server.ts';
import { carryThrough, editions, fork, type EditionBody } from '../support/work.ts';
import { enlarge } from './large-standard.ts';
import { amendRounds, listEntries, openSavePlaces, type SavePlace } from './drafts.ts';

export type { SavePlace } from './drafts.ts';

/** A standard with the edition that was imported and the draft that 5 % of its entries were changed in. */
export interface BenchStandard {
  readonly entries: number;
  readonly importedId: string;
  readonly editionId: string;
  readonly services: readonly string[];
  /** The amended entries' texts before and after the last round. */
  readonly changed: readonly { readonly before: Provisions; readonly after: Provisions }[];
  /** Commits that each differ from the imported edition in the same 5 % of entries, with other texts. */
  readonly commits: readonly string[];
}

export interface World {
  readonly seconds: number;
  readonly rounds: number;
  readonly seeded: SeededDatabase;
  readonly apiUrl: string;
  readonly crowdedUrl: string;
  readonly baselineUrl: string;
  readonly editor: Client;
  readonly reviewer: Client;
  readonly publisher: Client;
  readonly standard: BenchStandard;
  readonly thousand: BenchStandard;
  readonly tenThousand: BenchStandard;
  readonly history: { readonly editionId: string; readonly serviceId: string };
  readonly savePlaces: readonly SavePlace[];
  readonly baselineRows: readonly string[];
  readonly database: pg.Pool;
  readonly apiPid: number;
  close(): Promise<void>;
}

const SEED = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
const ROUNDS_OF_HISTORY = 20;
/** Each round makes a commit to compare: enough of them for a median that the first, of cold code and no outline, does not move. */
const ROUNDS_OF_LARGE = 5;

/** Ends what was started so far, the latest first, also when the making of the world fails half-way. */
type OnClose = (end: () => Promise<unknown>) => void;

export async function makeWorld(options: { seconds: number; rounds: number }): Promise<World> {
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of ends.reverse()) await end();
  };
  try {
    return { ...options, ...(await makeParts((end) => ends.push(end))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeParts(onClose: OnClose): Promise<Omit<World, 'seconds' | 'rounds' | 'close'>> {
  const server = await startTestServer();
  onClose(() => server.stop());
  process.env['DINGBEN_TEST_SERVER'] = JSON.stringify(server.access);
  const seeded = await createSeededDatabase();
  const api = await startApi(seeded, '20', onClose);
  const crowded = await startApi(seeded, '10', onClose);
  const baseline = await startBaseline(seeded.ownerUrl, onClose);
  const database = new pg.Pool({ connectionString: seeded.adminUrl, max: 2 });
  onClose(() => database.end());
  const people = await signInAll(api, seeded);
  const standards = await makeStandards(seeded, database, people);
  return {
    ...people,
    ...standards,
    seeded,
    apiUrl: api.url,
    crowdedUrl: crowded.url,
    baselineUrl: baseline,
    history: { editionId: standards.standard.editionId, serviceId: await mostRevised(database) },
    savePlaces: await openSavePlaces(people.editor, standards.standard.editionId, 20),
    baselineRows: await makeBaselineRows(database, 20),
    database,
    apiPid: api.pid,
  };
}

async function startApi(seeded: SeededDatabase, pool: string, onClose: OnClose): Promise<TestApi> {
  const env = { DINGBEN_SIGN_IN_LIMIT: '1000000', DINGBEN_POOL: pool };
  const api = await bootApi({ databaseUrl: seeded.appUrl, dataFolder: seeded.dataFolder, env });
  onClose(() => api.stop());
  return api;
}

interface People {
  readonly editor: Client;
  readonly reviewer: Client;
  readonly publisher: Client;
}

async function signInAll(api: TestApi, seeded: SeededDatabase): Promise<People> {
  const signIn = (username: string) => {
    const account = seeded.accounts.find((candidate) => candidate.username === username);
    return Client.signIn(api.url, username, account?.password ?? '');
  };
  return { editor: await signIn('editor'), reviewer: await signIn('reviewer'), publisher: await signIn('publisher') };
}

async function makeStandards(seeded: SeededDatabase, database: pg.Pool, people: People) {
  const text = readFileSync(`${SEED}.txt`, 'utf8');
  const { headings } = JSON.parse(readFileSync(`${SEED}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
  const outline = read(text, { knownHeadings: headings });
  const [bundled] = await editions(people.editor);
  if (bundled === undefined) throw new Error('the bundled edition is missing');
  const large = async (leaves: number) =>
    amended(people, await importLarge(seeded, database, people.editor, outline, leaves), ROUNDS_OF_LARGE);
  return {
    standard: await amended(people, bundled, ROUNDS_OF_HISTORY),
    thousand: await large(1_000),
    tenThousand: await large(10_000),
  };
}

async function amended(people: People, base: EditionBody, rounds: number): Promise<BenchStandard> {
  const draft = await fork(people.editor, base.id, `${base.label}修订`);
  const entries = await listEntries(people.editor, draft.id);
  const carry = (amendmentId: string) => carryThrough(people.editor, people.reviewer, amendmentId);
  const { changed, commits } = await amendRounds({
    editor: people.editor,
    editionId: draft.id,
    entries,
    rounds,
    carry,
  });
  process.stdout.write(`  ${base.label}: ${entries.length} entries, ${changed.length} changed ${rounds} times\n`);
  const services = entries.map((entry) => entry.serviceId);
  return { entries: entries.length, importedId: base.id, editionId: draft.id, services, changed, commits };
}

async function importLarge(
  seeded: SeededDatabase,
  database: pg.Pool,
  editor: Client,
  outline: Outline,
  leaves: number,
): Promise<EditionBody> {
  const file = join(mkdtempSync(join(tmpdir(), 'dingben-bench-')), `${leaves}.json`);
  writeFileSync(file, JSON.stringify(enlarge(outline, leaves)));
  const env = { ...process.env, DATABASE_URL: seeded.appUrl, DINGBEN_DATA: seeded.dataFolder };
  const printed = execFileSync(process.execPath, ['apps/api/dist/imports/main.js', file, `bench-${leaves}`], { env });
  const { editionId } = JSON.parse(printed.toString()) as { editionId: string };
  // What autovacuum does within a minute of a large import; nobody waits for it here.
  await database.query('ANALYZE');
  const edition = (await editions(editor)).find((candidate) => candidate.id === editionId);
  if (edition === undefined) throw new Error(`the edition of ${leaves} entries is missing`);
  return edition;
}

async function startBaseline(databaseUrl: string, onClose: OnClose): Promise<string> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DINGBEN_POOL: '20' };
  const child = spawn(process.execPath, ['test/bench/baseline.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onClose(() => Promise.resolve(child.kill()));
  const line = await new Promise<string>((done) =>
    child.stdout.once('data', (chunk: Buffer) => {
      done(chunk.toString());
    }),
  );
  return (JSON.parse(line) as { url: string }).url;
}

async function makeBaselineRows(database: pg.Pool, count: number): Promise<string[]> {
  await database.query(`CREATE SCHEMA bench;
    CREATE TABLE bench.entry (id uuid PRIMARY KEY, text text NOT NULL, version int NOT NULL DEFAULT 1);
    CREATE TABLE bench.revision (id uuid PRIMARY KEY, entry_id uuid NOT NULL REFERENCES bench.entry (id), text text NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
    CREATE INDEX ON bench.revision (entry_id, created_at);
    GRANT USAGE ON SCHEMA bench TO PUBLIC; GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA bench TO PUBLIC`);
  const rows = await database.query<{ id: string }>(
    `INSERT INTO bench.entry (id, text) SELECT gen_random_uuid(), '' FROM generate_series(1, $1) RETURNING id`,
    [count],
  );
  return rows.rows.map((row) => row.id);
}

async function mostRevised(database: pg.Pool): Promise<string> {
  const rows = await database.query<{ service_id: string }>(
    'SELECT service_id FROM revision GROUP BY service_id ORDER BY count(*) DESC LIMIT 1',
  );
  return rows.rows[0]?.service_id ?? '';
}
