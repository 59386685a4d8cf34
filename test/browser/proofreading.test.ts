/** 校核 in Chromium: run over an edition, repaired into an amendment, seen while typing, answered. */
import type { Browser } from 'playwright-core';
import type { SeededApi } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { body, cause, openAmendment, type EntryBody } from '../support/work.ts';
import { drafted } from './drafted.ts';
import type { Person } from './person.ts';

let api: SeededApi;
let browser: Browser;
let client: Client;
let person: Person;
let edition: string;

beforeAll(async () => {
  ({ api, browser, client, person, edition } = await drafted());
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

const row = (text: string) => person.page.getByRole('listitem').filter({ hasText: text });

test('an edition is proofread, and its findings stand there by rule', async () => {
  await person.go(`${edition}/proofreading`);
  await person.sees('还没有校核过全文。');
  await person.press('校核全文');
  await person.sees(/共 57 个问题/);
  await person.sees('与现行文字一致');
  // A heading that the document lost is named.
  await row('一、幼有所育').waitFor();
  const rule = person.page.getByRole('region', { name: '同号不同名' });
  await rule.getByRole('listitem').nth(3).waitFor();
  expect(await rule.getByRole('listitem').count()).toBe(4);
  expect(await rule.getByRole('button', { name: /^改正/ }).count()).toBe(0);
});

test('filters narrow them, and stand in the address', async () => {
  const other = person.page.getByRole('region', { name: '单位名称不一致' });
  await person.press(/^错误 4$/);
  await person.page.waitForURL(/[?&]severity=error/);
  await other.waitFor({ state: 'detached' });
  await person.press(/^错误 4$/);
  await other.waitFor();
});

test('a repair becomes an edit of a new amendment, and is made once', async () => {
  await person.press('改正：“市人力资源和社会保障局”改为“市人力资源社会保障局”');
  await person.dialog().getByLabel('标题').fill('统一单位名称');
  await person.dialog().getByRole('button', { name: '新建修订', exact: true }).click();
  await row('市人力资源和社会保障局').getByText('已在修订中改正').waitFor();
  const number =
    '改正：“《国家基本公共卫生服务规范（第三版）》”改为“《国家基本公共卫生服务规范（第三版）》（国卫基层发〔2017〕13号）”';
  await person.button(number).click();
  await row('34 服务标准').getByText('已在修订中改正').waitFor();
  const id = new URL(person.page.url()).searchParams.get('amendment') ?? '';
  const { edits } = body(await client.get<{ edits: { number: string; proposed: EntryBody }[] }>(`/amendments/${id}`));
  const standards = edits.map(({ number: path, proposed: { provisions } }) => [
    path,
    provisions?.leadAgency,
    provisions?.standard,
  ]);
  expect(standards).toEqual([
    ['34', '市卫生健康委。', '按照《国家基本公共卫生服务规范（第三版）》（国卫基层发〔2017〕13号）执行。'],
    ['79', '市退役军人局、市人力资源社会保障局。', expect.stringContaining('退役军人保障法')],
  ]);
});

test('what is typed is proofread a moment later, and one click repairs the field', async () => {
  const id = new URL(person.page.url()).searchParams.get('amendment') ?? '';
  const list = body(
    await client.get<{ items: { serviceId: string; number: string }[] }>(`${edition}/entries?perPage=100`),
  );
  const tenth = list.items.find(({ number }) => number === '10');
  await person.go(`${edition}/entries/${tenth?.serviceId ?? ''}?amendment=${id}&edit=entry`);
  const field = person.page.getByRole('textbox', { name: /服务标准/ });
  await field.fill('每人每月 2650元');
  await person.press('改正：“ ”改为“”');
  expect(await field.inputValue()).toBe('每人每月2650元');
  await person.press('改正：“”改为“。”');
  expect(await field.inputValue()).toBe('每人每月2650元。');
  await person.page.getByRole('list', { name: '服务标准的校核问题' }).waitFor({ state: 'detached' });
});

test('a repair asks for another amendment once the one in the address is closed', async () => {
  const { id } = await openAmendment(client, edition.split('/')[2] ?? '', '不再办理');
  await cause(client, id, 'withdraw');
  await person.go(`${edition}/proofreading?amendment=${id}&fixable=1`);
  await person.page
    .getByRole('button', { name: /^改正：/ })
    .first()
    .click();
  await person.dialog().getByText('本次修改记入哪一项修订？').waitFor();
  await person.dialog().getByRole('button', { name: '取消' }).click();
});

test('a finding is answered with its reason', async () => {
  await person.go(`${edition}/proofreading?rule=proofreading.list-mark`);
  await person.page.getByRole('button', { name: '处理', exact: true }).first().click();
  await person.dialog().getByRole('textbox').fill('沿用原文的列项。');
  await person.dialog().getByRole('button', { name: '保存' }).click();
  await person.dialog().waitFor({ state: 'detached' });
  await person.press(/^全部 2$/);
  await person.sees('沿用原文的列项。');
  expect(person.complaints).toEqual([]);
});
