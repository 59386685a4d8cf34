/** Every page of the desk, for those who may see it: readable by a screen reader, in both languages, in light and dark, within 1280 px. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { readImport, uploaded } from '../support/imports.ts';
import { body, cause, editions, fork, openAmendment, revise, type EntryBody } from '../support/work.ts';
import { violationsOn } from './axe.ts';
import { Person } from './person.ts';

let database: SeededDatabase;
let api: TestApi;
let browser: Browser;
let paths: {
  readonly edition: string;
  readonly entry: string;
  readonly amendment: string;
  readonly comparison: string;
  readonly notes: string;
  readonly regulation: string;
  readonly cited: string;
  readonly agency: string;
  readonly imported: string;
};

/** As long as titles are: it must not take the room of what stands beside it. */
const TITLE =
  '按照新修订的《北京市困境儿童和留守儿童保障工作实施意见》，调整特殊儿童群体基本生活保障的服务标准，并同步更新引用的文件名称和文号';

beforeAll(async () => {
  database = await createSeededDatabase();
  api = await bootApi({ databaseUrl: database.appUrl, dataFolder: database.dataFolder });
  browser = await launchBrowser();
  paths = await makeSomethingToSee();
});

afterAll(async () => {
  await browser.close();
  await api.stop();
  await database.drop();
});

function account(username: string) {
  const found = database.accounts.find((candidate) => candidate.username === username);
  if (found === undefined) throw new Error(`no account ${username}`);
  return found;
}

/** A draft with one amendment under review, so that no page is empty. */
async function makeSomethingToSee(): Promise<typeof paths> {
  const editor = await Client.signIn(api.url, 'editor', account('editor').password);
  const [imported] = await editions(editor);
  if (imported === undefined) throw new Error('the bundled edition is missing');
  const draft = await fork(editor, imported.id, '2023年版');
  const list = body(await editor.get<{ items: { serviceId: string }[] }>(`/editions/${draft.id}/entries?perPage=100`));
  const serviceId = list.items[9]?.serviceId ?? '';
  const entry = body(await editor.get<EntryBody>(`/editions/${draft.id}/entries/${serviceId}`));
  const amendment = await openAmendment(editor, draft.id, TITLE);
  await revise(editor, amendment.id, entry, { standard: '每人每月2800元。' });
  await cause(editor, amendment.id, 'submit');
  const cited = body(await editor.get<{ items: { id: string }[] }>('/regulations?perPage=1&registered=false')).items[0];
  const known = {
    title: '国家基本公共卫生服务规范（第三版）',
    numbers: ['国卫基层发〔2017〕13号'],
    status: 'repealed',
  };
  const regulation = body(await editor.post<{ id: string }>('/regulations', known));
  await editor.post('/regulations', { title: '国家基本公共卫生服务的规范（第三版）' });
  body(await editor.post(`/editions/${draft.id}/proofreading`, {}));
  const change = {
    kind: 'rename',
    from: ['市人力资源社会保障局'],
    to: ['市人力资源和社会保障服务局'],
    on: '2026-12-01',
  };
  const renamed = body(await editor.post<{ id: string }>('/agencies/successions', change));
  const standard = readFileSync(join('prisma', 'seed', 'beijing-basic-public-service-standard-2023-draft.txt'));
  const { id: importId } = await uploaded(editor, '标准.txt', standard);
  await readImport(editor, importId);
  return {
    edition: `/editions/${draft.id}`,
    entry: `/editions/${draft.id}/entries/${serviceId}`,
    amendment: `/amendments/${amendment.id}`,
    regulation: `/regulations/${regulation.id}`,
    cited: `/regulations/${cited?.id}`,
    agency: `/agencies/${renamed.id}`,
    comparison: `/comparisons?before=edition:${imported.id}&after=edition:${draft.id}`,
    notes: `/comparisons/notes?before=edition:${imported.id}&after=edition:${draft.id}`,
    imported: `/imports/${importId}`,
  };
}

const partOf = (selector: string) => `document.querySelector('${selector}')`;

/** A page as it is opened, in both themes: what it looks like changes with the theme, what it holds does not. */
async function lookAt(person: Person, path: string): Promise<object[]> {
  await person.go(path);
  await person.page.getByRole('main').getByRole('heading').first().waitFor();
  await person.page
    .getByText(/正在读取|Loading/)
    .first()
    .waitFor({ state: 'detached' });
  const seen: object[] = [];
  for (const [scheme, rules] of THEMES) {
    await person.page.emulateMedia({ colorScheme: scheme });
    const tooWide = await person.page.evaluate(TOO_WIDE);
    seen.push({ path, scheme, tooWide, violations: await violationsOn(person.page, rules) });
  }
  return seen;
}

const THEMES = [
  ['light', 'wcag'],
  ['dark', 'colours'],
] as const;

/** What runs over its edge: the page itself, or a part of it that would then scroll sideways. */
const TOO_WIDE = `['html', 'main', '.paper', '.pane', '.sheet'].flatMap((part) => [...document.querySelectorAll(part)]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(() => part))`;

