import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { readZip } from '@dingben/publication';
import { bootSeededApi, type SeededApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { body, carryThrough, causeEdition, editions, fork, openAmendment, revise } from '../support/work.ts';
import { violationsOn } from './axe.ts';
import { Person } from './person.ts';

/** Where to leave pictures of the pages, for who wants to look at them. */
const SHOTS = process.env['DINGBEN_SHOTS'];

let api: SeededApi;
let browser: Browser;
let editionId: string;
let publisher: Person;
const folder = mkdtempSync(join(tmpdir(), 'dingben-publishing-'));

beforeAll(async () => {
  api = await bootSeededApi();
  browser = await launchBrowser();
  const signIn = (role: string) => {
    const { username, password } = api.account(role);
    return Client.signIn(api.url, username, password);
  };
  const [editor, reviewer] = await Promise.all([signIn('editor'), signIn('reviewer')]);
  const [imported] = await editions(editor);
  editionId = (await fork(editor, imported?.id ?? '', '2023年版')).id;
  const entries = body(
    await editor.get<{ items: { serviceId: string; number: string }[] }>(`/editions/${editionId}/entries?perPage=100`),
  ).items;
  const found = entries.find(({ number }) => number === '10');
  const entry = body(
    await editor.get<Parameters<typeof revise>[2]>(`/editions/${editionId}/entries/${found?.serviceId ?? ''}`),
  );
  const merged = await openAmendment(editor, editionId, '提高标准');
  await revise(editor, merged.id, entry, { standard: '每人每月2800元。' });
  await carryThrough(editor, reviewer, merged.id);
  await openAmendment(editor, editionId, '待定的修订：统一全文对“北京市常住居民”“本市户籍居民”等服务对象的表述');
  publisher = await Person.signIn(browser, api.url, api.account('publisher'));
});
afterAll(async () => {
  await browser.close();
  await api.stop();
});

async function shot(person: Person, name: string): Promise<void> {
  if (SHOTS !== undefined) await person.page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** The command line as a process of its own, without a database. */
function verifyOffline(bytes: Uint8Array): Promise<{ status: number; out: string }> {
  const file = join(folder, '凭证.zip');
  writeFileSync(file, bytes);
  const main = join(__dirname, '../../apps/cli/src/main.ts');
  const options = { cwd: folder, env: { LANG: 'zh_CN.UTF-8', INIT_CWD: folder } };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'verify', file], options, (error, out) => {
      resolve({ status: error === null ? 0 : Number(error.code), out });
    });
  });
}

/** What a field for date and time holds, in Beijing. */
const beijing = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);

