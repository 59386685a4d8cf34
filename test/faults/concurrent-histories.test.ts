import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { Client } from '../support/client.ts';
import { makeMutant, type Mutant } from '../support/mutant.ts';
import { body } from '../support/work.ts';
import { violations } from './histories/check.ts';
import { play, type Entry, type Seats } from './histories/play.ts';
import { Random } from './histories/random.ts';
import { readRecord } from './histories/record.ts';
import { PEOPLE, makeEditions, type PersonName } from './histories/world.ts';

/** DINGBEN_HISTORY_SEED replays a run; DINGBEN_HISTORIES and DINGBEN_HISTORY_FROM play fewer of it. */
const seed = Number(process.env['DINGBEN_HISTORY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const count = Number(process.env['DINGBEN_HISTORIES'] ?? 1000);
const from = Number(process.env['DINGBEN_HISTORY_FROM'] ?? 0);
/** Histories that are under way at once. */
const WIDTH = 12;
/** Enough for a lost update to be seen in every run that was tried. */
const MUTANT_HISTORIES = 100;
const MOST_MUTANT_HISTORIES = 8 * MUTANT_HISTORIES;
const PASSWORD = 'a-long-test-password';

let database: SeededDatabase;

beforeAll(async () => {
  database = await createSeededDatabase();
});
afterAll(() => database.drop());

interface Played {
  readonly found: readonly string[];
  readonly journals: readonly (readonly Entry[])[];
}

/** Plays histories over two processes of an API, and gives what the model finds wrong with them. */
async function playAll(histories: number, start: number, compiled?: string): Promise<Played> {
  const options = {
    databaseUrl: database.appUrl,
    dataFolder: database.dataFolder,
    env: { DINGBEN_SIGN_IN_LIMIT: '1000' },
  };
  const apis = await Promise.all(
    [0, 1].map(() => bootApi(compiled === undefined ? options : { ...options, compiled })),
  );
  try {
    const { seats, ids } = await seatPeople(apis);
    const randoms = Array.from({ length: histories }, (_, index) => new Random(seed + start + index));
    const editions = await makeEditions(database.adminUrl, ids, randoms);
    const journals = editions.map((): Entry[] => []);
    const waiting = editions
      .map((edition, index) => ({ edition, index, random: randoms[index] ?? new Random(0) }))
      .reverse();
    const player = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        journals[next.index] = await play(next.edition, seats, next.random);
      }
    };
    await Promise.all(Array.from({ length: WIDTH }, player));
    const record = await readRecord(database.adminUrl, editions);
    const found = editions.flatMap((edition, index) =>
      violations(edition, journals[index] ?? [], record).map((what) => `history ${start + index}: ${what}`),
    );
    if (record.ledgerBreaks > 0) found.push(`the ledger breaks ${record.ledgerBreaks} times`);
    return { found, journals };
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
  }
}

/** Makes the people once in each run and signs each of them in; a session is good at both processes. */
async function seatPeople(apis: readonly TestApi[]): Promise<{ seats: Seats; ids: Map<PersonName, string> }> {
  const [first] = apis;
  const account = database.accounts.find(({ role }) => role === 'admin');
  if (first === undefined || account === undefined) throw new Error('nobody can make accounts');
  const admin = await Client.signIn(first.url, account.username, account.password);
  const run = Math.floor(Math.random() * 1e9);
  const people = await Promise.all(
    (Object.keys(PEOPLE) as PersonName[]).map(async (name) => {
      const username = `${name}-${run}`;
      const request = { username, name: username, roles: PEOPLE[name], password: PASSWORD };
      const { id } = body(await admin.post<{ id: string }>('/accounts', request));
      const { cookie } = await Client.signIn(first.url, username, PASSWORD);
      return { name, id, clients: apis.map(({ url }) => new Client(url, cookie)) };
    }),
  );
  return {
    seats: new Map(people.map(({ name, clients }) => [name, clients])),
    ids: new Map(people.map(({ name, id }) => [name, id])),
  };
}

/** How often each act was answered with each status. */
function tally(journals: Played['journals']): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { act, status } of journals.flat()) found[`${act} ${status}`] = (found[`${act} ${status}`] ?? 0) + 1;
  return found;
}

test(`${count} random concurrent histories over two processes agree with the model`, async () => {
  process.stdout.write(`histories: DINGBEN_HISTORY_SEED=${seed}\n`);
  const { found, journals } = await playAll(count, from);
  const counts = tally(journals);
  process.stdout.write(`histories: ${JSON.stringify(counts)}\n`);
  expect({ seed, found: found.slice(0, 20) }).toEqual({ seed, found: [] });
  // Histories in which nothing succeeds, or nobody comes too late, would prove nothing.
  if (count < 100) return;
  for (const one of [
    'save 200',
    'save 412',
    'submit 200',
    'approve 200',
    'merge 200',
    'merge 409',
    'publish 200',
    'publish 412',
  ]) {
    expect(Object.keys(counts)).toContain(one);
  }
}, 600_000);

describe('without the row locks and what is checked under them', () => {
  let mutant: Mutant;

  beforeAll(() => {
    // A save's statement checks the version under its lock; without the one the other is no more than a look beforehand.
    const locks = /\bFOR (NO KEY )?UPDATE( OF \w+(, \w+)*)?( SKIP LOCKED)?\b|AND e\.version = asked\.version\b/g;
    mutant = makeMutant(locks, '', 5);
  });
  afterAll(() => mutant.remove());

  // That they meet is a matter of chance: the first lost update ends the search, and no more histories than this are searched.
  test('the same histories are seen to break the model', async () => {
    let lost: string[] = [];
    for (let at = 0; lost.length === 0 && at < MOST_MUTANT_HISTORIES; at += MUTANT_HISTORIES) {
      const { found } = await playAll(MUTANT_HISTORIES, from + at, mutant.compiled);
      lost = found.filter((what) => what.includes('having seen'));
    }
    expect(lost).not.toEqual([]);
  }, 300_000);
});
