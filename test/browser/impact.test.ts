/**
 * Something that texts mention changes: a regulation is repealed, an agency is renamed. The editor says so, sees every entry that is
 * touched, and opens one amendment with all of them in it.
 */
import type { Browser } from 'playwright-core';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { editions, fork } from '../support/work.ts';
import { Person } from './person.ts';

const TITLE = '国家基本公共卫生服务规范（第三版）';
const ENTRIES = ['2', '7', '8', '34', '35', '36', '37', '38', '40', '42', '54'];

let database: SeededDatabase;
let api: TestApi;
let browser: Browser;

beforeAll(async () => {
  database = await createSeededDatabase();
  api = await bootApi({ databaseUrl: database.appUrl, dataFolder: database.dataFolder });
  browser = await launchBrowser();
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

/** Numbers of the entries on show, by the headings that begin with them. */
async function numbersShown(person: Person, within: string, level: number): Promise<string[]> {
  const headings = person.page.locator(within).getByRole('heading', { level });
  return (await headings.allInnerTexts()).flatMap((text) => /^\d+/.exec(text)?.[0] ?? []);
}

test('a repealed regulation leads to one amendment with every entry that cites it', async () => {
  const client = await Client.signIn(api.url, 'editor', account('editor').password);
  const [imported] = await editions(client);
  await fork(client, imported?.id ?? '', '2026年版');

  const editor = await Person.signIn(browser, api.url, account('editor'));
  await editor.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '依据文件' }).click();
  await editor.page.getByRole('searchbox', { name: '按名称或文号查找' }).fill('国卫基层发[2017]13');
  await editor.page.getByRole('link', { name: TITLE }).click();
  await editor.page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();

  await editor.press('登记');
  const form = editor.dialog();
  await form.getByRole('combobox', { name: '时效' }).click();
  await editor.page.getByRole('option', { name: '废止' }).click();
  await form.getByLabel('废止日期').fill('2026-10-01');
  await form.getByLabel('说明').fill('国家卫生健康委公告');
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'detached' });
  await editor.sees('登记依据文件');

  const draft = editor.page.getByRole('region', { name: '2026年版' });
  await draft.getByText('涉及 11 条、11 处').waitFor();
  expect(await numbersShown(editor, 'section:has-text("2026年版")', 3)).toEqual(ENTRIES);
  expect(await draft.locator('mark').allInnerTexts()).toHaveLength(ENTRIES.length);

  await draft.getByRole('button', { name: '新建修订，列入这 11 条' }).click();
  const dialog = editor.dialog();
  expect(await dialog.getByLabel('依据', { exact: true }).inputValue()).toBe(`《${TITLE}》（国卫基层发〔2017〕13号）`);
  await dialog.getByRole('button', { name: '新建修订，列入这 11 条' }).click();
  await editor.page.getByRole('heading', { name: `调整对《${TITLE}》的引用`, level: 1 }).waitFor();
  expect(await numbersShown(editor, '.edit-section', 2)).toEqual(ENTRIES);
  expect(editor.complaints).toEqual([]);
  await editor.leave();
});

test('a renamed agency leads to one amendment in which its name is replaced', async () => {
  const editor = await Person.signIn(browser, api.url, account('editor'));
  await editor.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '单位' }).click();
  await editor.page.getByRole('searchbox').fill('市体育局');
  await editor.page.getByRole('table').first().getByRole('link', { name: '市体育局' }).click();
  await editor.page.getByRole('heading', { name: '市体育局', level: 1 }).waitFor();
  const draft = editor.page.getByRole('region', { name: '2026年版' });
  await draft.getByRole('listitem').first().waitFor();
  const touched = await draft.getByRole('listitem').count();
  expect(touched).toBeGreaterThan(0);

  await editor.press('更名、合并、分设');
  const form = editor.dialog();
  await form.getByLabel('新单位').fill('市体育和健身局');
  await form.getByLabel('自何日起').fill('2026-12-01');
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'detached' });
  const open = `新建修订，列入这 ${touched} 条`;
  await draft.getByRole('button', { name: open }).click();
  await editor.dialog().getByRole('button', { name: open }).click();
  await editor.page.getByRole('heading', { name: '“市体育局”更名为“市体育和健身局”', level: 1 }).waitFor();
  expect(await editor.page.locator('.edit-section').count()).toBe(touched);
  expect(await editor.page.locator('ins', { hasText: '健身' }).count()).toBeGreaterThanOrEqual(touched);
  expect(editor.complaints).toEqual([]);
  await editor.leave();
});