test('the checklist says what bars publication, who sees to it and where', async () => {
  const editor = await Person.signIn(browser, api.url, api.account('editor'));
  await editor.go(`/editions/${editionId}/publication`);
  await editor.sees('这个版本还没有发布');
  await editor.page.getByRole('main').getByRole('link', { name: '查看发布核对' }).click();
  await editor.page.getByRole('navigation').locator('a[aria-current=page]', { hasText: '版本' }).waitFor();
  await editor.sees(/还有 \d+ 类事项须先完成/);
  const line = editor.page.getByRole('row', { name: /还有未办结的修订/ });
  await line.getByText(/陈晓明/).waitFor();
  for (const [width, theme] of [
    [1280, 'light'],
    [1280, 'dark'],
    [1920, 'light'],
  ] as const) {
    await editor.page.setViewportSize({ width, height: 900 });
    await editor.page.emulateMedia({ colorScheme: theme });
    await shot(editor, `checklist-${width}-${theme}`);
    expect(await violationsOn(editor.page)).toEqual([]);
    expect(await editor.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  }
  await line.getByRole('link', { name: /待定的修订/ }).click();
  await editor.sees('待定的修订：统一全文');
  expect(editor.complaints).toEqual([]);
  await editor.leave();
});

test('an edition is planned for a moment on the page, and published by itself', async () => {
  const { username, password } = api.account('editor');
  const editor = await Client.signIn(api.url, username, password);
  const open = body(await editor.get<{ items: { id: string; version: number; state: string }[] }>('/amendments')).items;
  for (const { id, version, state } of open)
    if (state === 'draft') body(await editor.post(`/amendments/${id}/events`, { event: 'withdraw' }, { version }));
  const findings = `/editions/${editionId}/findings`;
  const { items } = body(
    await editor.get<{ items: { id: string; version: number }[] }>(`${findings}?severity=error&state=open&perPage=100`),
  );
  for (const { id, version } of items)
    body(await editor.post(`${findings}/${id}/answer`, { state: 'accepted', answer: '保留。' }, { version }));
  await causeEdition(editor, editionId, 'finalise');
  await publisher.go(`/editions/${editionId}/checklist`);
  await publisher.sees('您的角色在此阶段没有可以进行的操作。');
  await causeEdition(editor, editionId, 'schedule', { effectiveDate: '2026-01-01' });
  // Live: the buttons come by themselves.
  await publisher.press('定时发布');
  await publisher
    .dialog()
    .getByLabel(/发布日期和时间/)
    .fill(beijing(Date.now() + 3_600_000));
  await shot(publisher, 'plan-dialog');
  expect(await violationsOn(publisher.page)).toEqual([]);
  await publisher.dialog().getByRole('button', { name: '定时发布' }).click();
  await publisher.sees(/（北京时间）自动发布/);
  await shot(publisher, 'planned');
  expect(await violationsOn(publisher.page)).toEqual([]);
  await publisher.press('取消定时');
  await publisher.dialog().getByRole('button', { name: '取消定时' }).click();
  await publisher.button('发布').waitFor();
  await publisher.press('定时发布');
  // The field knows whole minutes: the next one.
  await publisher
    .dialog()
    .getByLabel(/发布日期和时间/)
    .fill(beijing(Math.ceil((Date.now() + 2_000) / 60_000) * 60_000));
  await publisher.dialog().getByRole('button', { name: '定时发布' }).click();
  await publisher.page.getByText('已发布', { exact: true }).first().waitFor({ timeout: 110_000 });
  await publisher.sees(/由系统发布/);
}, 150_000);

test('its bundle is downloaded and verified offline, and one altered byte is found', async () => {
  await publisher.go(`/editions/${editionId}/publication`);
  const download = publisher.page.waitForEvent('download');
  await publisher.page.getByRole('link', { name: '下载发布凭证' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toContain('发布凭证');
  const bytes = readFileSync(await file.path());
  await shot(publisher, 'publication');
  const verified = await verifyOffline(bytes);
  expect([verified.status, verified.out.includes('验证通过')]).toEqual([0, true]);
  const altered = Buffer.from(bytes);
  const docx = (readZip(bytes) ?? []).find(({ name }) => name.endsWith('.docx'));
  if (docx === undefined) throw new Error('no Word document in the bundle');
  const at = docx.bytes.byteOffset - bytes.byteOffset + 1_000;
  altered[at] = (altered[at] ?? 0) ^ 1;
  const found = await verifyOffline(altered);
  expect(found.status).toBe(1);
  expect(found.out).toContain(`发布文件被改动：${docx.name.slice('files/'.length)}`);
});

test('a withdrawal is explained on the pages of the edition, and a corrigendum is proposed with its label', async () => {
  const editor = await Person.signIn(browser, api.url, api.account('editor'));
  await editor.go(`/editions/${editionId}`);
  await editor.press('起草新版本');
  await editor.dialog().getByLabel('用途').click();
  await editor.page.getByRole('option', { name: /勘误/ }).click();
  expect(await editor.dialog().getByRole('textbox').inputValue()).toBe('2023年版（勘误一）');
  await editor.dialog().getByRole('button', { name: '起草勘误' }).waitFor();
  await editor.leave();
  await publisher.go(`/editions/${editionId}/checklist`);
  await publisher.press('撤回发布');
  const dialog = publisher.dialog();
  await dialog.getByLabel(/自哪一天起/).fill(beijing(Date.now()).slice(0, 10));
  await dialog.getByLabel(/向公众说明/).fill('第10项服务标准的金额有误，现予撤回，另行发布。');
  await dialog.getByRole('button', { name: '撤回发布' }).click();
  await publisher.sees(/本版本已撤回/);
  await publisher.go(`/editions/${editionId}/publication`);
  await publisher.sees('第10项服务标准的金额有误，现予撤回，另行发布。');
  await shot(publisher, 'withdrawn');
  expect(await violationsOn(publisher.page)).toEqual([]);
  expect(publisher.complaints).toEqual([]);
});
