/** An editor says what kind of change each entry had, with the keyboard; the notes count what was said; the amounts are followed. */
import type { Browser } from 'playwright-core';
import { bootApi, createSeededDatabase, type SeededDatabase, type TestApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { body, carryThrough, editions, fork, openAmendment, revise, type EntryBody } from '../support/work.ts';
import { violationsOn } from './axe.ts';
import { Person } from './person.ts';

let database: SeededDatabase;
let api: TestApi;
let browser: Browser;
let sides: string;

beforeAll(async () => {
  database = await createSeededDatabase();
  api = await bootApi({ databaseUrl: database.appUrl, dataFolder: database.dataFolder });
  browser = await launchBrowser();
  sides = await makeChanges();
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

/** A draft in which four entries are other than in the bundled edition: three plainly, one in words that no rule understands. */
async function makeChanges(): Promise<string> {
  const [editor, reviewer] = await Promise.all(
    ['editor', 'reviewer'].map((role) => Client.signIn(api.url, account(role).username, account(role).password)),
  );
  if (editor === undefined || reviewer === undefined) throw new Error('nobody is signed in');
  const [imported] = await editions(editor);
  if (imported === undefined) throw new Error('the bundled edition is missing');
  const draft = await fork(editor, imported.id, '2025年版');
  const entries = `/editions/${draft.id}/entries`;
  const list = body(await editor.get<{ items: { serviceId: string; number: string }[] }>(`${entries}?perPage=100`));
  const amendment = await openAmendment(editor, draft.id, '年度调整');
  const changes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    '5': { targetGroup: '35-69岁本市户籍妇女。' },
    '9': { content: '开展新生儿疾病筛查和随访。' },
    '10': { standard: '每人每月2800元。' },
    '15': { standard: '小学每生每年150元，初中每生每年240元；小学一年级字典每生20元。' },
  };
  for (const { number, serviceId } of list.items) {
    const change = changes[number];
    if (change === undefined) continue;
    const entry = body(await editor.get<EntryBody>(`${entries}/${serviceId}`));
    await revise(editor, amendment.id, entry, change);
  }
  await carryThrough(editor, reviewer, amendment.id);
  return `before=edition:${imported.id}&after=edition:${draft.id}`;
}

/** Another editor's word on a change, while the first one looks at it. */
async function sayMeanwhile(number: string, classes: readonly string[]): Promise<void> {
  const { username, password } = account('editor');
  const other = await Client.signIn(api.url, username, password);
  interface Compared {
    readonly serviceId: string;
    readonly change: string;
    readonly after: { readonly number: string };
    readonly classesProposed: readonly string[];
    readonly confirmation: { readonly version: number } | null;
  }
  const { entries } = body(await other.get<{ entries: Compared[] }>(`/comparisons?${sides}`));
  const { before, after } = Object.fromEntries(new URLSearchParams(sides));
  const changes = entries
    .filter((entry) => entry.after.number === number)
    .map(({ change, classesProposed, confirmation, serviceId }) => ({
      serviceId,
      change,
      version: confirmation?.version ?? 0,
      proposed: classesProposed,
      classes,
    }));
  body(await other.post('/comparisons/classes', { before, after, changes }));
}

test('classes are confirmed and named by keys, and the notes count them', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  const { keyboard } = person.page;
  // With nothing chosen the draft stands beside what it was forked from, and the address says so.
  await person.go('/comparisons');
  await person.sees('已确认 0 / 4 条');
  expect(new URL(person.page.url()).searchParams.toString()).toBe(new URLSearchParams(sides).toString());
  // The class stands in the chip above; its evidence does not say it again.
  await person.sees('服务对象 35-64岁 → 35-69岁');
  expect(await person.page.getByText('扩大对象：').count()).toBe(0);

  await keyboard.press('j');
  await keyboard.press('c');
  await person.sees('已确认 1 / 4 条');
  // No rule understands the second one: the same key asks what it is.
  await keyboard.press('c');
  await person.sees('第 9 条的调整类型');
  expect(await violationsOn(person.page)).toEqual([]);
  await person.page.getByRole('checkbox', { name: '规范表述' }).press('Space');
  await keyboard.press('Enter');
  await person.sees('已确认 2 / 4 条');

  await person.press('确认建议明确的 2 条');
  await person.dialog().getByRole('button', { name: '确认', exact: true }).click();
  await person.sees('4 条变化的类型均已确认');
  await person.sees(/^✓ .+ 于 .+ 确认$/);

  await person.follow('编制说明');
  await person.sees('2025年版共调整条目4项：提高标准2项、扩大对象1项、规范表述1项；其余89项内容未作调整。');
  expect(await person.page.getByText('暂计').count()).toBe(0);
  await person.follow('在对比中查看提高标准的 2 条');
  await person.page
    .getByRole('button', { name: '提高标准 2' })
    .and(person.page.locator('[aria-pressed=true]'))
    .waitFor();
  expect(await person.page.locator('[data-change]').count()).toBe(2);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('what is corrected after all is counted anew, and a reader sees who did it and has no keys for it', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.go(`/comparisons?${sides}`);
  await person.press('更正第 10 条的类型');
  await person.page.getByRole('checkbox', { name: '提高标准' }).uncheck();
  await person.page.getByRole('checkbox', { name: '格式' }).check();
  await sayMeanwhile('10', ['提高标准', '调整依据']);
  await person.press('确认为所选类型');
  // Refused, with what was ticked kept and what stands now on show; the next attempt is made against that.
  await person.page.getByRole('alert').waitFor();
  await person.sees('调整依据');
  await person.press('确认为所选类型');
  await person.sees('系统建议：提高标准');
  await person.leave();

  const reader = await Person.signIn(browser, api.url, account('auditor'));
  await reader.go(`/comparisons/notes?${sides}`);
  await reader.sees('提高标准1项、扩大对象1项、规范表述1项、格式1项');
  await reader.go(`/comparisons?${sides}`);
  await reader.sees('4 条变化的类型均已确认');
  expect(await reader.button(/的类型$/).count()).toBe(0);
  await reader.leave();
});

test('the table of quantities is filtered and says each trend in words', async () => {
  const person = await Person.signIn(browser, api.url, account('editor'));
  await person.page.getByRole('navigation').getByRole('link', { name: '数量' }).click();
  // An entry is named once for the eye, and in each of its rows for a screen reader.
  const ofOneEntry = person.page.getByRole('row', { name: /^8 儿童健康管理/ });
  await ofOneEntry.first().waitFor();
  expect(await ofOneEntry.count()).toBeGreaterThan(1);
  expect(await person.page.getByRole('link', { name: '儿童健康管理', exact: true }).count()).toBe(1);
  await person.press('只看有变化');
  await person.sees('共 3 项');
  await person.page.getByRole('combobox', { name: '全部计量单位' }).selectOption('元');
  await person.sees('共 2 项');
  await person.page.getByRole('img', { name: '2023年版（征求意见稿） 2650元、2025年版 2800元' }).waitFor();
  await person.page
    .getByRole('row', { name: /特殊儿童群体基本生活保障/ })
    .getByText('↑ +5.7%')
    .waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await person.page.emulateMedia({ colorScheme: scheme });
    expect(await violationsOn(person.page)).toEqual([]);
  }
  const download = person.page.waitForEvent('download');
  await person.follow('下载 XLSX');
  expect((await download).suggestedFilename()).toMatch(/数量标准\.xlsx$/);
  expect(person.complaints).toEqual([]);
  await person.leave();
});