/** Cells of a list whose words are broken into lines, but for those of the column that takes the free width. */
const broken = (
  long: string,
) => `[...document.querySelectorAll('.RaDataTable-headerCell, .RaDataTable-rowCell')].filter((cell) => {
  if (cell.classList.contains('column-${long}')) return false;
  const words = document.createRange();
  words.selectNodeContents(cell);
  const lines = [...words.getClientRects()].filter(({ width }) => width > 0).map(({ top, bottom }) => (top + bottom) / 2);
  return Math.max(...lines) - Math.min(...lines) > 12;
}).map((cell) => cell.textContent)`;

const PAGES: readonly (readonly [string, () => readonly string[]])[] = [
  [
    'editor',
    () => [
      '/',
      '/editions',
      paths.edition,
      paths.entry,
      ...['proofreading', 'checklist'].map((page) => `${paths.edition}/${page}`),
    ],
  ],
  ['editor', () => [paths.amendment, paths.comparison, paths.notes, '/quantities', '/amendments', '/agencies']],
  ['editor', () => ['/regulations', '/regulations/duplicates', paths.regulation, paths.cited, paths.agency]],
  [
    'editor',
    () => ['/imports', ...['understanding', 'matching', 'completion'].map((s) => `${paths.imported}?step=${s}`)],
  ],
  ['reviewer', () => ['/', paths.amendment]],
  ['auditor', () => ['/', '/ledger', paths.regulation]],
  ['admin', () => ['/accounts']],
];

test.each(PAGES)(
  'the pages of %s pass the accessibility rules and fit 1280 px, light and dark',
  async (username, paged) => {
    const person = await Person.signIn(browser, api.url, account(username));
    for (const path of paged()) {
      const fine = THEMES.map(([scheme]) => ({ path, scheme, tooWide: [], violations: [] }));
      expect(await lookAt(person, path)).toEqual(fine);
    }
    expect(person.complaints).toEqual([]);
    await person.leave();
  },
);

test('what is short in a list stays in one line beside a long title', async () => {
  for (const [username, path, long] of [
    ['editor', '/amendments', 'title'],
    ['editor', '/regulations', 'title'],
    ['auditor', '/ledger', 'subjectType'],
    ['admin', '/accounts', 'actions'],
  ] as const) {
    const person = await Person.signIn(browser, api.url, account(username));
    await person.go(path);
    await person.page.locator('.RaDataTable-rowCell').first().waitFor();
    expect({ path, broken: await person.page.evaluate(broken(long)) }).toEqual({ path, broken: [] });
    await person.leave();
  }
});

test('one step back from what was opened in a list leads to the list as it was', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.go('/regulations');
  await person.page.getByRole('searchbox').fill('卫生');
  await person.page.waitForURL(/卫生|%E5%8D%AB/);
  const list = person.page.url();
  const rows = person.page.getByRole('table').first().getByRole('row');
  for (const place of [rows.nth(1).getByRole('link').first(), rows.nth(1).getByRole('cell').nth(2)]) {
    await place.click();
    await person.page.waitForURL(/\/regulations\/./);
    await person.page.goBack();
    await person.page.waitForURL(list);
    await rows.nth(1).waitFor();
  }
  await person.leave();
});

test('one step back leads to the place on the page that was left', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.page.setViewportSize({ width: 1280, height: 420 });
  for (const [path, scroller] of [
    ['/regulations', 'main'],
    ['/quantities', '.paper'],
  ] as const) {
    await person.go(path);
    while (!(await person.page.evaluate(`${partOf(scroller)}?.scrollHeight > 600`)))
      await person.page.waitForTimeout(50);
    await person.page.evaluate(`${partOf(scroller)}.scrollTop = 150`);
    await person.page.waitForTimeout(100);
    await person.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作台' }).click();
    await person.page.waitForURL(({ pathname }) => pathname === '/');
    await person.page.goBack();
    while (!(await person.page.evaluate(`${partOf(scroller)}?.scrollTop === 150`)))
      await person.page.waitForTimeout(50);
  }
  await person.leave();
});

test('the keyboard passes the outline in one step', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.go(paths.entry);
  await person.page.locator('.outline-selects select').last().focus();
  await person.page.keyboard.press('Tab');
  await person.page.keyboard.press('Enter');
  await person.page.keyboard.press('Tab');
  expect(await person.page.evaluate(`document.activeElement?.closest('.paper') !== null`)).toBe(true);
  await person.leave();
});

test('a page that could not be read says so and is read again, and a wrong address leads home', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  const ofApi = (url: URL) => url.pathname.startsWith('/api/');
  await person.page.route(ofApi, (route) => route.abort());
  await person.go('/amendments');
  await person.sees('没能读出这一页');
  expect(await person.page.getByLabel('密码').count()).toBe(0);
  await person.page.unroute(ofApi);
  await person.press('重试');
  await person.sees(TITLE);
  for (const path of ['/amendments/nowhere', '/editions/00000000-0000-7000-8000-000000000000']) {
    await person.go(path);
    await person.sees('没有这个页面');
    await person.page.getByRole('link', { name: '回到工作台' }).waitFor();
  }
  await person.leave();
});

