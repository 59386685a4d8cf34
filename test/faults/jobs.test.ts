import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { JobWorker } from '../support/job-worker.ts';

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await createDatabase();
  owner = new Client({ connectionString: database.adminUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

interface Row {
  readonly state: string;
  readonly attempt: number;
  readonly done: number;
  readonly total: number | null;
  readonly step: string | null;
  readonly result: { readonly pid?: number; readonly counted?: number } | null;
  readonly problem: { readonly code: string; readonly params?: unknown } | null;
}

async function row(id: string): Promise<Row> {
  const { rows } = await owner.query<Row>('SELECT * FROM job WHERE id = $1', [id]);
  if (rows[0] === undefined) throw new Error(`There is no job ${id}.`);
  return rows[0];
}

async function until(id: string, wanted: (job: Row) => boolean, withinMs = 5_000): Promise<Row> {
  const end = Date.now() + withinMs;
  for (;;) {
    const job = await row(id);
    if (wanted(job)) return job;
    if (Date.now() > end) throw new Error(`Still ${JSON.stringify(job)} after ${withinMs} ms.`);
    await wait(50);
  }
}

const ended = ({ state }: Row): boolean => state !== 'queued' && state !== 'running';

async function events(id: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM event WHERE subject_id = $1 AND action = 'test.recorded'`,
    [id],
  );
  return rows[0]?.count ?? -1;
}

async function two(env: Readonly<Record<string, string>> = {}): Promise<[JobWorker, JobWorker]> {
  const [first, second] = [new JobWorker(database.appUrl, env), new JobWorker(database.appUrl, env)];
  return [await first.ready(), await second.ready()];
}

describe('two processes', () => {
  test('share forty jobs, and each is done once', async () => {
    const workers = await two();
    const ids = [];
    for (let at = 0; at < 40; at++) {
      const worker = at % 2 === 0 ? workers[0] : workers[1];
      ids.push(await worker.start({ kind: 'test.record', input: { steps: 2, pauseMs: 10 } }));
    }
    const jobs = [];
    for (const id of ids) jobs.push(await until(id, ended, 20_000));
    expect(new Set(jobs.map(({ state, attempt }) => `${state} ${attempt}`))).toEqual(new Set(['done 1']));
    expect(new Set(jobs.map(({ result }) => result?.pid))).toEqual(new Set(workers.map(({ pid }) => pid)));
    for (const id of ids) expect(await events(id)).toBe(1);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  test('have one job under way for one key, and another after it has ended', async () => {
    const workers = await two();
    const order = { kind: 'test.count', key: 'edition-1', input: { steps: 10, pauseMs: 50 } } as const;
    const [first, second] = await Promise.all(workers.map((worker) => worker.start(order)));
    expect(second).toBe(first);
    await until(first ?? '', ended);
    expect(await workers[0].start(order)).not.toBe(first);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  test('take over from one that is killed, and its effect happens once', async () => {
    const workers = await two({ DINGBEN_JOBS: '1' });
    const id = await workers[0].start({ kind: 'test.record', input: { steps: 40, pauseMs: 50 } });
    const running = await until(id, ({ state, done }) => state === 'running' && done > 2);
    expect(running).toMatchObject({ step: 'counting', total: 40, attempt: 1 });
    const killed = await holderOf(workers, id);
    await killed.stop('SIGKILL');
    const done = await until(id, ended, 20_000);
    expect(done).toMatchObject({ state: 'done', attempt: 2 });
    expect(done.result?.pid).not.toBe(killed.pid);
    expect(await events(id)).toBe(1);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  test('one that was stopped for longer than its lease does not do again what the other did', async () => {
    const workers = await two({ DINGBEN_JOBS: '1' });
    const id = await workers[0].start({ kind: 'test.record', input: { steps: 20, pauseMs: 50 } });
    await until(id, ({ state }) => state === 'running');
    const stopped = await holderOf(workers, id);
    stopped.signal('SIGSTOP');
    const done = await until(id, ended, 20_000);
    expect(done.result?.pid).not.toBe(stopped.pid);
    stopped.signal('SIGCONT');
    await wait(2_500);
    expect(await row(id)).toMatchObject({ state: 'done', attempt: 2, result: done.result });
    expect(await events(id)).toBe(1);
    await Promise.all(workers.map((worker) => worker.stop()));
  });
});

describe('one process', () => {
  test('that is told to end gives its job back at once, and the attempt does not count', async () => {
    const worker = await new JobWorker(database.appUrl).ready();
    const id = await worker.start({ kind: 'test.count', input: { steps: 200, pauseMs: 50 } });
    await until(id, ({ state }) => state === 'running');
    await worker.stop();
    expect(await row(id)).toMatchObject({ state: 'queued', attempt: 0 });
    await owner.query(`UPDATE job SET input = '{"steps": 2, "pauseMs": 10}' WHERE id = $1`, [id]);
    const next = await new JobWorker(database.appUrl).ready();
    expect(await until(id, ended)).toMatchObject({ state: 'done', attempt: 1, done: 2, result: { counted: 2 } });
    await next.stop();
  });

  test('says of a work that refuses why, and of one that fails that it failed', async () => {
    const worker = await new JobWorker(database.appUrl).ready();
    const refused = await until(await worker.start({ kind: 'test.fail', input: { how: 'refuse' } }), ended);
    const failed = await until(await worker.start({ kind: 'test.fail', input: { how: 'throw' } }), ended);
    expect(refused).toMatchObject({ state: 'failed', problem: { code: 'test.refused', params: { why: 'asked to' } } });
    expect(failed).toMatchObject({ state: 'failed', attempt: 1, problem: { code: 'job.failed' } });
    await worker.stop();
  });

  test('fails a job that too many processes died under', async () => {
    const { rows } = await owner.query<{ id: string }>(
      `INSERT INTO job (kind, input, state, attempt, most_attempts, worker, lease_until, started_at)
       VALUES ('test.count', '{"steps":1,"pauseMs":1}', 'running', 3, 3, uuidv7(), now() - interval '1 second', now()) RETURNING id`,
    );
    const worker = await new JobWorker(database.appUrl).ready();
    const job = await until(rows[0]?.id ?? '', ended);
    expect(job).toMatchObject({ state: 'failed', attempt: 3, problem: { code: 'job.abandoned' } });
    await worker.stop();
  });
});

async function holderOf(workers: readonly JobWorker[], id: string): Promise<JobWorker> {
  const { rows } = await owner.query<{ worker: string }>('SELECT worker FROM job WHERE id = $1', [id]);
  const holder = workers.find(({ name }) => name === rows[0]?.worker);
  if (holder === undefined) throw new Error('Nobody has the job.');
  return holder;
}
