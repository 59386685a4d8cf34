/** Nothing that a person typed is lost: not to another's save, a slow line, an earlier visit or a second window. */
import type { Browser, Page } from 'playwright-core';
import type { SeededApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { body, openAmendment, revise, type EntryBody } from '../support/work.ts';
import { drafted } from './drafted.ts';
import type { Person } from './person.ts';

let api: SeededApi;
let browser: Browser;
let client: Client;
let person: Person;
let edition: string;
let entries: readonly string[];

beforeAll(async () => {
  ({ api, browser, client, person, edition } = await drafted());
  const list = body(await client.get<{ items: { serviceId: string }[] }>(`${edition}/entries?perPage=20`));
  entries = list.items.map(({ serviceId }) => serviceId);
});

afterAll(async () => {
  expect(person.complaints).toEqual([]);
  await browser.close();
  await api.stop();
});

/** An amendment with an edit of this entry, opened in the form. */
async function opened(index: number): Promise<{ entry: EntryBody; edit: { id: string; version: number }; at: string }> {
  const entry = body(await client.get<EntryBody>(`${edition}/entries/${entries[index] ?? ''}`));
  const amendment = await openAmendment(client, edition.split('/')[2] ?? '', `修改第${index}条`);
  const edit = await revise(client, amendment.id, entry, { funding: '市级财政。' });
  const at = `${edition}/entries/${entry.serviceId}?amendment=${amendment.id}&edit=entry`;
  await person.go(at);
  await field('服务标准').waitFor();
  return { entry, edit, at };
}

function field(name: string, page: Page = person.page) {
  return page.getByRole('textbox', { name: new RegExp(name) });
}

/** Away and back, past the question whether to leave. */
async function awayAndBack(at: string): Promise<void> {
  await person.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作台' }).click();
  await person.press('离开');
  await person.page.waitForURL(({ pathname }) => pathname === '/');
  await person.go(at);
  await field('服务标准').waitFor();
}

test('what only another changed is kept, and what both changed is asked', async () => {
  const { entry, edit, at } = await opened(2);
  await field('服务标准').fill('我改的标准。');
  await field('支出责任').fill('我改的支出。');
  const amendmentId = new URL(at, api.url).searchParams.get('amendment') ?? '';
  const provisions = { ...entry.provisions, content: '另改的内容。', funding: '另改的支出。' };
  const path = `/amendments/${amendmentId}/edits/${edit.id}`;
  body(await client.put(path, { title: entry.title, provisions }, edit.version));
  await person.page.keyboard.press('Control+s');
  const dialog = person.dialog();
  await dialog.getByText('服务内容您没有改过，已采用已保存的文字。').waitFor();
  expect(await dialog.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('支出责任');
  const goOn = dialog.getByRole('button', { name: '继续编辑选定的文字' });
  expect(await goOn.isEnabled()).toBe(false);
  await dialog.getByRole('button', { name: '用我的' }).click();
  await goOn.click();
  await person.press('保存到修订');
  await person.sees(/^已保存/);
  const now = body(await client.get<{ edits: { proposed: EntryBody }[] }>(`/amendments/${amendmentId}`)).edits[0]
    ?.proposed.provisions;
  expect([now?.content, now?.standard, now?.funding]).toEqual(['另改的内容。', '我改的标准。', '我改的支出。']);
});

test('words typed while a save is under way are kept', async () => {
  const { at } = await opened(3);
  await person.page.route(/\/edits\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await route.continue();
  });
  await field('服务标准').fill('第一句。');
  await person.page.keyboard.press('Control+s');
  await person.page.waitForTimeout(600);
  await field('服务标准').fill('第一句。第二句。');
  await person.page.waitForTimeout(1_500);
  await person.page.unroute(/\/edits\//);
  await awayAndBack(at);
  expect(await field('服务标准').inputValue()).toBe('第一句。');
  await person.press('恢复');
  expect(await field('服务标准').inputValue()).toBe('第一句。第二句。');
});

test('what is typed beside an offer is kept, whatever becomes of the offer', async () => {
  const { at } = await opened(4);
  await field('服务标准').fill('第一次写。');
  await awayAndBack(at);
  await field('服务标准').fill('第二次写。');
  await person.press('恢复');
  expect(await field('服务标准').inputValue()).toBe('第一次写。');
  await person.press('恢复');
  expect(await field('服务标准').inputValue()).toBe('第二次写。');
  await person.press('丢弃');
  await awayAndBack(at);
  await person.press('恢复');
  expect(await field('服务标准').inputValue()).toBe('第二次写。');
});

test('saving in one window leaves what is kept of another', async () => {
  const { at } = await opened(5);
  const other = await person.page.context().newPage();
  await other.goto(at);
  await field('服务内容', other).fill('另一个窗口写的。');
  await other.waitForTimeout(600);
  await field('服务标准').fill('这个窗口写的。');
  await person.press('保存到修订');
  await person.sees(/^已保存/);
  await other.close();
  await person.go(at);
  await person.press('恢复');
  expect(await field('服务内容').inputValue()).toBe('另一个窗口写的。');
});

test('another language takes nothing of what is being typed', async () => {
  await opened(6);
  await field('服务标准').fill('写到一半的');
  await person.press(/^EN/);
  await person.page.getByRole('button', { name: 'Save to the amendment' }).waitFor();
  expect(await field('Standard').inputValue()).toBe('写到一半的');
  await person.press(/^中/);
  expect(await field('服务标准').inputValue()).toBe('写到一半的');
});
