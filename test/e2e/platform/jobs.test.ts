import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client as Database } from 'pg';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { JobWorker } from '../../support/job-worker.ts';

interface JobBody {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly cancelRequested: boolean;
  readonly progress: { readonly step: string | null; readonly done: number; readonly total: number | null };
  readonly result: unknown;
  readonly problem: { readonly code: string; readonly params: unknown } | null;
  readonly askedBy: { readonly name: string } | null;
}

let api: SeededApi;
let worker: JobWorker;
let editor: Client;
let reviewer: Client;
let auditor: Client;
let editorId: string;

beforeAll(async () => {
  // The service itself knows other kinds; this worker has those of a test, and one hand.
  api = await bootSeededApi();
  worker = await new JobWorker(api.database.appUrl, { DINGBEN_JOBS: '1' }).ready();
  const signIn = (role: string) => {
    const { username, password } = api.account(role);
    return Client.signIn(api.url, username, password);
  };
  [editor, reviewer, auditor] = [await signIn('editor'), await signIn('reviewer'), await signIn('auditor')];
  editorId = (await editor.get<{ id: string }>('/session')).body.id;
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
});

function start(steps: number, askedById: string | null = editorId): Promise<string> {
  return worker.start({ kind: 'test.count', askedById, input: { steps, pauseMs: 50 } });
}

async function read(id: string, client = editor): Promise<JobBody> {
  return (await client.get<JobBody>(`/jobs/${id}`)).body;
}

/** Live events of a job until it has ended. */
async function hear(id: string, cookie: string): Promise<string[]> {
  const response = await fetch(`${api.url}/api/events`, { headers: { cookie } });
  const actions: string[] = [];
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    for (const [, json = ''] of decoder.decode(chunk as Uint8Array, { stream: true }).matchAll(/data: (.*)/g)) {
      const change = JSON.parse(json) as { subjectId: string; action: string };
      if (change.subjectId === id) actions.push(change.action);
    }
    if (actions.includes('job.ended')) break;
  }
  return actions;
}

describe('a job', () => {
  test('says where it stands, and its end is told to who listens', async () => {
    await start(10);
    const id = await start(30);
    expect(await read(id)).toMatchObject({ state: 'queued', kind: 'test.count', result: null, problem: null });
    const actions = await hear(id, editor.cookie ?? '');
    expect(actions.slice(0, 2)).toEqual(['job.started', 'job.progressed']);
    expect(actions.at(-1)).toBe('job.ended');
    expect(await read(id)).toMatchObject({
      state: 'done',
      progress: { step: 'counting', done: 30, total: 30 },
      result: { counted: 30 },
      askedBy: { id: editorId },
    });
  });

  test('is seen by who asked for it and by the auditor, and by nobody else', async () => {
    const id = await start(1);
    expect((await reviewer.get(`/jobs/${id}`)).body).toMatchObject({ code: 'job.not-found' });
    expect(await read(id, auditor)).toMatchObject({ id });
    const { body } = await reviewer.get<{ total: number }>('/jobs');
    expect(body.total).toBe(0);
    expect((await editor.get<{ items: JobBody[] }>('/jobs?perPage=1')).body.items[0]).toMatchObject({ id });
    expect((await auditor.get<{ total: number }>('/jobs?kind=test.count&state=failed')).body.total).toBe(0);
  });

  test('that the service asked itself belongs to nobody', async () => {
    const id = await start(1, null);
    expect((await editor.get(`/jobs/${id}`)).status).toBe(404);
    expect(await read(id, auditor)).toMatchObject({ id, askedBy: null });
  });
});

describe('cancelling', () => {
  test('a job that runs stops it', async () => {
    const id = await start(400);
    await until(id, 'running');
    expect((await editor.delete<JobBody>(`/jobs/${id}`)).body).toMatchObject({
      state: 'running',
      cancelRequested: true,
    });
    expect(await until(id, 'cancelled')).toMatchObject({ result: null, problem: null });
  });

  test('a job that waits ends it at once', async () => {
    const running = await start(400);
    await until(running, 'running');
    const waiting = await start(400);
    expect((await editor.delete<JobBody>(`/jobs/${waiting}`)).body).toMatchObject({ state: 'cancelled' });
    expect((await editor.delete(`/jobs/${waiting}`)).body).toMatchObject({ code: 'job.ended' });
    await editor.delete(`/jobs/${running}`);
    await until(running, 'cancelled');
  });

  test('is for who asked alone', async () => {
    const id = await start(400);
    for (const other of [reviewer, auditor]) expect((await other.delete(`/jobs/${id}`)).status).toBe(404);
    await editor.delete(`/jobs/${id}`);
    await until(id, 'cancelled');
  });
});

test.each(['/jobs?state=lost', '/jobs?kind=a', '/jobs?kind=a.b%20', '/jobs?other=1', '/jobs/1'])(
  '%s is a bad request',
  async (path) => {
    expect(await editor.get(path)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  },
);

test('the role of the service can neither make nor change the table of jobs', async () => {
  const app = new Database({ connectionString: api.database.appUrl });
  await app.connect();
  await expect(app.query('ALTER TABLE job ADD COLUMN more text')).rejects.toThrow('must be owner');
  await app.end();
});

async function until(id: string, state: string): Promise<JobBody> {
  for (let tries = 0; tries < 200; tries++) {
    const job = await read(id);
    if (job.state === state) return job;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`The job is ${(await read(id)).state}, not ${state}.`);
}
