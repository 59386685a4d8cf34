import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client, type Answer } from '../../support/client.ts';

interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: string[];
  readonly active: boolean;
  readonly version: number;
}

const PASSWORD = 'a long enough password';
const CHANGED = 'another long password';

let api: SeededApi;
let admin: Client;
let auditor: Client;
let made = 0;

beforeAll(async () => {
  api = await bootSeededApi();
  admin = await signIn('admin');
  auditor = await signIn('auditor');
});
afterAll(() => api.stop());

function signIn(role: string): Promise<Client> {
  const { username, password } = api.account(role);
  return Client.signIn(api.url, username, password);
}

function create(change: Record<string, unknown> = {}, key: string | null = null): Promise<Answer<Account>> {
  made += 1;
  const account = { username: `person${made}`, name: '李四', roles: ['editor'], password: PASSWORD, ...change };
  return admin.send<Account>('POST', '/accounts', { body: account, key });
}

async function ledgered(action: string): Promise<{ action: string; outcome: string; subjectId: string | null }[]> {
  type Page = { items: { action: string; outcome: string; subjectId: string | null }[] };
  return (await auditor.get<Page>(`/ledger?action=${action}&order=desc`)).body.items;
}

function attempt(username: string, password: string): Promise<Answer> {
  return new Client(api.url).send('POST', '/session', { body: { username, password }, key: null });
}

