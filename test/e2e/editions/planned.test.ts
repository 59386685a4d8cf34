import { setTimeout as wait } from 'node:timers/promises';
import { bootApi, type TestApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { body, carryThrough, causeEdition, editions, fork, openAmendment, revise } from '../../support/work.ts';
import { Desk, type Person } from '../amendments/desk.ts';

interface Edition {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly kind: string;
  readonly basedOn: { readonly id: string } | null;
  readonly corrigenda: readonly { readonly id: string; readonly state: string }[];
  readonly publication: {
    readonly number: number;
    readonly at: string;
    readonly withdrawal: { readonly explanation: string; readonly effectiveDate: string } | null;
  } | null;
  readonly plan: {
    readonly state: string;
    readonly publishAt: string;
    readonly publisher: { readonly id: string };
    readonly problem: { readonly code: string } | null;
  } | null;
}

interface LedgerItem {
  readonly action: string;
  readonly actor: { readonly id: string } | null;
}

let desk: Desk;
let editor: Person;
let reviewer: Person;
let publisher: Person;
let auditor: Person;
let second: TestApi;

const read = async (id: string, who: Client = editor) => body(await who.get<Edition>(`/editions/${id}`));
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const soon = (ms = 2_500) => new Date(Date.now() + ms).toISOString();

/** Answers what bars publication and asks for it. */
async function scheduled(id: string): Promise<void> {
  const findings = `/editions/${id}/findings`;
  const { items } = body(
    await editor.get<{ items: { id: string; version: number }[] }>(`${findings}?severity=error&state=open&perPage=100`),
  );
  for (const { id: finding, version } of items)
    body(await editor.post(`${findings}/${finding}/answer`, { state: 'accepted', answer: '保留。' }, { version }));
  await causeEdition(editor, id, 'finalise');
  await causeEdition(editor, id, 'schedule', { effectiveDate: '2026-01-01' });
}

async function until(id: string, done: (edition: Edition) => boolean, who: Client = editor): Promise<Edition> {
  for (let tries = 0; tries < 450; tries++) {
    const edition = await read(id, who);
    if (done(edition)) return edition;
    await wait(100);
  }
  throw new Error(JSON.stringify(await read(id, who)));
}

async function acts(editionId: string, action: string, api = desk.api.url): Promise<readonly LedgerItem[]> {
  const reader = await Client.signIn(api, auditor.username, 'a-long-test-password');
  const query = `subjectType=edition&subjectId=${editionId}&action=${action}&perPage=10`;
  return body(await reader.get<{ items: LedgerItem[] }>(`/ledger?${query}`)).items;
}

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer, publisher, auditor] = await Promise.all([
    desk.person('editor'),
    desk.person('reviewer'),
    desk.person('publisher'),
    desk.person('auditor'),
  ]);
  const { appUrl: databaseUrl, dataFolder } = desk.api.database;
  second = await bootApi({ databaseUrl, dataFolder });
  const amendment = await openAmendment(editor, desk.editionId, '提高标准');
  await revise(editor, amendment.id, await desk.entry(editor, '10'), { standard: '每人每月2800元。' });
  await carryThrough(editor, reviewer, amendment.id);
  await scheduled(desk.editionId);
});
afterAll(async () => {
  await second.stop();
  await desk.stop();
});

test('a moment is taken back up to that moment, and nothing else is decided while it stands', async () => {
  const planned = await causeEdition(publisher, desk.editionId, 'plan', { publishAt: soon(3_600_000) });
  expect(planned.state).toBe('scheduled');
  const { version } = planned;
  const events = `/editions/${desk.editionId}/events`;
  for (const request of [{ event: 'publish' }, { event: 'plan', publishAt: soon(60_000) }])
    expect(await publisher.post(events, request, { version })).toMatchObject({
      status: 409,
      body: { code: 'publication.planned' },
    });
  expect((await read(desk.editionId)).plan).toMatchObject({
    state: 'waiting',
    publisher: { id: publisher.accountId },
    problem: null,
  });
  await causeEdition(publisher, desk.editionId, 'unplan');
  expect((await read(desk.editionId)).plan).toMatchObject({ state: 'cancelled' });
  await causeEdition(publisher, desk.editionId, 'plan', { publishAt: soon(3_600_000) });
  await causeEdition(editor, desk.editionId, 'unschedule');
  expect(await read(desk.editionId)).toMatchObject({ state: 'finalising', plan: { state: 'cancelled' } });
  await causeEdition(editor, desk.editionId, 'schedule', { effectiveDate: '2026-01-01' });
});

test('who may not publish any more at the moment does not, and the reason is shown', async () => {
  const other = await desk.person('publisher');
  await causeEdition(other, desk.editionId, 'plan', { publishAt: soon() });
  await desk.withRoles(other, 'liaison');
  const stopped = await until(desk.editionId, ({ plan }) => plan?.state === 'stopped');
  expect(stopped).toMatchObject({ state: 'scheduled', plan: { problem: { code: 'right.missing' } } });
  expect(await acts(desk.editionId, 'edition.publication-stopped')).toMatchObject([{ actor: null }]);
});

