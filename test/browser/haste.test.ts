/** What a quick hand does on a slow line: the page it left must not call it back, and an answer from before an act is not kept. */
import type { Browser, Route } from 'playwright-core';
import type { SeededApi } from '../support/api.ts';
import { drafted } from './drafted.ts';
import type { Person } from './person.ts';

let api: SeededApi;
let browser: Browser;
let person: Person;
let edition: string;

beforeAll(async () => {
  ({ api, browser, person, edition } = await drafted());
});

afterAll(async () => {
  await browser.close();
  await api.stop();
});

/** A page that is slow to load. */
async function late(route: Route): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await route.continue();
}

test('a page opened before the search has begun stays open', async () => {
  await person.page.route(/\/AgencyPage-[^/]*\.js$/, late);
  await person.go('/agencies');
  const link = person.page.getByRole('table').first().getByRole('link', { name: '市体育局' });
  await link.waitFor();
  await person.page.getByRole('searchbox').pressSequentially('市');
  await link.click();
  await person.page.getByRole('heading', { name: '市体育局', level: 1 }).waitFor();
  expect(new URL(person.page.url()).pathname).toMatch(/^\/agencies\/./);
});

test('a page opened just when the search begins stays open', async () => {
  // A thread that is busy comes to what is due at once a while later, and serves a click before it.
  await person.page.addInitScript(`{
    const begin = window.setTimeout;
    window.setTimeout = (act, after, ...more) => begin(act, after === 0 ? 600 : after, ...more);
  }`);
  await person.go('/regulations');
  const link = person.page.getByRole('table').first().getByRole('link', { name: '国家基本公共卫生服务规范（第三版）' });
  await link.waitFor();
  await person.page.getByRole('searchbox').pressSequentially('国');
  await person.page.waitForTimeout(300);
  await link.click();
  await person.page.waitForTimeout(1_500);
  expect(new URL(person.page.url()).pathname).toMatch(/^\/regulations\/./);
});

test('a comparison that chooses its sides late does not call back whoever has gone on', async () => {
  await person.page.route(/\/api\/editions\?/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await person.page.route(/\/QuantitiesPage-[^/]*\.js$/, late);
  await person.go('/comparisons');
  await person.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '数量' }).click();
  await person.page.getByRole('heading', { level: 1 }).first().waitFor();
  await person.page.waitForTimeout(1_500);
  expect(new URL(person.page.url()).pathname).toBe('/quantities');
});

test('an answer that was on its way before an act does not stand after it', async () => {
  let asked = 0;
  await person.page.route(/\/api\/amendments\/[0-9a-f-]{36}$/, async (route) => {
    asked += 1;
    if (asked !== 2) {
      await route.continue();
      return;
    }
    // The page's own first look: answered before the repair is written, and on its way until after.
    const [answer] = await Promise.all([
      route.fetch(),
      person.page.waitForResponse(
        (response) => response.request().method() === 'POST' && /\/edits$/.test(response.url()),
      ),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fulfill({ response: answer });
  });
  await person.go(`${edition}/proofreading`);
  await person.press('校核全文');
  await person.press('改正：“市人力资源和社会保障局”改为“市人力资源社会保障局”');
  await person.dialog().getByLabel('标题').fill('统一单位名称');
  await person.dialog().getByRole('button', { name: '新建修订', exact: true }).click();
  const row = person.page.getByRole('listitem').filter({ hasText: '市人力资源和社会保障局' });
  await row.getByText('已在修订中改正').waitFor();
  expect(asked).toBeGreaterThan(2);
  expect(person.complaints).toEqual([]);
});
