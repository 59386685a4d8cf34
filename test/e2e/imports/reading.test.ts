import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { SMALL, docxOf } from '../../support/documents.ts';
import { body, uploaded, readImport, type ImportBody, type Understanding } from '../../support/imports.ts';

const MEGABYTE = 1024 * 1024;

let api: SeededApi;
let editor: Client;

beforeAll(async () => {
  api = await bootSeededApi();
  const { username, password } = api.account('editor');
  editor = await Client.signIn(api.url, username, password);
});
afterAll(() => api.stop());
afterEach(async () => {
  const { items } = body(await editor.get<{ items: ImportBody[] }>('/imports?perPage=100'));
  for (const { id } of items) await editor.delete(`/imports/${id}`);
});

const ole = (stream: string): Uint8Array => {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(stream, 'utf16le'), 1024);
  return bytes;
};
const PARAGRAPH = '<w:p><w:r><w:t>字</w:t></w:r></w:p>';
const DOCTYPE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

describe('a document that must not be read', () => {
  const whole = docxOf(PARAGRAPH.repeat(500));

  test.each<[string, string, Uint8Array, string]>([
    [
      'a zip bomb',
      'bomb.docx',
      docxOf(`<w:p><w:r><w:t>${' '.repeat(25 * MEGABYTE)}</w:t></w:r></w:p>`),
      'document.zip-bomb',
    ],
    ['an external entity', 'xxe.docx', docxOf('<w:p><w:r><w:t>&e;</w:t></w:r></w:p>', {}, DOCTYPE), 'document.doctype'],
    ['a password', 'locked.docx', ole('EncryptedPackage'), 'document.encrypted'],
    ['an old .doc under another name', 'renamed.docx', ole('WordDocument'), 'document.old-word'],
    ['half of a file', 'half.docx', whole.slice(0, whole.length / 2), 'document.truncated'],
    ['no byte', 'nothing.txt', new Uint8Array(), 'document.empty'],
    ['600 parts', 'parts.docx', docxOf(PARAGRAPH, manyParts(600)), 'document.too-many-parts'],
    ['500,000 paragraphs', 'wide.docx', docxOf('<w:p/>'.repeat(500_000)), 'document.too-complex'],
    ['a JSON of another shape', 'other.json', strToU8('{"schema":"other"}'), 'document.json-shape'],
  ])('%s is refused with its reason, and the API goes on answering', async (_, name, bytes, code) => {
    const { id } = await uploaded(editor, name, bytes);
    const health = answering();
    const refused = await readImport(editor, id);
    expect(refused).toMatchObject({ state: 'refused', problem: { code } });
    expect((await health()).slowest).toBeLessThan(1_000);
    expect((await editor.get(`/imports/${id}/understanding`)).body).toMatchObject({ code: 'import.not-now' });
    expect((await editor.delete(`/imports/${id}`)).status).toBe(204);
  });
});

describe('a document that takes seconds to read', () => {
  // A small file with many pieces: some seconds, and some hundred megabytes.
  const heavy = docxOf(`<w:p>${'<w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r>'.repeat(25_000)}</w:p>`);

  test('is read beside the API, which stays small and answers', async () => {
    const before = memoryOf(api.pid);
    const health = answering();
    const ids = await Promise.all([1, 2, 3].map(async (n) => (await uploaded(editor, `heavy${n}.docx`, heavy)).id));
    for (const id of ids) expect(await readImport(editor, id)).toMatchObject({ state: 'read' });
    expect((await health()).slowest).toBeLessThan(1_500);
    expect(memoryOf(api.pid) - before).toBeLessThan(120);
  }, 60_000);

  test('is refused where its process is killed, and the next one is read', async () => {
    const { id } = await uploaded(editor, 'heavy.docx', heavy);
    const pid = await readingProcess();
    process.kill(pid, 'SIGKILL');
    expect(await readImport(editor, id)).toMatchObject({ state: 'refused', problem: { code: 'document.too-heavy' } });
    const next = await uploaded(editor, 'small.txt', strToU8(SMALL));
    expect(await readImport(editor, next.id)).toMatchObject({ state: 'read' });
  }, 30_000);

  test('is read no further when it is discarded', async () => {
    const { id } = await uploaded(editor, 'heavy.docx', heavy);
    const pid = await readingProcess();
    expect((await editor.delete(`/imports/${id}`)).status).toBe(204);
    for (let tries = 0; tries < 40 && existsSync(`/proc/${pid}`); tries++) await wait(50);
    expect(existsSync(`/proc/${pid}`)).toBe(false);
  }, 30_000);

  test('has no environment to tell of', async () => {
    const { id } = await uploaded(editor, 'heavy.docx', heavy);
    const pid = await readingProcess();
    const [environment, command] = [readFileSync(`/proc/${pid}/environ`), readFileSync(`/proc/${pid}/cmdline`, 'utf8')];
    expect(environment).toHaveLength(0);
    expect(command.split('\0')).toEqual(expect.arrayContaining(['--max-old-space-size=256', '--permission']));
    await editor.delete(`/imports/${id}`);
  }, 30_000);
});