test('every page reads in English, with no Chinese left in its own words', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.press(/^EN/);
  for (const path of [
    ...['/', '/editions', '/amendments', '/agencies'],
    ...['/regulations', '/regulations/duplicates', '/imports'],
  ]) {
    await person.go(path);
    await person.page.getByRole('main').getByRole('heading').first().waitFor();
    expect(await person.page.locator('html').getAttribute('lang')).toBe('en');
    const navigation = await person.page.getByRole('navigation').first().innerText();
    expect(navigation).not.toMatch(/\p{Script=Han}/u);
  }
  await person.leave();
});

test('a stray click beside a dialog, or a second one on what opens it, closes nothing', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.go(paths.edition);
  await person.button('新建修订').dblclick();
  const title = person.dialog().getByLabel('标题');
  await title.fill('写了一半的标题');
  await person.page.mouse.click(5, 5);
  await person.page.waitForTimeout(500);
  expect(await title.inputValue()).toBe('写了一半的标题');
  await person.page.keyboard.press('Escape');
  await person.dialog().waitFor({ state: 'detached' });
  for (const [opener, opened] of [
    [/^个人菜单/, 'menu'],
    [/^查找条目/, 'dialog'],
  ] as const) {
    await person.button(opener).dblclick();
    await person.page.waitForTimeout(500);
    await person.page.getByRole(opened).waitFor();
    await person.page.mouse.click(5, 400);
    await person.page.getByRole(opened).waitFor({ state: 'detached' });
  }
  await person.leave();
});

test('one step back from the first filter of a list shows the whole list', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.go('/amendments');
  await person.sees(TITLE);
  await person.page.getByRole('combobox', { name: '状态' }).selectOption({ label: '起草中' });
  await person.page.getByText(TITLE).waitFor({ state: 'detached' });
  await person.page.goBack();
  await person.sees(TITLE);
  expect(new URL(person.page.url()).search).toBe('');
  await person.page.goForward();
  await person.page.getByText(TITLE).waitFor({ state: 'detached' });
  await person.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '修订' }).click();
  await person.sees(TITLE);
  await person.leave();
});

test('an amendment looked at before changes nothing of the marks in the outline', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  const size = `(() => {
    const dot = document.querySelector('.dot');
    dot.className = 'dot changed';
    return [dot.offsetWidth, dot.offsetHeight];
  })()`;
  await person.go(paths.edition);
  await person.page.locator('.dot').first().waitFor();
  const before = await person.page.evaluate(size);
  await person.go(paths.amendment);
  await person.page.locator('section.changed').first().waitFor();
  await person.page.getByRole('link', { name: '2023年版', exact: true }).click();
  await person.page.locator('.dot').first().waitFor();
  expect(await person.page.evaluate(size)).toEqual(before);
  await person.leave();
});

test('where the browser refuses to copy, the text is shown to be copied by hand', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  // As on a page served over plain http by its address in the office's net.
  await person.page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
  await person.go(paths.notes);
  await person.press('复制文字');
  await person.sees(/请选中下面的文字自行复制：\s*与/);
  await person.go(paths.entry);
  await person.page.locator('.permalink').first().click();
  await person.sees(/请选中下面的文字自行复制：\s*http.*#/);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('each page names itself, and none keeps the name of the page before', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  const named = async (title: string) => {
    for (let tries = 0; tries < 100 && !(await person.page.title()).startsWith(title); tries += 1) {
      await person.page.waitForTimeout(100);
    }
    expect(await person.page.title()).toMatch(new RegExp(`^${title}.*定本$`));
  };
  const navigation = person.page.getByRole('navigation', { name: '主导航' });
  for (const [path, title] of [
    [paths.amendment, TITLE],
    [paths.comparison, '对比 · '],
    [paths.notes, '编制说明'],
  ] as const) {
    await person.go(path);
    await named(title);
    for (const name of ['数量', '工作台']) {
      await navigation.getByRole('link', { name }).click();
      await named(name);
    }
  }
  // A page that has no name of its own.
  await person.go('/nowhere');
  await navigation.getByRole('link', { name: '数量' }).click();
  await named('数量');
  await person.page.goBack();
  await person.sees('没有这个页面');
  expect(await person.page.title()).toBe('定本');
  await person.leave();
});

test('the tabs beside an entry fit in English, with their counts', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.press(/^EN/);
  await person.go(paths.entry);
  await person.page.getByRole('tab', { name: /^Amendments 1/ }).waitFor();
  const isCut = `(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.querySelector('.MuiTabs-scroller'))`;
  expect(await person.page.evaluate(isCut)).toBe(false);
  await person.leave();
});

test('English speaks of one as of one, with its own colons and brackets', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.press(/^EN/);
  await person.button(/^Personal menu: /).waitFor();
  await person.go(paths.entry);
  await person.page.getByTitle('1 open amendment', { exact: true }).waitFor();
  await person.page.getByTitle(/ \(J\)$/).waitFor();
  await person.go('/amendments');
  await person.sees('Entries: 1, provisions: 1');
  await person.leave();
});
