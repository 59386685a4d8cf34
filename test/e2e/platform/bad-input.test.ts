import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client, type Answer } from '../../support/client.ts';

let api: SeededApi;
let admin: Client;
let editor: Client;

beforeAll(async () => {
  api = await bootSeededApi();
  const [one, two] = [api.account('admin'), api.account('editor')];
  admin = await Client.signIn(api.url, one.username, one.password);
  editor = await Client.signIn(api.url, two.username, two.password);
});
afterAll(() => api.stop());

/** A body as it is, well-formed or not. */
async function raw(
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; code: string }> {
  const response = await fetch(`${api.url}/api/accounts`, {
    method: 'POST',
    headers: { cookie: admin.cookie ?? '', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, code: ((await response.json()) as { code: string }).code };
}

const account = { username: 'somebody', name: '某人', roles: ['editor'], password: 'a long enough password' };

function create(change: Record<string, unknown>): Promise<Answer<{ code: string; errors: Record<string, unknown> }>> {
  return admin.send('POST', '/accounts', { body: { ...account, ...change }, key: null });
}

describe('a field of a body', () => {
  test.each([
    ['username', undefined, { code: 'field.missing' }],
    ['username', null, { code: 'field.format' }],
    ['username', { not: '' }, { code: 'field.format' }],
    ['username', 'Üser', { code: 'field.format' }],
    ['name', { contains: '' }, { code: 'field.type', params: { type: 'string' } }],
    ['name', ['甲'], { code: 'field.type', params: { type: 'string' } }],
    ['name', 7, { code: 'field.type', params: { type: 'string' } }],
    ['name', '', { code: 'field.too-short', params: { min: 1 } }],
    ['name', ' '.repeat(5), { code: 'field.too-short', params: { min: 1 } }],
    ['name', '长'.repeat(61), { code: 'field.too-long', params: { max: 60 } }],
    ['password', 'short', { code: 'field.too-short', params: { min: 12 } }],
    ['roles', 'editor', { code: 'field.type' }],
    ['roles', ['editor', 'root'], { code: 'field.not-allowed' }],
    ['roles', [{ in: [] }], { code: 'field.not-allowed' }],
    ['id', 'x', { code: 'field.unknown' }],
    ['version', 1, { code: 'field.unknown' }],
    ['active', true, { code: 'field.unknown' }],
    ['passwordHash', 'x', { code: 'field.unknown' }],
    ['constructor', {}, { code: 'field.unknown' }],
    ['OR', [], { code: 'field.unknown' }],
  ])('%s as %j is refused by name', async (field, value, problem) => {
    const answer = await create({ [field]: value });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body.errors).toEqual({ [field]: problem });
  });

  test.each([
    ['zero-width space', '甲\u200b乙', { offset: 1, codePoint: 'U+200B' }],
    ['right-to-left override', '\u202e甲', { offset: 0, codePoint: 'U+202E' }],
    ['NUL', '甲\u0000', { offset: 1, codePoint: 'U+0000' }],
    ['lone surrogate', '甲\ud800', { offset: 1, codePoint: 'U+D800' }],
    ['replacement character', '\ufffd', { offset: 0, codePoint: 'U+FFFD' }],
    ['tag', '𠀀\u{e0041}', { offset: 2, codePoint: 'U+E0041' }],
  ])('with a %s is 422 with its place', async (_, name, params) => {
    const answer = await create({ name });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { name: { code: 'field.forbidden-code-point', params } } },
    });
  });

  test('keeps every character that is allowed', async () => {
    const name = ' ①㈱林\u{2f800}𠀀é '.normalize('NFD');
    const answer = await admin.send('POST', '/accounts', { body: { ...account, username: 'exact', name }, key: null });
    expect(answer).toMatchObject({ status: 201, body: { name } });
  });
});

