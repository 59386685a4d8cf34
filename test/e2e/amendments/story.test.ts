import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { body, carryThrough, editions, fork, openAmendment, revise, type EntryBody } from '../../support/work.ts';

let api: SeededApi;
let editor: Client;
let reviewer: Client;
let editionId: string;

async function as(role: string): Promise<Client> {
  const { username, password } = api.account(role);
  return Client.signIn(api.url, username, password);
}

beforeAll(async () => {
  api = await bootSeededApi();
  [editor, reviewer] = await Promise.all([as('editor'), as('reviewer')]);
  const [imported] = await editions(editor);
  editionId = (await fork(editor, imported?.id ?? '', '2023年版')).id;
});
afterAll(() => api.stop());

test('an amendment goes from draft to the edition', async () => {
  const list = body(await editor.get<{ items: EntryBody[] }>(`/editions/${editionId}/entries?perPage=5`));
  const entry = list.items[0];
  if (entry === undefined) throw new Error('no entries');
  const whole = body(await editor.get<EntryBody>(`/editions/${editionId}/entries/${entry.serviceId}`));
  const amendment = await openAmendment(editor, editionId, '提高标准');
  await revise(editor, amendment.id, whole, { standard: '每人每月2800元。' });
  const merged = await carryThrough(editor, reviewer, amendment.id);
  expect(merged.state).toBe('merged');
});
