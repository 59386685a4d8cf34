/** An editor sees what was read in an entry, and corrects it: in Chinese, with the accessibility rules, beside another editor. */
import type { Browser } from 'playwright-core';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { body, editions } from '../support/work.ts';
import { violationsOn } from './axe.ts';
import { Person } from './person.ts';

let database: SeededDatabase;
let api: TestApi;
let browser: Browser;
let entries: ReadonlyMap<string, string>;

beforeAll(async () => {
  database = await createSeededDatabase();
  api = await bootApi({ databaseUrl: database.appUrl, dataFolder: database.dataFolder });
  browser = await launchBrowser();
  const editor = await Client.signIn(api.url, 'editor', account('editor').password);
  const [imported] = await editions(editor);
  const path = `/editions/${imported?.id ?? ''}/entries`;
  const list = body(await editor.get<{ items: { serviceId: string; number: string }[] }>(`${path}?perPage=100`));
  entries = new Map(list.items.map(({ number, serviceId }) => [number, `${path}/${serviceId}`]));
});

afterAll(async () => {
  await browser.close();
  await api.stop();
  await database.drop();
});

function account(role: string) {
  const found = database.accounts.find((candidate) => candidate.role === role);
  if (found === undefined) throw new Error(`no account for ${role}`);
  return found;
}

async function openBasis(person: Person, number: string): Promise<void> {
  await person.go(entries.get(number) ?? '');
  await person.page.getByRole('tab', { name: /^依据/ }).click();
  await person.page.getByRole('table').first().waitFor();
}

async function row(person: Person, table: string, index = 1): Promise<string> {
  const text = await person.page.getByRole('table', { name: table }).getByRole('row').nth(index).innerText();
  return text.replace(/\s+/g, ' ').trim();
}

test('the basis of an entry says what was understood of its text', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await openBasis(person, '5');
  expect(await row(person, '服务对象')).toBe('妇女 户籍 · 35–64 岁');
  expect(await row(person, '资金来源')).toBe('中央财政 共同承担');
  expect(await row(person, '单位')).toBe('市卫生健康委 牵头');
  expect(await row(person, '本条数量标准')).toBe('35-64岁 服务对象 35–64岁 更正');
  expect(await violationsOn(person.page)).toEqual([]);
  await person.leave();
});

test('an editor corrects an amount and a citation, with a reason that the record keeps', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await openBasis(person, '10');
  await person.press('更正“2650元”的识别结果');
  const dialog = person.dialog();
  expect(await violationsOn(person.page)).toEqual([]);
  expect(await person.button('保存').isDisabled()).toBe(true);
  await dialog.getByLabel('数值').fill('2800');
  await dialog.getByLabel('理由').fill('以市民政局来函为准。');
  await person.press('保存');
  await dialog.waitFor({ state: 'detached' });
  expect(await row(person, '本条数量标准')).toBe('2650元 服务标准 2800元 · 每人 · 每月 已更正 更正');
  await person.page.getByText('更正记录（1）').click();
  await person.sees('以市民政局来函为准。');

  await openBasis(person, '75');
  await person.press('更正“《国家通用手语常用词表》”的识别结果');
  await person.press('不是依据文件');
  await dialog.getByLabel('理由').fill('是语言文字规范。');
  await person.press('保存');
  await dialog.waitFor({ state: 'detached' });
  expect(await row(person, '证件名称')).toBe('《国家通用手语常用词表》 服务标准 更正');
  expect(await violationsOn(person.page)).toEqual([]);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('who saw an older reading is told, and loses nothing that they typed', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await openBasis(person, '8');
  await person.press('更正“13次”的识别结果');
  const path = `${entries.get('8') ?? ''}/corrections`;
  const other = await Client.signIn(api.url, 'editor', account('editor').password);
  const { contentHash } = body(await other.get<{ contentHash: string }>(path));
  const entry = body(
    await other.get<{ references: { kind: string; provision: string; start: number; end: number }[] }>(
      entries.get('8') ?? '',
    ),
  );
  const cited = entry.references.find(({ kind }) => kind === 'citation');
  const { kind, provision, start, end } = cited ?? { kind: '', provision: '', start: 0, end: 0 };
  const request = { contentHash, kind, provision, start, end, verdict: 'nothing', reason: '重复。' };
  body(await other.post(path, request, { version: 0 }));

  await person.dialog().getByLabel('理由').fill('应为十三次。');
  await person.press('保存');
  await person.dialog().getByRole('alert').waitFor();
  expect(await person.dialog().getByLabel('理由').inputValue()).toBe('应为十三次。');
  await person.leave();
});

test('who may not correct sees no way to', async () => {
  const person = await Person.signIn(browser, api.url, account('auditor'));
  await openBasis(person, '10');
  expect(await person.button(/^更正/).count()).toBe(0);
  await person.leave();
});
