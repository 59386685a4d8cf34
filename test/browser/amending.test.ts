/** What a person is told about an amendment before and after an act of their own, in Chromium. */
import type { Browser } from 'playwright-core';
import { bootSeededApi, type SeededApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { body, carryThrough, cause, editions, fork, openAmendment, revise, type EntryBody } from '../support/work.ts';
import { Person } from './person.ts';

let api: SeededApi;
let browser: Browser;
let editor: Client;
let reviewer: Client;
let person: Person;
let editionId: string;

beforeAll(async () => {
  api = await bootSeededApi();
  browser = await launchBrowser();
  editor = await Client.signIn(api.url, 'editor', api.account('editor').password);
  reviewer = await Client.signIn(api.url, 'reviewer', api.account('reviewer').password);
  const [imported] = await editions(editor);
  editionId = (await fork(editor, imported?.id ?? '', '2026年版')).id;
  person = await Person.signIn(browser, api.url, api.account('editor'));
});

afterAll(async () => {
  expect(person.complaints).toEqual([]);
  await browser.close();
  await api.stop();
});

async function entryAt(number: string): Promise<EntryBody> {
  const { items } = body(
    await editor.get<{ items: { serviceId: string; number: string }[] }>(`/editions/${editionId}/entries?perPage=100`),
  );
  const found = items.find((item) => item.number === number)?.serviceId ?? '';
  return body(await editor.get<EntryBody>(`/editions/${editionId}/entries/${found}`));
}

/** An amendment of these entries. */
async function amend(title: string, ...numbers: readonly string[]): Promise<string> {
  const { id } = await openAmendment(editor, editionId, title);
  for (const number of numbers) await revise(editor, id, await entryAt(number), { standard: `${title}。` });
  return id;
}

test('who takes a text out of an approved amendment is warned, and then goes on with what is left', async () => {
  const id = await amend('按新的标准执行', '10', '12');
  await cause(editor, id, 'submit');
  await cause(reviewer, id, 'approve');
  await person.go(`/amendments/${id}`);
  await person.button('从修订中撤下').first().click();
  await person.dialog().getByText('已有的通过随之失效').waitFor();
  await person.dialog().getByRole('button', { name: '从修订中撤下' }).click();
  await person.dialog().waitFor({ state: 'detached' });
  await person.button('提交审核').waitFor();
  expect(await person.button('提交审核').isEnabled()).toBe(true);
  expect(await person.page.getByText('您打开以后，本修订已有变化').count()).toBe(0);
});

test('who comments goes on from the button that was pressed for it', async () => {
  const id = await amend('逐条征求意见', '17');
  await person.go(`/amendments/${id}`);
  for (const opener of ['对“服务标准”提意见', '回复', '对整项修订提意见']) {
    await person.button(opener).first().focus();
    await person.page.keyboard.press('Enter');
    await person.page.keyboard.type('请说明依据。');
    await person.page.keyboard.press('Tab');
    await person.page.keyboard.press('Enter');
    await person.page.locator('.comment-form').waitFor({ state: 'detached' });
    await person.button(opener).and(person.page.locator(':focus')).waitFor();
  }
});

test('who proposes something else in an approved amendment is warned', async () => {
  const id = await amend('分别提出', '14');
  await cause(editor, id, 'submit');
  await cause(reviewer, id, 'approve');
  const { serviceId } = await entryAt('15');
  await person.go(`/editions/${editionId}/entries/${serviceId}?amendment=${id}`);
  for (const act of ['取消本条', '移动本条', '在此后新增条目']) {
    await person.press('更多修改');
    await person.page.getByRole('menuitem', { name: act }).click();
    await person.dialog().getByText('已有的通过随之失效').waitFor();
    await person.page.keyboard.press('Escape');
    await person.dialog().waitFor({ state: 'detached' });
  }
});

test('a form says at once that its amendment was merged, and the next change belongs to another one', async () => {
  const id = await amend('先行并入', '34');
  const { serviceId } = await entryAt('49');
  await person.go(`/editions/${editionId}/entries/${serviceId}?amendment=${id}&edit=entry`);
  const field = person.page.getByRole('textbox', { name: /服务标准$/ });
  await field.fill('还没有保存的文字。');
  await carryThrough(editor, reviewer, id);
  await person.page.getByRole('alert').getByText('本修订已并入，这里的文字不能再保存').waitFor();
  expect(await field.inputValue()).toBe('还没有保存的文字。');
  expect(await person.button('保存到修订').isEnabled()).toBe(false);
  await person.go(`/editions/${editionId}/entries/${serviceId}?amendment=${id}`);
  await person.sees('修订已办结');
  await person.press('修改本条');
  await person.dialog().waitFor();
  await person.dialog().getByRole('button', { name: '取消', exact: true }).click();
  await person.press('结束并返回版本');
  await person.page.waitForURL((url) => !url.search.includes('amendment'));
});

test('the author of a returned amendment is told what to do, once', async () => {
  const id = await amend('退回修改', '18');
  await cause(editor, id, 'submit');
  await cause(reviewer, id, 'requestChanges', '请写明依据。');
  await person.go('/');
  const cards = person.page.locator('.card.pick').filter({ hasText: '退回修改' });
  await cards.first().waitFor();
  expect(await cards.count()).toBe(1);
  await person.go(`/amendments/${id}`);
  await person.sees('审核人退回修改');
  await person.press('收回修改');
  await person.button('提交审核').waitFor();
});

test('whoever signs in again is not told any more that the session is over', async () => {
  const id = await amend('重新登录', '34');
  await person.go(`/amendments/${id}`);
  await person.button('提交审核').waitFor();
  await person.page.context().clearCookies();
  await person.press('提交审核');
  await person.dialog().getByLabel('密码').fill(api.account('editor').password);
  await person.dialog().getByRole('button', { name: '登录' }).click();
  await person.dialog().waitFor({ state: 'detached' });
  expect(await person.page.getByText('登录已过期').count()).toBe(0);
  await person.press('提交审核');
  await person.sees('待审核');
});

test('everything that an edition waits for can be opened from its checklist', async () => {
  for (let at = 1; at <= 14; at += 1) await openAmendment(editor, editionId, `待办之${at}`);
  await person.go(`/editions/${editionId}/checklist`);
  const last = person.page.getByRole('link', { name: /待办之14$/ });
  await person.page
    .getByText(/^另有 \d+ 处$/)
    .first()
    .click();
  await last.click();
  await person.page.getByRole('heading', { name: '待办之14' }).waitFor();
});
