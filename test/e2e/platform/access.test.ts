import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ROLES, permissionsOf, type Role } from '../../../packages/workflow/src/index.ts';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { committedRoutes, routesOf, type Route } from './routes.ts';

const NOBODYS_ID = '00000000-0000-4000-8000-000000000000';

let api: SeededApi;
let stranger: Client;
let routes: Route[];
const people = new Map<Role, Client>();

beforeAll(async () => {
  api = await bootSeededApi();
  stranger = new Client(api.url);
  routes = routesOf((await stranger.get<Parameters<typeof routesOf>[0]>('/openapi.json')).body);
  for (const role of ROLES) {
    const { username, password } = api.account(role);
    people.set(role, await Client.signIn(api.url, username, password));
  }
});
afterAll(() => api.stop());

/** The route with something in every place, and its answer's status and code. A stream is read no further than its head. */
async function call(route: Pick<Route, 'method' | 'path'>, client: Client): Promise<{ status: number; code: string }> {
  const path = route.path
    .replace('{format}', 'json')
    .replace('{number}', '1')
    .replace(/\{\w+\}/g, NOBODYS_ID);
  const response = await fetch(`${client.url}${path}`, {
    method: route.method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(client.cookie === undefined ? {} : { cookie: client.cookie }),
      ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(route.method === 'GET' ? {} : { body: '{}' }),
  });
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  if (isProblem) return { status: response.status, code: ((await response.json()) as { code: string }).code };
  await response.body?.cancel();
  return { status: response.status, code: '' };
}

const name = ({ method, path }: Route) => `${method} ${path}`;

test('docs/routes.md lists every route with its rights', () => {
  expect(routes.map(({ access, ...route }) => `${name({ access, ...route })} ${access}`)).toEqual(
    committedRoutes().map(({ access, ...route }) => `${name({ access, ...route })} ${access}`),
  );
  expect(routes.length).toBeGreaterThan(40);
});

test('no route is open to nobody or says nothing', () => {
  expect(routes.filter(({ access }) => access === 'nobody' || access === '')).toEqual([]);
});

describe('without a session', () => {
  test('every route that is not public answers 401', async () => {
    const answers = [];
    for (const route of routes.filter(({ access }) => access !== 'public')) {
      const { status, code } = await call(route, stranger);
      if (status !== 401 || code !== 'session.missing') answers.push(`${name(route)} ${status} ${code}`);
    }
    expect(answers).toEqual([]);
  });

  test.each([
    ['HEAD', '/api/accounts', 401],
    ['GET', '//api/accounts', 404],
    ['GET', '/api//accounts', 404],
    ['GET', '/api/accounts/', 404],
    ['GET', '/api/%61ccounts', 401],
    ['GET', '/api/accounts;x', 404],
    ['GET', '/API/accounts', 404],
    ['GET', '/api/x%2f..%2faccounts', 404],
    ['GET', '/api/nothing', 404],
    ['OPTIONS', '/api/accounts', 404],
    ['PUT', '/api/accounts', 404],
  ])('%s %s is %i', async (method, path, status) => {
    const response = await fetch(`${api.url}${path}`, { method });
    const page = response.headers.get('content-type')?.startsWith('text/html') === true;
    // Where the admin is delivered, an address that is none of the interface's own is one of its pages.
    expect(page ? 'page' : response.status).toEqual(page && status === 404 ? 'page' : status);
    if (page) expect(path.startsWith('/api/')).toBe(false);
  });

  test('a method that is none is refused', async () => {
    const response = await fetch(`${api.url}/api/accounts`, { method: 'PROPFIND' });
    expect(response.status).toBe(404);
  });

  test('a made-up cookie is as good as none', async () => {
    const answer = await new Client(api.url, `dingben_session=${'A'.repeat(43)}`).get('/session');
    expect(answer).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });
});

describe.each(ROLES)('as %s', (role) => {
  test('every route is open or refused as the rights of the role say', async () => {
    const rights: readonly string[] = permissionsOf([role]);
    const client = people.get(role) ?? stranger;
    const wrong = [];
    for (const route of routes.filter(({ access }) => access !== 'public' && access !== 'signed-in')) {
      const may = route.access.split(', ').some((right) => rights.includes(right));
      const { status, code } = await call(route, client);
      const refused = status === 403 && code === 'right.missing';
      if (status >= 500 || status === 401 || refused === may) wrong.push(`${name(route)} ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('what a person was refused for want of a right is in the ledger', async () => {
  const auditor = people.get('auditor') ?? stranger;
  const { body } = await auditor.get<{ items: { action: string; outcome: string; actor: { name: string } }[] }>(
    '/ledger?action=request.refused&outcome=refused&order=desc&perPage=1',
  );
  expect(body.items[0]).toMatchObject({ action: 'request.refused', outcome: 'refused', actor: { name: '吴海涛' } });
});

describe('a request that another site makes', () => {
  const attempt = (headers: Record<string, string>) =>
    stranger.send('POST', '/session', { body: { username: 'editor', password: 'x' }, key: null, headers });

  test.each(['cross-site', 'same-site'])('Sec-Fetch-Site %s is refused', async (site) => {
    expect(await attempt({ 'sec-fetch-site': site })).toMatchObject({
      status: 403,
      body: { code: 'session.cross-site' },
    });
  });

  test('an Origin of another host is refused', async () => {
    const answer = await attempt({ origin: 'https://elsewhere.example' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'session.cross-site' } });
  });
});

test('every answer carries the security headers', async () => {
  for (const path of ['/api/health', '/api/nothing', '/api/%zz']) {
    const { headers } = await fetch(`${api.url}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});