describe('signing in', () => {
  test('answers who the person is and what they may do, with a cookie that scripts cannot read', async () => {
    const { username, password } = api.account('auditor');
    const answer = await attempt(username, password);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        username,
        name: '孙立群',
        roles: ['auditor'],
        permissions: ['standard.read', 'ledger.read', 'export.read'],
      },
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^dingben_session=[\w-]{43}; /);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
  });

  test('a wrong password and an unknown name are answered alike, and recorded', async () => {
    const { id } = (await create({ username: 'guessed' })).body;
    const wrong = await attempt('guessed', 'not the password');
    const unknown = await attempt('nobody', 'not the password');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'sign-in.failed' } });
    expect(unknown.body).toEqual(wrong.body);
    const failed = await ledgered('session.failed');
    expect(failed.map(({ outcome, subjectId }) => [outcome, subjectId])).toEqual([
      ['refused', null],
      ['refused', id],
    ]);
  });

  test('ends the session that the browser brought along', async () => {
    const { username, password } = api.account('liaison');
    const first = await Client.signIn(api.url, username, password);
    const headers = { cookie: first.cookie ?? '' };
    const second = await new Client(api.url).send('POST', '/session', {
      body: { username, password },
      key: null,
      headers,
    });
    expect(second.status).toBe(201);
    expect((await first.get('/session')).status).toBe(401);
  });

  test('after five failures a name has to wait, even with the right password', async () => {
    await create({ username: 'throttled' });
    const wrong = await Promise.all([1, 2, 3, 4, 5].map(() => attempt('throttled', 'not the password')));
    expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const refused = await attempt('throttled', PASSWORD);
    expect(refused).toMatchObject({ status: 429, body: { code: 'sign-in.throttled' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(await ledgered('session.throttled')).toHaveLength(1);
  });
});

describe('signing out', () => {
  test('ends the session at once', async () => {
    const client = await signIn('publisher');
    expect((await client.delete('/session')).status).toBe(204);
    expect((await client.get('/session')).status).toBe(401);
    expect((await ledgered('session.closed')).length).toBeGreaterThan(0);
  });
});

describe("a person's own password", () => {
  test('changes where the current one is right, and ends the other sessions', async () => {
    const { username } = (await create()).body;
    const here = await Client.signIn(api.url, username, PASSWORD);
    const elsewhere = await Client.signIn(api.url, username, PASSWORD);
    const wrong = await here.post('/session/password', { current: 'not it', next: CHANGED });
    expect(wrong).toMatchObject({ status: 422, body: { errors: { current: { code: 'session.password-wrong' } } } });
    expect((await here.post('/session/password', { current: PASSWORD, next: 'short' })).status).toBe(400);
    expect((await here.post('/session/password', { current: PASSWORD, next: CHANGED })).status).toBe(204);
    expect((await here.get('/session')).status).toBe(200);
    expect((await elsewhere.get('/session')).status).toBe(401);
    expect((await attempt(username, PASSWORD)).status).toBe(401);
    expect((await attempt(username, CHANGED)).status).toBe(201);
  });
});

describe('managing accounts', () => {
  test('an account is made, read and found', async () => {
    const { status, body, version } = await create({ username: 'wangwu', name: '王五', roles: ['reviewer', 'editor'] });
    expect({ status, version }).toEqual({ status: 201, version: 1 });
    expect(body).toMatchObject({ username: 'wangwu', name: '王五', roles: ['editor', 'reviewer'], active: true });
    expect(body).not.toHaveProperty('passwordHash');
    expect((await admin.get(`/accounts/${body.id}`)).body).toEqual(body);
    expect((await admin.get('/accounts?q=王五')).body).toEqual({ items: [body], total: 1 });
    expect((await admin.get('/accounts?q=%25')).body).toEqual({ items: [], total: 0 });
  });

  test('the account that imports is nobody’s to see or to change', async () => {
    expect((await admin.get('/accounts?q=importer')).body).toEqual({ items: [], total: 0 });
    expect((await attempt('importer', '!')).status).toBe(401);
  });

  test('a username is taken once', async () => {
    const { username } = (await create()).body;
    expect(await create({ username })).toMatchObject({ status: 409, body: { code: 'account.username-taken' } });
  });

  test.each([
    [['auditor', 'editor'], 422, 'account.roles-exclusive'],
    [['admin', 'reviewer'], 422, 'account.roles-exclusive'],
    [['editor', 'editor'], 422, 'account.role-unknown'],
    [[], 400, 'request.invalid'],
    [['root'], 400, 'request.invalid'],
  ])('roles %j are refused with %i', async (roles, status, code) => {
    expect(await create({ roles })).toMatchObject({ status, body: { code } });
  });

  test('new roles count from the next request on, because every session ends', async () => {
    const { id, username } = (await create()).body;
    const person = await Client.signIn(api.url, username, PASSWORD);
    const changed = await admin.patch<Account>(`/accounts/${id}`, { roles: ['reviewer'] }, 1);
    expect(changed).toMatchObject({ status: 200, version: 2, body: { roles: ['reviewer'] } });
    expect((await person.get('/session')).status).toBe(401);
    expect((await ledgered('account.roles-changed'))[0]).toMatchObject({ subjectId: id });
  });

  test('a deactivated person is out at once and cannot come back until activated', async () => {
    const { id, username } = (await create()).body;
    const person = await Client.signIn(api.url, username, PASSWORD);
    expect((await admin.patch(`/accounts/${id}`, { active: false }, 1)).status).toBe(200);
    expect((await person.get('/session')).status).toBe(401);
    expect((await attempt(username, PASSWORD)).status).toBe(401);
    expect((await admin.patch(`/accounts/${id}`, { active: true }, 2)).status).toBe(200);
    expect((await attempt(username, PASSWORD)).status).toBe(201);
  });

  test('a change needs the version that was seen, and a stale one shows what stands', async () => {
    const { id } = (await create()).body;
    const without = await admin.send('PATCH', `/accounts/${id}`, { body: { name: '甲' } });
    expect(without).toMatchObject({ status: 428, body: { code: 'request.version-missing' } });
    expect((await admin.patch(`/accounts/${id}`, { name: '乙' }, 1)).status).toBe(200);
    expect(await admin.patch(`/accounts/${id}`, { name: '丙' }, 1)).toMatchObject({
      status: 412,
      body: { code: 'request.version-stale', current: { id, name: '乙', version: 2 } },
    });
  });

  test('of ten changes at once against one version one is carried out', async () => {
    const { id } = (await create()).body;
    const answers = await Promise.all(
      ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'].map((name) =>
        admin.patch(`/accounts/${id}`, { name }, 1),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
  });

  test('nobody changes the own roles', async () => {
    const me = (await admin.get<Account>('/session')).body;
    const { version } = await admin.get(`/accounts/${me.id}`);
    const answer = await admin.patch(`/accounts/${me.id}`, { roles: ['editor'] }, version ?? 0);
    expect(answer).toMatchObject({ status: 403, body: { code: 'account.self' } });
  });

  test('a new password set by the admin ends the sessions', async () => {
    const { id, username } = (await create()).body;
    const person = await Client.signIn(api.url, username, PASSWORD);
    const set = await admin.post(`/accounts/${id}/password`, { password: CHANGED }, { version: 1 });
    expect(set.status).toBe(200);
    expect((await person.get('/session')).status).toBe(401);
    expect((await attempt(username, CHANGED)).status).toBe(201);
  });

  test('a person can be signed out everywhere', async () => {
    const { id, username } = (await create()).body;
    const person = await Client.signIn(api.url, username, PASSWORD);
    expect((await admin.delete(`/accounts/${id}/sessions`)).status).toBe(204);
    expect((await person.get('/session')).status).toBe(401);
  });
});

describe('a command that is sent twice', () => {
  test('has one effect and one answer', async () => {
    const key = randomUUID();
    const account = { username: 'once', name: '一次', roles: ['editor'], password: PASSWORD };
    const send = () => admin.send<Account>('POST', '/accounts', { body: account, key });
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, send));
    expect(first?.status).toBe(201);
    for (const other of others) expect(other).toMatchObject({ status: 201, version: 1, body: first?.body });
    expect((await admin.get('/accounts?q=once')).body).toMatchObject({ total: 1 });
  });

  test('with another body is refused', async () => {
    const key = randomUUID();
    expect((await create({}, key)).status).toBe(201);
    expect(await create({}, key)).toMatchObject({ status: 422, body: { code: 'request.idempotency-key-reused' } });
  });

  test('is carried out the second time where it was refused the first', async () => {
    const key = randomUUID();
    const taken = (await create()).body.username;
    expect((await create({ username: taken }, key)).status).toBe(409);
    expect((await create({}, key)).status).toBe(201);
  });
});
