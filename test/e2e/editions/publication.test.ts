import { createHash } from 'node:crypto';
import type { Client } from '../../support/client.ts';
import {
  body,
  carryThrough,
  causeEdition,
  editions,
  fork,
  openAmendment,
  revise,
  type EditionBody,
} from '../../support/work.ts';
import { Desk, type Person } from '../amendments/desk.ts';

interface PublicationBody {
  readonly number: number;
  readonly treeHash: string;
  readonly manifestHash: string;
  readonly manifest: { readonly entries: readonly unknown[]; readonly ledger: { readonly seq: number } };
  readonly publisher: { readonly id: string };
  readonly requestedBy: { readonly id: string };
  readonly artefacts: readonly { readonly format: string; readonly sha256: string; readonly size: number }[];
}

interface ChecklistBody {
  readonly clear: boolean;
  readonly items: readonly { readonly code: string; readonly count: number }[];
}

let desk: Desk;
let editor: Person;
let reviewer: Person;
let publishers: Person[];
let imported: EditionBody;

const edition = async (who: Client, id = desk.editionId): Promise<EditionBody & { publication: object | null }> =>
  body(await who.get<EditionBody & { publication: object | null }>(`/editions/${id}`));

const checklist = async (): Promise<ChecklistBody> =>
  body(await editor.get<ChecklistBody>(`/editions/${desk.editionId}/checklist`));

/** What the checklist says without waiting for it. */
const ADVISORY = [
  'checklist.warning-findings',
  'checklist.proofreading',
  'checklist.comments',
  'checklist.legal-basis',
];

const open = ({ items }: ChecklistBody): string[] => items.filter(({ count }) => count > 0).map(({ code }) => code);

/** The bytes themselves, which the client would decode. */
async function download(format: string, id = desk.editionId): Promise<Buffer> {
  const response = await fetch(`${desk.api.url}/api/editions/${id}/export/${format}`, {
    headers: { cookie: editor.cookie ?? '' },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer, ...publishers] = await Promise.all([
    desk.person('editor'),
    desk.person('reviewer'),
    desk.person('publisher'),
    desk.person('publisher'),
  ]);
  const found = (await editions(editor)).find(({ state }) => state === 'imported');
  if (found === undefined) throw new Error('the seed made no edition');
  imported = found;
});
afterAll(() => desk.api.stop());

test('an open amendment keeps the edition from being scheduled', async () => {
  const amendment = await openAmendment(editor, desk.editionId, '提高标准');
  await revise(editor, amendment.id, await desk.entry(editor, '10'), { standard: '每人每月2800元。' });
  const { version } = await causeEdition(editor, desk.editionId, 'finalise');
  const blocking = open(await checklist()).filter((code) => !ADVISORY.includes(code));
  expect(blocking).toEqual(['checklist.open-amendments', 'checklist.effective-date']);
  const request = { event: 'schedule', effectiveDate: '2026-01-01' };
  const refused = await editor.post(`/editions/${desk.editionId}/events`, request, { version });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'edition.checklist-open', params: { count: 1 } });
  await carryThrough(editor, reviewer, amendment.id);
});

test('an error finding without an answer keeps it too', async () => {
  const findings = `/editions/${desk.editionId}/findings`;
  const { items } = body(
    await editor.get<{ items: { id: string; version: number; state: string }[] }>(
      `${findings}?severity=error&perPage=100`,
    ),
  );
  expect(open(await checklist()).includes('checklist.error-findings')).toBe(
    items.some(({ state }) => state === 'open'),
  );
  for (const { id, version } of items) {
    const answer = await editor.post(
      `${findings}/${id}/answer`,
      { state: 'accepted', answer: '保留原文。' },
      { version },
    );
    expect(answer).toMatchObject({ status: 200, body: { state: 'accepted', answeredBy: { id: editor.accountId } } });
  }
  const [any] = body(await editor.get<{ items: { id: string }[] }>(`${findings}?state=open&perPage=1`)).items;
  const stale = await editor.post(
    `${findings}/${any?.id ?? ''}/answer`,
    { state: 'fixed', answer: '已改。' },
    { version: 7 },
  );
  expect(stale).toMatchObject({ status: 412, body: { code: 'request.version-stale', current: { id: any?.id } } });
});

