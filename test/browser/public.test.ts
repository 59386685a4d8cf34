/** The public's pages: readable on a phone and on a desk, light and dark, by a screen reader, in both languages, without a script. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { OPENING_MS, PublicSite, STANDARD } from '../support/public-site.ts';
import { violationsOn } from './axe.ts';
import { Person } from './person.ts';

const HERE = `/public/standards/${STANDARD}`;
const PATHS = [
  '/public',
  '/public/look-up?code=zz',
  '/public/nothing',
  HERE,
  `${HERE}/in-force?on=2020-01-01`,
  `${HERE}/editions/2`,
  `${HERE}/editions/2/entries/S001`,
  `${HERE}/editions/2/entries/S016`,
  `${HERE}/entries/S001`,
  `${HERE}?lang=en`,
  `${HERE}/editions/3/entries/S001?lang=en`,
];
/** A whole standard is a long page to look through. */
const LONG_MS = 180_000;

let site: PublicSite;
let browser: Browser;

beforeAll(async () => {
  site = await PublicSite.open();
  await site.withdraw('第10条的标准有误，更正后另行发布。');
  browser = await launchBrowser();
}, OPENING_MS);

afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function lookAt(page: Page, path: string): Promise<object> {
  await page.goto(path);
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  return { path, tooWide: wide > 0, violations: await violationsOn(page, 'all') };
}

describe.each([390, 1280])('at %i px', (width) => {
  test.each(['light', 'dark'] as const)(
    'every page in %s is clean and not too wide',
    async (colorScheme) => {
      const context = await browser.newContext({
        baseURL: site.api.url,
        viewport: { width, height: 844 },
        colorScheme,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      for (const path of PATHS) {
        expect(await lookAt(page, path)).toEqual({ path, tooWide: false, violations: [] });
      }
      // A browser notes that a page was not found; nothing else: no style or address that the policy had to stop.
      expect(complaints.filter((text) => !/status of (400|404)/.test(text))).toEqual([]);
      await context.close();
    },
    LONG_MS,
  );
});

test('a reader without scripts finds the edition of a day, an entry, its history and what is in force', async () => {
  const context = await browser.newContext({
    baseURL: site.api.url,
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto('/public');
  await page.getByRole('link', { name: '北京市基本公共服务实施标准' }).click();
  await page.getByLabel('日期').fill('2026-05-01');
  await page.getByRole('button', { name: '查询' }).first().click();
  await page.getByRole('heading', { level: 1, name: '北京市基本公共服务实施标准（2026年版）' }).waitFor();
  await page.getByText('第10条的标准有误，更正后另行发布。').waitFor();
  await page.getByRole('link', { name: /^10\./ }).click();
  await page.getByText('每人每月2800元。').waitFor();
  await page.getByRole('link', { name: '历次变化' }).click();
  expect(await page.locator('del, ins').allInnerTexts()).toEqual(['2600元', '2800元']);
  await page.getByRole('link', { name: '2024年版' }).click();
  await page.getByText('每人每月2600元。').waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByText('in force', { exact: true }).waitFor();
  await context.close();
});

test('the first stop of the keyboard leads past the head of a page', async () => {
  const page = await browser.newPage({ baseURL: site.api.url });
  await page.goto(`${HERE}/editions/2`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.close();
});

test('the publication page of the desk leads to the public page', async () => {
  const editor = await Person.signIn(browser, site.api.url, site.api.account('editor'));
  await editor.go(`/editions/${site.editions[1]?.id ?? ''}/publication`);
  const link = editor.page.getByRole('link', { name: `${site.api.url}${HERE}/editions/2` });
  await link.waitFor();
  const [opened] = await Promise.all([editor.page.context().waitForEvent('page'), link.click()]);
  await opened.getByRole('heading', { level: 1, name: '北京市基本公共服务实施标准（2026年版）' }).waitFor();
  expect(editor.complaints).toEqual([]);
  await editor.leave();
});
