/**
 * The whole work, at the desk, in Chinese: an editor forks the imported edition and amends two entries, a second person
 * reviews, the edition changes, is compared and published by a third, and an auditor reads the record and proves it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Person } from './person.ts';

const TITLE = '调整儿童福利保障标准';
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

function signIn(username: string): Promise<Person> {
  const account = database.accounts.find((candidate) => candidate.username === username);
  if (account === undefined) throw new Error(`no account ${username}`);
  return Person.signIn(browser, api.url, account);
}

test('an edition is drafted, reviewed, compared, published and proven by five people', async () => {
  const editor = await signIn('editor');
  await forkEdition(editor);
  const edition = editor.page.url();
  await openAmendment(editor);
  await reviseEntry(editor, '10 特殊儿童群体', '服务标准', '每人每月2800元。');
  await reviseEntry(editor, '49 职业病防治', '牵头负责单位', '市卫生健康委、市总工会。');
  await submit(editor);
  const amendment = editor.page.url();

  const reviewer = await signIn('reviewer');
  await review(reviewer, amendment);
  await merge(editor, amendment);
  await seeTheEditionChanged(editor, edition);
  await compare(editor, edition);
  await prepare(editor, edition);

  const publisher = await signIn('publisher');
  await publish(publisher, edition);
  const auditor = await signIn('auditor');
  await audit(auditor);
  expect([editor, reviewer, publisher, auditor].flatMap((person) => person.complaints)).toEqual([]);
});

async function forkEdition(editor: Person): Promise<void> {
  await editor.go('/comparisons');
  await editor.sees('目前只有一个版本');
  await editor.follow('版本');
  await editor.page.getByRole('link', { name: '2023年版（征求意见稿）', exact: true }).click();
  await editor.press('起草新版本');
  await editor.dialog().getByLabel('新版本名称').fill('2023年版');
  await editor.dialog().getByRole('button', { name: '起草新版本' }).click();
  await editor.page.getByRole('heading', { name: '2023年版', exact: true }).waitFor();
}

async function openAmendment(editor: Person): Promise<void> {
  await editor.press('新建修订');
  const dialog = editor.dialog();
  await dialog.getByLabel('标题').fill(TITLE);
  await dialog.getByLabel('修订理由').fill('2023年困境儿童生活费标准调整，牵头单位同步明确。');
  await dialog
    .getByLabel('依据', { exact: true })
    .fill('《关于调整困境儿童生活费标准的通知》（京民儿福发〔2023〕246号）');
  await dialog.getByRole('button', { name: '新建修订' }).click();
  await editor.sees('正在修订');
}

async function reviseEntry(editor: Person, entry: string, provision: string, text: string): Promise<void> {
  await editor.follow(new RegExp(`^${entry}`));
  // Once an entry is being edited, the next one opens for editing too; until it is there, the one before still stands.
  const form = editor.page.getByRole('heading', { name: new RegExp(`^正在修改：${entry}`) });
  const revise = editor.button('修改本条');
  await revise.or(form).first().waitFor();
  if (await revise.isVisible()) await revise.click();
  await form.waitFor();
  const field = editor.page.getByRole('textbox', { name: new RegExp(`${provision}$`) });
  await field.fill(text);
  // The difference shows while typing, before anything is saved.
  await editor.page.getByRole('article').locator('ins').first().waitFor();
  await editor.press('保存到修订');
  await editor.sees(/已保存/);
}

async function submit(editor: Person): Promise<void> {
  await editor.follow(/查看并提交/);
  await editor.page.getByRole('heading', { name: TITLE }).waitFor();
  expect(await editor.button('通过').count()).toBe(0);
  await editor.press('提交审核');
  await confirmIfAsked(editor);
  await editor.sees('待审核');
}

async function review(reviewer: Person, amendment: string): Promise<void> {
  await reviewer.sees(TITLE);
  await reviewer.go(new URL(amendment).pathname);
  await reviewer.page.getByRole('heading', { name: TITLE }).waitFor();
  await reviewer.page.locator('ins', { hasText: '2800元' }).first().waitFor();
  await reviewer.sees(/您未参与本修订的起草/);
  await reviewer.press('通过');
  await confirmIfAsked(reviewer);
  await reviewer.sees('已通过');
}

async function merge(editor: Person, amendment: string): Promise<void> {
  await editor.go(new URL(amendment).pathname);
  await editor.press('并入草案');
  await confirmIfAsked(editor);
  await editor.sees('已并入');
}

async function seeTheEditionChanged(editor: Person, edition: string): Promise<void> {
  await editor.go(new URL(edition).pathname);
  await editor.follow('10 特殊儿童群体');
  await editor.page.getByRole('article').getByText('2800元').first().waitFor();
  await editor.page.getByRole('tab', { name: /历史/ }).click();
  await editor.sees(TITLE);
}

async function compare(editor: Person, edition: string): Promise<void> {
  await editor.go(new URL(edition).pathname);
  await editor.page.getByRole('banner').getByRole('link', { name: '对比' }).click();
  await editor.page
    .locator('del', { hasText: /^2650元$/ })
    .first()
    .waitFor();
  await editor.page
    .locator('ins', { hasText: /^2800元$/ })
    .first()
    .waitFor();
  const link = editor.page.url();
  await editor.go(link);
  await editor.page
    .locator('ins', { hasText: /^2800元$/ })
    .first()
    .waitFor();
}

async function prepare(editor: Person, edition: string): Promise<void> {
  await editor.go(new URL(edition).pathname);
  await stage(editor, '进入定稿');
  await editor.sees('定稿中');
  await stage(editor, '提请发布', async () => {
    // What is looked at before publication leads to where it is put right.
    await editor.dialog().getByRole('link', { name: '查看校核问题' }).first().waitFor();
    await editor.dialog().getByLabel('实施日期').fill(new Date().toISOString().slice(0, 10));
  });
  await editor.sees('待发布');
}

async function publish(publisher: Person, edition: string): Promise<void> {
  await publisher.go(new URL(edition).pathname);
  await stage(publisher, '发布', undefined, () => publisher.sees(/正在发布/));
  await publisher.sees('已发布');
  await publisher.go(`${new URL(edition).pathname}/publication`);
  const row = publisher.page.getByRole('row', { name: /docx/i });
  const download = publisher.page.waitForEvent('download');
  await row.getByRole('link').first().click();
  const bytes = readFileSync(await (await download).path());
  expect(await row.textContent()).toContain(createHash('sha256').update(bytes).digest('hex').slice(0, 8));
  const document = Buffer.from(unzipSync(bytes)['word/document.xml'] ?? []).toString();
  expect(document).toContain('每人每月2800元。');
  expect(document).not.toContain('每人每月2650元。');
}

async function audit(auditor: Person): Promise<void> {
  await auditor.follow(/^账本$/);
  await auditor.page.getByRole('cell', { name: '审核通过' }).first().waitFor();
  await auditor.press('核验账本');
  await auditor.sees('账本完好');
}

/** Chooses an act of the edition's stage menu and confirms it in its dialog. */
async function stage(
  person: Person,
  act: string,
  fill?: () => Promise<void>,
  meanwhile?: () => Promise<void>,
): Promise<void> {
  await person.press('办理');
  await person.page.getByRole('menuitem', { name: new RegExp(`^${act}`) }).click();
  await person.dialog().waitFor();
  await fill?.();
  await person.dialog().getByRole('button', { name: act, exact: true }).click();
  await meanwhile?.();
  await person.dialog().waitFor({ state: 'hidden' });
}

async function confirmIfAsked(person: Person): Promise<void> {
  const dialog = person.dialog();
  const asked = await dialog.waitFor({ timeout: 1_500 }).then(
    () => true,
    () => false,
  );
  if (asked) await dialog.getByRole('button').last().click();
}
