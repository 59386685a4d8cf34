import type { Browser } from 'playwright-core';
import { bootSeededApi, type SeededApi } from '../support/api.ts';
import { launchBrowser } from '../support/browser.ts';
import { Client } from '../support/client.ts';
import { editions, fork } from '../support/work.ts';
import { Person } from './person.ts';

/** An editor at the desk with a draft, and the same account over HTTP. */
export interface Drafted {
  readonly api: SeededApi;
  readonly browser: Browser;
  readonly client: Client;
  readonly person: Person;
  /** `/editions/…`, at the desk and over HTTP. */
  readonly edition: string;
}

export async function drafted(): Promise<Drafted> {
  const api = await bootSeededApi();
  const browser = await launchBrowser();
  const editor = api.account('editor');
  const client = await Client.signIn(api.url, editor.username, editor.password);
  const [imported] = await editions(client);
  const edition = `/editions/${(await fork(client, imported?.id ?? '', '2026年版')).id}`;
  return { api, browser, client, person: await Person.signIn(browser, api.url, editor), edition };
}