test('scheduling asks for a date that exists', async () => {
  const { version } = await edition(editor);
  const events = `/editions/${desk.editionId}/events`;
  expect(await editor.post(events, { event: 'schedule' }, { version })).toMatchObject({
    status: 422,
    body: { code: 'edition.effective-date-missing' },
  });
  expect(await editor.post(events, { event: 'schedule', effectiveDate: '2026-02-30' }, { version })).toMatchObject({
    status: 400,
  });
  const scheduled = await causeEdition(editor, desk.editionId, 'schedule', { effectiveDate: '2026-01-01' });
  expect(scheduled.state).toBe('scheduled');
  expect(await checklist()).toMatchObject({ clear: true });
});

test('no one publishes what they wrote or scheduled', async () => {
  const both = await desk.withRoles(editor, 'editor', 'publisher');
  const { version } = await edition(both);
  const refused = await both.post(`/editions/${desk.editionId}/events`, { event: 'publish' }, { version });
  expect(refused).toMatchObject({ status: 403, body: { code: 'publication.contributor' } });
  editor = Object.assign(await desk.withRoles(editor, 'editor'), {
    accountId: editor.accountId,
    username: editor.username,
  });
});

test('of two publishers at once one publishes', async () => {
  const { version } = await edition(editor);
  const answers = await Promise.all(
    publishers.map((publisher) =>
      publisher.post(`/editions/${desk.editionId}/events`, { event: 'publish' }, { version }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const publication = body(await editor.get<PublicationBody>(`/editions/${desk.editionId}/publication`));
  const winner = publishers[answers.findIndex(({ status }) => status === 200)];
  expect(publication).toMatchObject({
    number: 1,
    publisher: { id: winner?.accountId },
    requestedBy: { id: editor.accountId },
  });
  expect(publication.treeHash).toBe((await edition(editor)).head.treeHash);
  expect(publication.manifest.entries).toHaveLength(96);
  expect(publication.manifest.ledger.seq).toBeGreaterThan(0);
  expect(publication.artefacts.map(({ format }) => format)).toEqual([
    ...['akn', 'docx', 'html', 'json', 'pdf', 'txt', 'xlsx'],
  ]);
});

test('what is downloaded is what was frozen, byte for byte', async () => {
  const { artefacts } = body(await editor.get<PublicationBody>(`/editions/${desk.editionId}/publication`));
  for (const { format, sha256, size } of artefacts) {
    const bytes = await download(format);
    expect(bytes.length).toBe(size);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect((await download(format)).equals(bytes)).toBe(true);
  }
  expect((await download('txt')).toString()).toContain('每人每月2800元。');
});

test('a published edition is frozen', async () => {
  const { state, version } = await edition(editor);
  expect(state).toBe('published');
  const request = {
    editionId: desk.editionId,
    title: '又改',
    reasonClass: 'wording',
    rationale: '再改。',
    legalBasis: '',
  };
  expect(await editor.post('/amendments', request)).toMatchObject({ status: 409, body: { code: 'edition.frozen' } });
  for (const event of ['reopen', 'unschedule', 'finalise', 'abandon']) {
    const refused = await editor.post(`/editions/${desk.editionId}/events`, { event, comment: '改。' }, { version });
    expect(refused).toMatchObject({ status: 409, body: { code: 'edition.event-not-allowed' } });
  }
});

test('the edition before it is superseded when its day has come', async () => {
  expect((await edition(editor, imported.id)).state).toBe('superseded');
  const next = await fork(editor, desk.editionId, '2030年版');
  await causeEdition(editor, next.id, 'finalise');
  await causeEdition(editor, next.id, 'schedule', { effectiveDate: '2999-01-01' });
  const [publisher] = publishers;
  if (publisher === undefined) throw new Error('no publisher');
  await causeEdition(publisher, next.id, 'publish');
  expect((await edition(editor, next.id)).publication).toMatchObject({ number: 2, effectiveDate: '2999-01-01' });
  expect((await edition(editor)).state).toBe('published');
});

test('a second draft of the same standard is refused, and an abandoned one makes room', async () => {
  const draft = await fork(editor, desk.editionId, '试拟');
  const refused = await editor.post('/editions', { basedOnId: desk.editionId, label: '另拟' });
  expect(refused).toMatchObject({ status: 409, body: { code: 'edition.open-draft-exists' } });
  const silent = await editor.post(`/editions/${draft.id}/events`, { event: 'abandon' }, { version: draft.version });
  expect(silent).toMatchObject({ status: 422, body: { code: 'edition.comment-missing' } });
  await causeEdition(editor, draft.id, 'abandon', { comment: '不再需要。' });
  const taken = await editor.post('/editions', { basedOnId: desk.editionId, label: '2023年版' });
  expect(taken).toMatchObject({ status: 409, body: { code: 'edition.label-taken' } });
});
