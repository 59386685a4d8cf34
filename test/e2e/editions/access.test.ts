import { Client } from '../../support/client.ts';
import { body, type EntryBody } from '../../support/work.ts';
import { Desk } from '../amendments/desk.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const READERS = ['editor', 'liaison', 'reviewer', 'publisher', 'auditor', 'admin'] as const;
const EXPORTERS: readonly string[] = ['editor', 'liaison', 'reviewer', 'publisher', 'auditor'];

let desk: Desk;
let people: Record<string, Client>;
let serviceId: string;

beforeAll(async () => {
  desk = await Desk.open();
  people = Object.fromEntries(await Promise.all(READERS.map(async (role) => [role, await desk.person(role)] as const)));
  const { items } = body(
    await person('editor').get<{ items: EntryBody[] }>(`/editions/${desk.editionId}/entries?perPage=1`),
  );
  serviceId = items[0]?.serviceId ?? '';
});
afterAll(() => desk.api.stop());

function person(role: string): Client {
  const found = people[role];
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

/** Every address that reads, with the edition's id filled in. */
const reads = (edition: string, service: string): string[] => [
  `/editions/${edition}`,
  `/editions/${edition}/outline`,
  `/editions/${edition}/entries`,
  `/editions/${edition}/entries/${service}`,
  `/editions/${edition}/entries/${service}/history`,
  `/editions/${edition}/commits`,
  `/editions/${edition}/checklist`,
  `/editions/${edition}/findings`,
  `/comparisons?before=edition:${edition}&after=edition:${edition}`,
];
const exports = (edition: string): string[] => [
  `/editions/${edition}/document`,
  ...['json', 'txt', 'html', 'docx'].map((format) => `/editions/${edition}/export/${format}`),
];
const lists = ['/standards', '/editions', '/agencies', '/funding-sources'];

test('a stranger reads nothing', async () => {
  const stranger = new Client(desk.api.url);
  for (const path of [
    ...lists,
    ...reads(desk.editionId, serviceId),
    ...exports(desk.editionId),
    `/editions/${desk.editionId}/publication`,
  ]) {
    expect([path, (await stranger.get(path)).status]).toEqual([path, 401]);
  }
});

test('every role reads editions, entries, histories and comparisons', async () => {
  for (const role of READERS) {
    for (const path of [...lists, ...reads(desk.editionId, serviceId)]) {
      expect([role, path, (await person(role).get(path)).status]).toEqual([role, path, 200]);
    }
  }
});

test('who may not export gets no document', async () => {
  for (const role of READERS) {
    for (const path of exports(desk.editionId)) {
      expect([role, path, (await person(role).get(path)).status]).toEqual([
        role,
        path,
        EXPORTERS.includes(role) ? 200 : 403,
      ]);
    }
  }
});

test('who has not the right neither forks, nor takes an edition on, nor answers a finding', async () => {
  const { items } = body(
    await person('editor').get<{ items: { id: string }[] }>(`/editions/${desk.editionId}/findings?perPage=1`),
  );
  const finding = items[0]?.id ?? '';
  const refused = async (role: string, path: string, request: object): Promise<void> => {
    const answer = await person(role).post(path, request, { version: 1 });
    expect([role, path, answer.status, answer.body]).toEqual([
      role,
      path,
      403,
      expect.objectContaining({ code: 'right.missing' }),
    ]);
  };
  for (const role of ['liaison', 'reviewer', 'publisher', 'auditor', 'admin'])
    await refused(role, '/editions', { basedOnId: desk.editionId, label: '新版' });
  for (const role of ['liaison', 'auditor', 'admin', 'publisher', 'reviewer']) {
    await refused(role, `/editions/${desk.editionId}/events`, { event: 'openConsultation' });
  }
  for (const role of ['liaison', 'publisher', 'auditor', 'admin']) {
    await refused(role, `/editions/${desk.editionId}/findings/${finding}/answer`, { state: 'fixed', answer: '已改。' });
  }
});

test('what is not there is not found, and what is no address is refused', async () => {
  const editor = person('editor');
  for (const path of [
    ...reads(NOBODY, serviceId),
    ...exports(NOBODY),
    `/editions/${desk.editionId}/entries/${NOBODY}`,
  ]) {
    expect([path, (await editor.get(path)).status]).toEqual([path, 404]);
  }
  expect((await editor.get(`/editions/${desk.editionId}/publication`)).body).toMatchObject({
    code: 'publication.not-found',
  });
  expect((await editor.get(`/editions/${desk.editionId}/export/odt`)).status).toBe(404);
  for (const path of [
    ...reads('x', serviceId),
    `/editions/${desk.editionId}/outline?commit=0`,
    `/editions/${desk.editionId}/outline?commit=1;`,
  ]) {
    expect([path, (await editor.get(path)).status]).toEqual([path, 400]);
  }
});

test('a query key that no list knows is refused', async () => {
  for (const path of [...lists, ...reads(desk.editionId, serviceId), ...exports(desk.editionId)]) {
    const answer = await person('editor').get(`${path}${path.includes('?') ? '&' : '?'}where[state]=x`);
    expect([path, answer.status, answer.body]).toEqual([
      path,
      400,
      expect.objectContaining({ code: 'request.invalid' }),
    ]);
  }
});
