import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { TestAccount } from '../support/api.ts';

/** A person at the desk: a browser of their own, signed in, and the acts that every page offers by name. */
export class Person {
  readonly page: Page;
  readonly #context: BrowserContext;
  /** What the page complained of; a story ends with none. */
  readonly complaints: string[] = [];

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async signIn(browser: Browser, url: string, account: TestAccount): Promise<Person> {
    const context = await browser.newContext({ baseURL: url, locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
    const person = new Person(context, await context.newPage());
    await person.page.goto('/');
    await person.page.getByLabel('用户名').fill(account.username);
    await person.page.getByLabel('密码').fill(account.password);
    await person.press('登录');
    await person.page.getByRole('button', { name: /^个人菜单/ }).waitFor();
    return person;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).click();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click();
  }

  async go(path: string): Promise<void> {
    await this.page.goto(path);
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