test('two processes publish once, and the record names who decided and that the service did it', async () => {
  const publishAt = soon();
  await causeEdition(publisher, desk.editionId, 'plan', { publishAt });
  const { publication, plan } = await until(desk.editionId, ({ state }) => state === 'published');
  expect(plan).toMatchObject({ state: 'published' });
  expect(Date.parse(publication?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(publishAt));
  expect(await acts(desk.editionId, 'publication.made')).toMatchObject([{ actor: { id: publisher.accountId } }]);
  expect(await acts(desk.editionId, 'edition.published')).toMatchObject([{ actor: null }]);
});

test('a corrigendum takes errata alone, is published of its own, and both know of each other', async () => {
  const [imported] = (await editions(editor)).filter(({ state }) => state === 'superseded');
  expect(
    await editor.post('/editions', { basedOnId: imported?.id, label: '2023年版（勘误一）', kind: 'corrigendum' }),
  ).toMatchObject({ status: 409, body: { code: 'edition.corrigendum-base' } });
  const request = { basedOnId: desk.editionId, label: '2023年版（勘误一）', kind: 'corrigendum' };
  const made = body(await editor.post<Edition>('/editions', request));
  expect(made).toMatchObject({ kind: 'corrigendum', basedOn: { id: desk.editionId } });
  const amendment = { editionId: made.id, title: '勘误', rationale: '原文漏字。', legalBasis: '' };
  expect(await editor.post('/amendments', { ...amendment, reasonClass: 'wording' })).toMatchObject({
    status: 409,
    body: { code: 'amendment.erratum-only' },
  });
  const opened = body(
    await editor.post<{ id: string; version: number }>('/amendments', { ...amendment, reasonClass: 'erratum' }),
  );
  expect(await editor.patch(`/amendments/${opened.id}`, { reasonClass: 'other' }, opened.version)).toMatchObject({
    status: 409,
    body: { code: 'amendment.erratum-only' },
  });
  await revise(editor, opened.id, await desk.entry(editor, '10'), { standard: '每人每月2800元整。' });
  await carryThrough(editor, reviewer, opened.id);
  await scheduled(made.id);
  await causeEdition(publisher, made.id, 'publish');
  expect(await read(made.id)).toMatchObject({ state: 'published', publication: { number: 2 } });
  expect(await read(desk.editionId)).toMatchObject({
    state: 'superseded',
    corrigenda: [{ id: made.id, state: 'published' }],
  });
});

test('a withdrawal is explained, keeps what was published, and puts the edition before it into force again', async () => {
  const [corrigendum] = (await read(desk.editionId)).corrigenda;
  const id = corrigendum?.id ?? '';
  const { version } = await read(id);
  const silent = { event: 'withdraw', effectiveDate: today() };
  expect(await publisher.post(`/editions/${id}/events`, silent, { version })).toMatchObject({
    status: 422,
    body: { code: 'edition.comment-missing' },
  });
  const past = { event: 'withdraw', effectiveDate: '2026-01-01', comment: '有误。' };
  expect(await publisher.post(`/editions/${id}/events`, past, { version })).toMatchObject({
    status: 422,
    body: { code: 'withdrawal.day-past' },
  });
  const file = async () =>
    (
      await fetch(`${desk.api.url}/api/editions/${id}/export/html`, { headers: { cookie: editor.cookie ?? '' } })
    ).text();
  const before = await file();
  await causeEdition(publisher, id, 'withdraw', { effectiveDate: today(), comment: '勘误本身有误，另行发布。' });
  expect(await read(id)).toMatchObject({
    state: 'withdrawn',
    publication: { withdrawal: { explanation: '勘误本身有误，另行发布。', effectiveDate: today() } },
  });
  expect(await file()).toBe(before);
  expect((await read(desk.editionId)).state).toBe('published');
  expect(await acts(desk.editionId, 'edition.reinstated')).toMatchObject([{ actor: null }]);
  expect(body(await auditorPost('/ledger/verification'))).toMatchObject({ ok: true });
});

async function auditorPost(path: string) {
  return auditor.post<{ ok: boolean }>(path);
}

test('a moment that passed while nothing ran is carried out at the start', async () => {
  const next = await fork(editor, desk.editionId, '2024年版');
  await scheduled(next.id);
  const publishAt = soon(1_500);
  await causeEdition(publisher, next.id, 'plan', { publishAt });
  process.kill(desk.api.pid, 'SIGKILL');
  await second.stop('SIGKILL');
  await wait(Math.max(0, Date.parse(publishAt) - Date.now()) + 500);
  const { appUrl: databaseUrl, dataFolder } = desk.api.database;
  second = await bootApi({ databaseUrl, dataFolder });
  const again = await Client.signIn(second.url, editor.username, 'a-long-test-password');
  const { publication, plan } = await until(next.id, ({ state }) => state === 'published', again);
  expect(plan).toMatchObject({ state: 'published' });
  expect(Date.parse(publication?.at ?? '')).toBeGreaterThan(Date.parse(publishAt));
  expect(await acts(next.id, 'publication.made', second.url)).toHaveLength(1);
});
