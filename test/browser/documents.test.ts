/** What leaves the office, from the desk: forms in official words, one chapter, the comparison table and the revision notes. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { bootSeededApi, type SeededApi } from '../support/api.ts';
import { bundledOutline, mapProvisions } from '../support/bundled-standard.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { body, importedEdition } from '../support/imports.ts';
import { carryThrough, editions, fork, openAmendment, revise, type EntryBody } from '../support/work.ts';
import { violationsOn } from './axe.ts';
import { Person } from './person.ts';

const WORK = '北京市基本公共服务实施标准';

let api: SeededApi;
let browser: Browser;
let person: Person;
let editor: Client;
let ids: { readonly imported: string; readonly draft: string; readonly foreign: string };

beforeAll(async () => {
  api = await bootSeededApi();
  browser = await launchBrowser();
  const signIn = (role: string): Promise<Client> => {
    const { username, password } = api.account(role);
    return Client.signIn(api.url, username, password);
  };
  editor = await signIn('editor');
  const reviewer = await signIn('reviewer');
  const [imported] = await editions(editor);
  const draft = await fork(editor, imported?.id ?? '', '2023年版');
  const list = body(await editor.get<{ items: { serviceId: string }[] }>(`/editions/${draft.id}/entries?perPage=20`));
  const entry = body(await editor.get<EntryBody>(`/editions/${draft.id}/entries/${list.items[9]?.serviceId ?? ''}`));
  const amendment = await openAmendment(editor, draft.id, '提高标准');
  await revise(editor, amendment.id, entry, { standard: '每人每月2800元。' });
  await carryThrough(editor, reviewer, amendment.id);
  ids = { imported: imported?.id ?? '', draft: draft.id, foreign: await importedElsewhere(editor) };
  person = await Person.signIn(browser, api.url, api.account('editor'));
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

/** Presses the button of the dialog and gives the file that the browser keeps. */
async function kept(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    person.page.waitForEvent('download', { timeout: 60_000 }),
    person.press('生成并下载'),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('a chapter of a draft as PDF is kept under its Chinese name', async () => {
  await person.go(`/editions/${ids.draft}`);
  await person.press('下载');
  await person.dialog().getByText('公文版式，供印制、归档').waitFor();
  await person.dialog().getByRole('radio', { name: 'PDF' }).check();
  await person.dialog().getByLabel('范围').selectOption('三、劳有所得');
  const { name, bytes } = await kept();
  expect(name).toBe(`${WORK}（2023年版） 三、劳有所得（草案 第2次提交）.pdf`);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  await person.dialog().getByText(`已生成“${name}”`).waitFor();
  await person.press('关闭');
});

test('the comparison table and the revision notes are kept under theirs', async () => {
  await person.go(`/comparisons?before=edition:${ids.imported}&after=edition:${ids.draft}`);
  await person.press('生成公文');
  await person.dialog().getByRole('radio', { name: 'Word 文档，带修订标记' }).check();
  const table = await kept();
  expect(table.name).toBe(`${WORK}修订对照表（2023年版（征求意见稿）→2023年版）（修订标记）.docx`);
  expect(table.bytes.subarray(0, 2).toString()).toBe('PK');
  await person.dialog().getByRole('group', { name: '编制说明' }).getByRole('radio', { name: '网页' }).check();
  const notes = await kept();
  expect(notes.name).toBe(`${WORK}编制说明（2023年版（征求意见稿）→2023年版）.html`);
  expect(notes.bytes.toString()).toContain('共调整条目1项');
  await person.press('关闭');
});

test('a table that lacks reasons says where, and each place is a link', async () => {
  await person.go(`/comparisons?before=edition:${ids.imported}&after=edition:${ids.foreign}`);
  await person.press('生成公文');
  await person.press('生成并下载');
  const alert = person.dialog().getByRole('alert');
  await alert.getByText('以下 2 处修改没有理由').waitFor();
  await alert.getByRole('link', { name: /^10\./ }).click();
  await person.page.waitForURL(`**/editions/${ids.foreign}/entries/*`);
  await person.sees('每人每月3000元。');
  expect(person.complaints).toEqual([]);
});

test('a reason is stated for all that lack one, and the table is written with it', async () => {
  await person.go(`/comparisons?before=edition:${ids.imported}&after=edition:${ids.foreign}`);
  await person.press('缺理由 2');
  await person.press(/^填写“10 .+”的修改理由$/);
  const dialog = person.dialog();
  expect(await violationsOn(person.page)).toEqual([]);
  await dialog.getByLabel(/^修改理由/).fill('按国家标准调整。');
  await dialog.getByLabel('依据').fill('《国家基本公共服务标准（2023年版）》');
  await dialog.getByRole('checkbox', { name: '同时用于其余 1 处没有理由的变化' }).check();
  await dialog.getByRole('button', { name: '保存理由' }).click();
  await dialog.waitFor({ state: 'detached' });
  await person.sees('没有符合条件的变化。');
  await person.go(`/comparisons?before=edition:${ids.imported}&after=edition:${ids.foreign}`);
  await person.page.getByText('按国家标准调整。').nth(1).waitFor();
  await person.sees(/^陈晓明 于 .+ 填写$/);
  expect(await violationsOn(person.page)).toEqual([]);
  await person.press('生成公文');
  await person.dialog().getByRole('group', { name: '修订对照表' }).getByRole('radio', { name: '网页' }).check();
  const { bytes } = await kept();
  expect(bytes.toString().split('按国家标准调整。')).toHaveLength(3);
  expect(person.complaints).toEqual([]);
});

test('who was slower sees in the dialog what another stated, and what was typed stays', async () => {
  const sides = { before: `edition:${ids.imported}`, after: `edition:${ids.foreign}` };
  await person.go(`/comparisons?before=${sides.before}&after=${sides.after}`);
  await person.press(/^修改“10 .+”的修改理由$/);
  const dialog = person.dialog();
  await dialog.getByLabel(/^修改理由/).fill('按国家标准（2023年版）调整。');
  const { entries } = body(
    await editor.get<{ entries: { change: string; stated: { version: number } | null }[] }>(
      `/comparisons?before=${sides.before}&after=${sides.after}`,
    ),
  );
  const changes = entries.map(({ change, stated }) => ({ change, version: stated?.version ?? 0 }));
  body(await editor.post('/comparisons/reasons', { ...sides, changes, reason: '另有原因。', basis: '' }));
  await dialog.getByRole('button', { name: '保存理由' }).click();
  await dialog.getByRole('region', { name: '现在所填的理由' }).getByText('另有原因。').waitFor();
  expect(await dialog.getByLabel(/^修改理由/).inputValue()).toBe('按国家标准（2023年版）调整。');
  await dialog.getByRole('button', { name: '保存理由' }).click();
  await dialog.waitFor({ state: 'detached' });
  await person.sees('按国家标准（2023年版）调整。');
  expect(person.complaints).toEqual([]);
});

/** An edition that came from outside with two texts of its own, and without a reason for them. */
function importedElsewhere(editor: Client): Promise<string> {
  const { schema, title, edition, sections } = bundledOutline();
  const standards = new Map([
    ['5', '每两年一次。'],
    ['10', '每人每月3000元。'],
  ]);
  const changed = mapProvisions({ schema, title, edition, sections }, (path, provision, text) =>
    provision === 'standard' ? (standards.get(path) ?? text) : text,
  );
  return importedEdition(editor, { ...changed, title: `${WORK}（2024年版）`, edition: '2024年版' });
}