describe('the file itself', () => {
  const send = (bytes: Uint8Array | undefined, headers: Record<string, string> = {}, query = '?name=a.txt') =>
    fetch(`${api.url}/api/imports${query}`, {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: editor.cookie ?? '',
        'content-type': 'application/octet-stream',
        ...headers,
      },
      ...(bytes === undefined ? {} : { body: Buffer.from(bytes) }),
    });

  test('of more than 10 MiB is refused at once', async () => {
    const started = Date.now();
    const answer = await send(new Uint8Array(11 * MEGABYTE)).catch((error: unknown) => error);
    // The server may close the line before the client has sent everything.
    if (answer instanceof Response) expect(answer.status).toBe(413);
    expect(Date.now() - started).toBeLessThan(2_000);
    expect((await editor.get<{ total: number }>('/imports')).body.total).toBe(0);
  });

  test('of unknown length is counted while it comes', async () => {
    const chunk = Buffer.alloc(MEGABYTE, 'x');
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(chunk);
      },
    });
    const answer = await fetch(`${api.url}/api/imports?name=a.txt`, {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: editor.cookie ?? '',
        'content-type': 'application/octet-stream',
      },
      body: stream,
      duplex: 'half',
    }).catch((error: unknown) => error);
    if (answer instanceof Response) expect(answer.status).toBe(413);
    expect((await editor.get('/session')).status).toBe(200);
  });

  test.each([
    ['JSON', { 'content-type': 'application/json' }, '?name=a.txt', 400],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, '?name=a.txt', 415],
    ['no name', {}, '', 400],
    ['an empty name', {}, '?name=', 400],
    ['a forbidden character in the name', {}, '?name=a%00.txt', 422],
    ['another key in the query', {}, '?name=a.txt&owner=1', 400],
  ])('as %s is a bad request', async (_, headers, query, status) => {
    const answer = await send(strToU8(SMALL), headers, query);
    expect(answer.status).toBe(status);
  });

  test('may be sent to no other route', async () => {
    const answer = await fetch(`${api.url}/api/amendments`, {
      method: 'POST',
      headers: {
        'sec-fetch-site': 'same-origin',
        cookie: editor.cookie ?? '',
        'content-type': 'application/octet-stream',
      },
      body: 'x',
    });
    expect(answer.status).toBe(415);
  });

  test('that is sent twice under one key is taken once, and another under the same key is refused', async () => {
    const key = { 'idempotency-key': 'the-same-key' };
    const [first, second] = [await send(strToU8(SMALL), key), await send(strToU8(SMALL), key)];
    const [one, two] = [(await first.json()) as ImportBody, (await second.json()) as ImportBody];
    expect(two.id).toBe(one.id);
    expect((await send(strToU8(`${SMALL}x`), key)).status).toBe(422);
    expect((await editor.get<{ total: number }>('/imports')).body.total).toBe(1);
  });

  test('belongs to who uploaded it', async () => {
    const { id } = await uploaded(editor, 'a.txt', strToU8(SMALL));
    const { username, password } = api.account('reviewer');
    const reviewer = await Client.signIn(api.url, username, password);
    expect((await reviewer.get(`/imports/${id}`)).status).toBe(403);
    await editor.delete(`/imports/${id}`);
    expect((await editor.get(`/imports/${id}`)).body).toMatchObject({ code: 'import.not-found' });
  });

  test('of one person waits with at most nineteen others', async () => {
    const ids = [];
    for (let n = 0; n < 20; n++) ids.push((await uploaded(editor, `${n}.txt`, strToU8(SMALL))).id);
    expect((await send(strToU8(SMALL))).status).toBe(409);
  });
});

describe('a text whose bytes do not prove their encoding', () => {
  test('shows how it begins in each, and is read again as a person says', async () => {
    const bytes = readFileSync('test/fixtures/documents/ok/gb18030.txt');
    const { id } = await uploaded(editor, 'gb.txt', bytes);
    const read = await readImport(editor, id);
    const before = body(await editor.get<Understanding>(`/imports/${id}/understanding`));
    expect(before).toMatchObject({ form: 'txt', encoding: 'gb18030', encodingCertain: false });
    const shown = before.previews.filter(({ text }) => text !== null).map(({ encoding }) => encoding);
    expect(shown).toContain('gb18030');
    expect(shown).not.toContain('utf-8');
    const wrong = await editor.put<ImportBody>(`/imports/${id}/encoding`, { encoding: 'utf-8' }, read.version);
    expect(await readImport(editor, id)).toMatchObject({
      state: 'refused',
      problem: { code: 'document.encoding-unknown' },
    });
    await editor.put(`/imports/${id}/encoding`, { encoding: 'gb18030' }, wrong.version ?? 0);
    await readImport(editor, id);
    const after = body(await editor.get<Understanding>(`/imports/${id}/understanding`));
    expect(after).toMatchObject({ encoding: 'gb18030', encodingCertain: true, outline: before.outline });
  });
});

function manyParts(count: number): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`word/media/${at}.bin`, new Uint8Array(1)]));
}

/** Asks for the session until told to stop; the slowest answer in milliseconds. */
function answering(): () => Promise<{ slowest: number; count: number }> {
  const stop = new AbortController();
  let [slowest, count] = [0, 0];
  const asking = (async () => {
    while (!stop.signal.aborted) {
      const started = performance.now();
      expect((await editor.get('/session')).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - started);
      count++;
      await wait(20);
    }
  })();
  return async () => {
    stop.abort();
    await asking;
    return { slowest, count };
  };
}

/** The process that the API has started to read a document. */
async function readingProcess(): Promise<number> {
  for (let tries = 0; tries < 400; tries++) {
    const children = readFileSync(`/proc/${api.pid}/task/${api.pid}/children`, 'utf8').trim().split(' ');
    const pid = children.map(Number).find((child) => child > 0);
    // Between fork and exec it is still a copy of the API.
    if (pid !== undefined && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading.process')) return pid;
    await wait(10);
  }
  throw new Error('The API has started no process.');
}

/** Resident megabytes of a process. */
function memoryOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(line) / 1024;
}