describe('a body', () => {
  test.each([
    ['no JSON', '{"username":', 400],
    ['an empty body', '', 400],
    ['null', 'null', 400],
    ['a list', '[]', 400],
    ['a text', '"x"', 400],
    ['a number', '1e400', 400],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
    ['deep objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 400],
    ['__proto__', '{"__proto__":{"roles":["admin"]}}', 400],
    ['100,000 keys', `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',')}}`, 400],
    ['more than a megabyte', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413],
  ])('that is %s is refused', async (_, body, status) => {
    expect(await raw(body)).toEqual({ status, code: status === 413 ? 'request.too-large' : 'request.invalid' });
  });

  test('that is not UTF-8 is refused, not repaired', async () => {
    const body = Buffer.concat([Buffer.from('{"username":"x","name":"'), Buffer.from([0xb1, 0xb1]), Buffer.from('"}')]);
    expect(await raw(body)).toEqual({ status: 400, code: 'request.invalid' });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'nonsense',
  ])('of type %s is 415', async (type) => {
    expect(await raw('{}', { 'content-type': type })).toEqual({ status: 415, code: 'request.media-type' });
  });
});

describe('a query', () => {
  test.each([
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1e3', 'page'],
    ['page=1.5', 'page'],
    ['page=', 'page'],
    ['page=1&page=2', 'page'],
    ['page=99999999999', 'page'],
    ['page[gt]=1', 'page[gt]'],
    ['perPage=0', 'perPage'],
    ['perPage=101', 'perPage'],
    ['order=up', 'order'],
    ['sort=passwordHash', 'sort'],
    ['sort=name;drop', 'sort'],
    ['active=yes', 'active'],
    ['role=root', 'role'],
    ['role[]=admin', 'role[]'],
    ['q=%00', 'q'],
    ['q=a&q=b', 'q'],
    ['where=1', 'where'],
    ['include=sessions', 'include'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ])('%s is refused by name', async (query, field) => {
    const answer = await admin.get<{ code: string; errors: Record<string, unknown> }>(`/accounts?${query}`);
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.code).toBe('request.invalid');
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });

  test.each(["'", '"', '%', '_', '\\', "'; DROP TABLE account; --", '&|!()', '中'.repeat(100)])(
    'text %j is searched for as it is',
    async (q) => {
      expect(await admin.get(`/accounts?q=${encodeURIComponent(q)}`)).toMatchObject({
        status: 200,
        body: { items: [], total: 0 },
      });
    },
  );

  test('of a route that reads none is refused', async () => {
    expect(await admin.get('/session?full=1')).toMatchObject({
      status: 400,
      body: { errors: { full: { code: 'field.unknown' } } },
    });
  });
});

describe('an id', () => {
  test.each(['1', '-1', '2147483648', 'null', '%20', 'x'.repeat(90), '%00', '..%2f..', "'"])(
    '%s is 400',
    async (id) => {
      expect(await admin.get(`/accounts/${id}`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    },
  );

  test('of nothing is 404, and in capitals is the same id', async () => {
    expect(await admin.get('/accounts/00000000-0000-4000-8000-000000000000')).toMatchObject({
      status: 404,
      body: { code: 'account.not-found' },
    });
    const { id } = (await admin.get<{ id: string }>('/session')).body;
    expect((await admin.get(`/accounts/${id.toUpperCase()}`)).status).toBe(200);
  });
});

describe('a header', () => {
  test.each(['1', 'W/"1"', '"x"', '"-1"', '"1", "2"', '*'])('If-Match %s is 400', async (value) => {
    const { id } = (await admin.get<{ id: string }>('/session')).body;
    const answer = await admin.send('PATCH', `/accounts/${id}`, {
      body: { name: '甲' },
      headers: { 'if-match': value },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: { 'If-Match': { code: 'field.format' } } } });
  });

  test.each(['short', 'x'.repeat(101), 'with space 12345'])('Idempotency-Key %j is 400', async (key) => {
    const answer = await admin.send('POST', '/accounts', { body: account, key });
    expect(answer).toMatchObject({ status: 400, body: { errors: { 'Idempotency-Key': { code: 'field.format' } } } });
  });
});

test('what an editor may not see is refused before it is looked at', async () => {
  expect(await editor.get('/accounts/not-an-id')).toMatchObject({ status: 403, body: { code: 'right.missing' } });
});

test('nothing here was a failure of the service', () => {
  expect(api.output()).not.toContain('"msg":"unexpected"');
});
