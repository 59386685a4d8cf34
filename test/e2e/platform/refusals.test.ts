import { Client as Database } from 'pg';
import { Desk } from '../amendments/desk.ts';

let desk: Desk;
let owner: Database;

beforeAll(async () => {
  desk = await Desk.open();
  owner = new Database({ connectionString: desk.api.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.stop();
});

test('a refusal is recorded with what was asked for, and never with words that no lifecycle knows', async () => {
  const [editor, liaison, auditor] = await Promise.all([
    desk.person('editor'),
    desk.person('liaison'),
    desk.person('auditor'),
  ]);
  const { id, version } = await desk.open(editor);
  await editor.post(`/amendments/${id}/events`, { event: 'merge', contentHash: '0'.repeat(64) }, { version });
  await liaison.post(`/amendments/${id}/events`, { event: 'submit' }, { version });
  await auditor.post(`/amendments/${id}/events`, { event: '<随便>' }, { version });
  await liaison.post(`/editions/${desk.editionId}/events`, { event: 'publish' }, { version: 1 });
  await auditor.post('/editions', { basedOnId: desk.editionId, label: '新版' });
  const { rows } = await owner.query<{ amendment: string | null; edition: string | null; actor: string; data: string }>(
    `SELECT subject_type AS subject, amendment_id AS amendment, edition_id AS edition, actor_id AS actor, data FROM event
     WHERE outcome = 'refused' ORDER BY id`,
  );
  const amendment = { subject: 'amendment', amendment: id, edition: null };
  const events = { method: 'POST', route: '/api/amendments/:id/events' };
  const missing = { code: 'right.missing' };
  expect(rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) as object }))).toEqual([
    { ...amendment, actor: editor.accountId, data: { ...events, code: 'amendment.event-not-allowed', event: 'merge' } },
    { ...amendment, actor: liaison.accountId, data: { ...events, code: 'amendment.not-author', event: 'submit' } },
    { ...amendment, actor: auditor.accountId, data: { ...events, ...missing } },
    {
      subject: 'edition',
      amendment: null,
      edition: desk.editionId,
      actor: liaison.accountId,
      data: { ...missing, method: 'POST', route: '/api/editions/:editionId/events', event: 'publish' },
    },
    {
      subject: 'request',
      amendment: null,
      edition: null,
      actor: auditor.accountId,
      data: { ...missing, method: 'POST', route: '/api/editions' },
    },
  ]);
});
