/** A difference as an official reads it, in Chromium: three texts beside each other, a clause that moved, form left out. */
import type { Browser } from 'playwright-core';
import { bootSeededApi, type SeededApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { body, carryThrough, editions, fork, openAmendment, revise, type EntryBody } from '../support/work.ts';
import { violationsOn } from './axe.ts';
import { Person } from './person.ts';

const FIRST = '对服务对象逐户开展需求评估并建立台账';
const SECOND = '按季度组织专业人员上门提供照护指导';

let api: SeededApi;
let browser: Browser;
let person: Person;
let amendment: string;
let comparison: string;

beforeAll(async () => {
  api = await bootSeededApi();
  browser = await launchBrowser();
  const { username, password } = api.account('editor');
  const editor = await Client.signIn(api.url, username, password);
  const reviewer = await Client.signIn(api.url, 'reviewer', api.account('reviewer').password);
  const [imported] = await editions(editor);
  const draft = await fork(editor, imported?.id ?? '', '2026年版');
  const entryAt = async (number: string): Promise<EntryBody> => {
    const { items } = body(
      await editor.get<{ items: { serviceId: string; number: string }[] }>(`/editions/${draft.id}/entries?perPage=100`),
    );
    const found = items.find((item) => item.number === number)?.serviceId ?? '';
    return body(await editor.get<EntryBody>(`/editions/${draft.id}/entries/${found}`));
  };
  const first = await openAmendment(editor, draft.id, '先改服务内容');
  const twelve = await entryAt('12');
  const standard =
    twelve.provisions?.standard.replace('（国发〔2016〕13号）', '(国发﹝2016﹞13号)').replace('一季度', '每月') ?? '';
  await revise(editor, first.id, twelve, { content: `${FIRST}；${SECOND}。`, standard });
  await carryThrough(editor, reviewer, first.id);
  const second = await openAmendment(editor, draft.id, '调整先后次序');
  await revise(editor, second.id, await entryAt('12'), { content: `${SECOND}；${FIRST}。` });
  await revise(editor, second.id, await entryAt('10'), { standard: '每人每月2800元。' });
  amendment = `/amendments/${second.id}`;
  comparison = `/comparisons?before=edition:${imported?.id}&after=edition:${draft.id}`;
  person = await Person.signIn(browser, api.url, api.account('editor'));
});

afterAll(async () => {
  expect(person.complaints).toEqual([]);
  await browser.close();
  await api.stop();
});

async function isReadable(): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await person.page.emulateMedia({ colorScheme });
    expect(await violationsOn(person.page)).toEqual([]);
  }
  expect(await person.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
    0,
  );
}

function focused(): Promise<string | null> {
  return person.page.locator(':focus').getAttribute('aria-label');
}

test('published, draft and amendment stand beside each other where the draft had moved on', async () => {
  await person.go(amendment);
  await person.press('三方');
  await person.page.waitForURL(/[?&]view=three/);
  const content = person.page
    .locator('.changed')
    .filter({ has: person.page.getByRole('heading', { name: '服务内容' }) });
  for (const name of [/^底本：2023年版/, '草案现状（对照底本）', '本修订（对照草案）'])
    await content.getByRole('heading', { name }).waitFor();
  const columns = content.locator('.trio > div');
  expect(await columns.nth(0).locator('ins, del').count()).toBe(0);
  expect(await columns.nth(1).locator('ins').first().innerText()).not.toBe('');
  // What nobody touched before is told by two texts.
  const other = person.page.locator('.changed').filter({ has: person.page.getByRole('heading', { name: '服务标准' }) });
  expect(await other.locator('.pair > div').count()).toBe(2);
  await isReadable();
});

test('entries stand in document order, and the record says which of them was edited', async () => {
  await person.go(amendment);
  const entries = person.page.getByRole('article').getByRole('heading', { level: 2, name: /^\d/ });
  await entries.first().waitFor();
  expect((await entries.allInnerTexts()).map((text) => text.split('.')[0])).toEqual(['10', '12']);
  const record = person.page.getByRole('complementary').getByRole('listitem');
  await record.filter({ hasText: /加入修改 · 10 特殊儿童群体/ }).waitFor();
  await record.filter({ hasText: /加入修改 · 12 农村留守儿童/ }).waitFor();
});

test('a clause that only changed its place says so at both ends, which lead to each other', async () => {
  await person.go(`${amendment}?view=inline`);
  const away = person.button('移走的第 1 处，转到移入的位置');
  const here = person.button('移入的第 1 处，转到原来的位置');
  await away.click();
  expect(await focused()).toBe(await here.getAttribute('aria-label'));
  await person.page.keyboard.press('Enter');
  expect(await focused()).toBe(await away.getAttribute('aria-label'));
  await isReadable();
});

test('changes of form are left out one by one, and the address says so', async () => {
  await person.go(comparison);
  const row = person.page.getByRole('row').filter({ hasText: '农村留守儿童' });
  await row.locator('del', { hasText: '（' }).first().waitFor();
  await person.press('隐藏格式变化（1）');
  await person.page.waitForURL(/[?&]format=hide/);
  await row.locator('del', { hasText: '（' }).first().waitFor({ state: 'detached' });
  await row.locator('del', { hasText: '一季度' }).waitFor();
  await person.page.reload();
  await row.locator('del', { hasText: '一季度' }).waitFor();
  expect(await row.locator('del', { hasText: '（' }).count()).toBe(0);
  await isReadable();
});
