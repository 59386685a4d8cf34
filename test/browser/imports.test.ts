/** A document's whole way in, as its editor goes it: a .docx that Word numbered becomes an edition, an edited copy an amendment. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Entry, Outline } from '../../packages/outline/src/index.ts';
import { writeDocx } from '../../packages/writer/src/docx/index.ts';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { bundledStandard, changed, numberedByWord } from '../support/documents.ts';
import { body, editions, fork } from '../support/work.ts';
import { Person } from './person.ts';

let database: SeededDatabase;
let api: TestApi;
let browser: Browser;
let folder: string;
let editor: Person;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dingben-documents-'));
  database = await createSeededDatabase();
  api = await bootApi({ databaseUrl: database.appUrl, dataFolder: database.dataFolder });
  browser = await launchBrowser();
  editor = await Person.signIn(browser, api.url, account('editor'));
});
afterAll(async () => {
  await editor.leave();
  await browser.close();
  await api.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function account(role: string) {
  const found = database.accounts.find((candidate) => candidate.role === role);
  if (found === undefined) throw new Error(`no account with the role ${role}`);
  return found;
}

/** Uploads a document as a person chooses one. */
async function upload(name: string, bytes: Uint8Array | string): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  await editor.go('/imports');
  await editor.button('选择文件').waitFor();
  await editor.page.locator('input[type=file]').setInputFiles(path);
}

/** The standard as an office typed it the year after: one entry renamed, one gone, one amount empty. */
function nextYear(): Outline {
  const bundled = bundledStandard();
  return changed({ ...bundled, title: '北京市基本公共服务实施标准（2024年版）', edition: '2024年版' }, (entry) => {
    if (entry.number === '10') return [];
    if (entry.number === '12') return [{ ...entry, title: `${entry.title}和支持` }];
    return [entry.number === '3' && entry.provisions !== undefined ? withoutFunding(entry) : entry];
  });
}

function withoutFunding(entry: Entry): Entry {
  return entry.provisions === undefined ? entry : { ...entry, provisions: { ...entry.provisions, funding: '' } };
}

test('a document that Word numbered becomes an edition, with a reload at every step', async () => {
  await upload('2024年版.docx', await numberedByWord(nextYear()));
  await editor.sees('条款没有内容。');
  await editor.sees('92');
  await editor.page.reload();
  await editor.sees('还有 1 处错误待处理，处理完才能写入。');
  await editor.press(/^改写 第 3 条/);
  const line = editor.dialog().getByLabel('这一行的文字');
  await line.fill('支出责任：区级财政承担支出责任。');
  await editor.dialog().getByRole('button', { name: '更正' }).click();
  await editor.sees('错误都已处理。');
  await editor.press('撤销上一次更正');
  await editor.sees('还有 1 处错误待处理，处理完才能写入。');
  await editor.press(/^保留原样 第 3 条/);
  await editor.sees('错误都已处理。');
  await editor.press('下一步');
  await editor.sees('待核对 1');
  await editor.page.reload();
  await editor.press(/^确认 11 农村留守儿童关爱保护和支持/);
  await editor.sees('待核对 0');
  await editor.press('下一步');
  await editor.page.getByLabel('版本名称').fill('2024年版（送审）');
  await editor.page.reload();
  await editor.page.getByText('一个新版本').waitFor();
  expect(await editor.page.getByLabel('版本名称').inputValue()).toBe('2024年版（送审）');
  await editor.press('写入');
  await editor.sees('导入完成');
  await editor.follow('打开这个版本');
  await editor.sees('农村留守儿童关爱保护和支持');
  await editor.sees('2024年版（送审）');
  expect(editor.complaints).toEqual([]);
}, 120_000);

test('an edited copy of a draft becomes an amendment of it', async () => {
  const { username, password } = account('editor');
  const client = await Client.signIn(api.url, username, password);
  const [base] = (await editions(client)).filter(({ label }) => label.includes('征求意见稿'));
  const draft = await fork(client, base?.id ?? '', '2023年版');
  const current = body(await client.get<Outline>(`/editions/${draft.id}/document`));
  const copy = changed(current, (entry) => {
    if (entry.number !== '8' || entry.provisions === undefined) return [entry];
    return [{ ...entry, provisions: { ...entry.provisions, leadAgency: '市卫生健康委、市教委。' } }];
  });
  await upload('会签稿.docx', await writeDocx(copy));
  await editor.press('下一步');
  await editor.sees('待核对 0');
  await editor.press('下一步');
  await editor.sees('与草案的差别 · 共 1 处改动');
  await editor.page.getByRole('textbox', { name: /^标题/ }).fill('按会签意见修改');
  await editor.press('写入');
  await editor.sees('修订建议已建立，可以继续修改后提交审核。');
  await editor.follow('打开这项修订');
  await editor.sees('按会签意见修改');
  await editor.sees('市教委');
  expect(editor.complaints).toEqual([]);
}, 60_000);

test('a document that must not be read says why, and one that is on its way is found again', async () => {
  await upload(
    '旧文件.docx',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(1016)]),
  );
  await editor.sees('这是旧版 Word 文档（.doc）。请用 Word 或 WPS 另存为 .docx 再导入。');
  await editor.press('放弃');
  await editor.dialog().getByRole('button', { name: '放弃' }).click();
  await editor.sees('没有未完成的导入');
  await upload('在途.txt', '某标准（2025年版）\n一、章\n1.甲。\n服务对象：甲。\n');
  await editor.sees('缺少条款。');
  await editor.go('/imports');
  await editor.follow('在途.txt');
  await editor.sees('缺少条款。');
  expect(editor.complaints).toEqual([]);
}, 60_000);
