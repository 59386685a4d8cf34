import { bootApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { OPENING_MS, PublicSite, SECRETS, STANDARD } from '../../support/public-site.ts';
import { body, editions } from '../../support/work.ts';
import { committedRoutes } from '../platform/routes.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const DATA = `/api/public/standards/${STANDARD}`;
const PAGES = `/public/standards/${STANDARD}`;

let site: PublicSite;

beforeAll(async () => {
  site = await PublicSite.open();
}, OPENING_MS);
afterAll(() => site.stop());

/** Every address that a page or an answer names, from those that anybody knows, with what it says. */
async function crawl(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const open = ['/public', '/public?lang=en', '/public/look-up', '/public/nothing', '/api/public/standards'];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    const response = await fetch(site.api.url + path);
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    seen.set(path, text);
    const expected = path === '/public/nothing' ? 404 : 200;
    expect([path, response.status, response.headers.get('set-cookie')]).toEqual([path, expected, null]);
    const named = text.matchAll(/"((?:\/api)?\/public[^"#\s]*)/g);
    open.push(...[...named].map(([, address = '']) => address.replaceAll('&amp;', '&')));
  }
  return seen;
}

/** Who works at the desk, as the pages must not name them. */
async function names(): Promise<string[]> {
  const { username, password } = site.api.account('admin');
  const admin = await Client.signIn(site.api.url, username, password);
  const { items } = body(await admin.get<{ items: { name: string }[] }>('/accounts?perPage=100'));
  return items.map(({ name }) => name);
}

test(
  'nothing that can be reached holds a draft, an imported text, a person or an id',
  async () => {
    const seen = await crawl();
    expect(seen.size).toBeGreaterThan(1_000);
    const imported = (await editions(site.people.editor)).find(({ label }) => label.includes('征求意见稿'));
    const secrets = [...Object.values(SECRETS), site.importedText, imported?.label ?? '', ...(await names())];
    expect(secrets.filter((secret) => secret.trim() === '')).toEqual([]);
    const usernames = site.api.database.accounts.map(({ username }) => new RegExp(`[">](${username})["<]`));
    const leaks: string[] = [];
    for (const [path, text] of seen) {
      const found = secrets.find((secret) => text.includes(secret));
      if (found !== undefined) leaks.push(`${path}: ${found}`);
      // The manifest is what was signed, ids and all; nothing else names one.
      const patterns = path.endsWith('/manifest') ? usernames : [...usernames, UUID];
      // Akoma Ntoso has a role of the same name as an account.
      const said = text.replace('<TLCRole eId="editor"', '');
      leaks.push(...patterns.flatMap((pattern) => pattern.exec(said)?.[0] ?? []).map((leak) => `${path}: ${leak}`));
    }
    expect(leaks).toEqual([]);
    expect([...seen.values()].filter((text) => text.includes('每人每月2800元。')).length).toBeGreaterThan(10);
  },
  OPENING_MS,
);

test('what was not published is no more known than what is not there', async () => {
  const paths = [
    '/nothing',
    `/standards/nothing`,
    `/standards/${STANDARD}/editions/4`,
    `/standards/${STANDARD}/editions/0`,
    `/standards/${STANDARD}/editions/02`,
    `/standards/${STANDARD}/editions/9999999999`,
    `/standards/${STANDARD}/editions/2/entries/S999`,
    `/standards/${STANDARD}/editions/2/entries/S010/title`,
    `/standards/${STANDARD}/editions/2/entries/S016/standard`,
    `/standards/${STANDARD}/entries/S999`,
    `/standards/${STANDARD}/editions/2/entries/${encodeURIComponent('\u202e')}`,
    `/standards/${encodeURIComponent('../../editions')}`,
    `/standards/${'a'.repeat(101)}`,
    `/standards/%00`,
    `/standards/${STANDARD}/`,
  ];
  for (const path of [...paths, `/standards/${STANDARD}/editions/2/files/exe`, '/look-up/ffffffff']) {
    const response = await fetch(`${site.api.url}/api/public${path}`);
    expect([path, response.status]).toEqual([path, 404]);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(((await response.json()) as { code: string }).code).toMatch(/\.not-found$/);
  }
  for (const path of paths) {
    const response = await fetch(`${site.api.url}/public${path}`);
    expect([path, response.status]).toEqual([path, 404]);
    const page = await response.text();
    // A path that the router cannot read reaches no page.
    if (response.headers.get('content-type') === 'text/html; charset=utf-8')
      expect(page).toContain('<h1>没有这个页面</h1>');
  }
});

test('nothing can be written, and no key is read that is not known', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const response = await fetch(site.api.url + DATA, { method });
    expect([method, response.status]).toEqual([method, 404]);
  }
  expect((await fetch(`${site.api.url}${DATA}?state=drafting`)).status).toBe(400);
  expect((await fetch(`${site.api.url}${PAGES}?lang=fr`)).status).toBe(400);
});

test('the desk knows the public address of what was published, and of nothing else', async () => {
  const { editor } = site.people;
  const [, second] = site.editions;
  const ask = (id: string) => editor.get(`/editions/${id}/public-address`);
  expect(await ask(second?.id ?? '')).toMatchObject({ status: 200, body: { address: `${PAGES}/editions/2` } });
  const draft = (await editions(editor)).find(({ state }) => state === 'drafting');
  expect(await ask(draft?.id ?? '')).toMatchObject({ status: 404, body: { code: 'publication.not-found' } });
});

describe('by another setting', () => {
  test('the public reads nothing unless it is told to', async () => {
    const off = await bootApi({ databaseUrl: site.api.database.appUrl, env: { DINGBEN_PUBLIC: '' } });
    const routes = committedRoutes().filter(({ path }) => /^(\/api)?\/public\b/.test(path));
    expect(routes.length).toBeGreaterThan(15);
    const paths = routes.map(({ path }) =>
      path
        .replace('{code}', STANDARD)
        .replace('{number}', '2')
        .replace('{entry}', 'S010')
        .replace('{provision}', 'standard')
        .replace('{format}', 'json'),
    );
    for (const path of paths) expect([path, (await fetch(off.url + path)).status]).toEqual([path, 404]);
    const editor = new Client(off.url, site.people.editor.cookie);
    const answer = await editor.get(`/editions/${site.editions[0]?.id ?? ''}/public-address`);
    expect(answer).toMatchObject({ status: 200, body: { address: null } });
    await off.stop();
  });

  test('addresses begin with the origin that it names', async () => {
    const origin = 'https://standards.example';
    const named = await bootApi({ databaseUrl: site.api.database.appUrl, env: { DINGBEN_PUBLIC: origin } });
    const page = await (await fetch(`${named.url}${PAGES}?lang=en`, { headers: { host: 'evil.example' } })).text();
    expect(page).toContain(`<link rel="canonical" href="${origin}${PAGES}?lang=en" />`);
    expect(page).not.toContain('evil.example');
    expect(await (await fetch(`${named.url}${PAGES}/feed`)).text()).toContain(`href="${origin}${PAGES}/feed"`);
    await named.stop();
  });

  test('a setting that names no origin stops the start', async () => {
    for (const value of ['yes', 'https://standards.example/path', 'ftp://standards.example']) {
      const start = bootApi({ databaseUrl: site.api.database.appUrl, env: { DINGBEN_PUBLIC: value } });
      await expect(start).rejects.toThrow('DINGBEN_PUBLIC must be');
    }
  });
});
