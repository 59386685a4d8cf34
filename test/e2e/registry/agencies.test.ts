import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { body, editions, fork, type EditionBody } from '../../support/work.ts';

interface Agency {
  readonly id: string;
  readonly registered: boolean;
  readonly name: string;
  readonly entries: number;
  readonly version: number;
  readonly endedOn: string | null;
  readonly successors: readonly { readonly name: string; readonly kind: string; readonly on: string }[];
  readonly usage: readonly { readonly entries: number }[];
}
interface Impact {
  readonly editions: readonly {
    readonly id: string;
    readonly entries: readonly { readonly serviceId: string; readonly number: string }[];
  }[];
}
type Texts = Readonly<Record<string, string>>;
interface Opened {
  readonly reasonClass: string;
  readonly edits: readonly {
    readonly serviceId: string;
    readonly base: { readonly provisions: Texts };
    readonly proposed: { readonly provisions: Texts };
  }[];
}

const OLD = '市人力资源社会保障局';
/** The bundled standard writes it like this once. */
const SPELLED = '市人力资源和社会保障局';
const NEW = '市人力资源和社会保障服务局';

let api: SeededApi;
let editor: Client;
let auditor: Client;
let draft: EditionBody;
let imported: EditionBody | undefined;

beforeAll(async () => {
  api = await bootSeededApi();
  const [one, two] = [api.account('editor'), api.account('auditor')];
  editor = await Client.signIn(api.url, one.username, one.password);
  auditor = await Client.signIn(api.url, two.username, two.password);
  [imported] = await editions(editor);
  draft = await fork(editor, imported?.id ?? '', '试编版');
});
afterAll(() => api.stop());

const find = async (name: string): Promise<Agency> => {
  const { items } = body(await editor.get<{ items: Agency[] }>(`/agencies?q=${encodeURIComponent(name)}`));
  const found = items.find((agency) => agency.name === name);
  if (found === undefined) throw new Error(`no agency ${name}`);
  return found;
};
const read = async (id: string): Promise<Agency> => body(await editor.get<Agency>(`/agencies/${id}`));
const succeed = (kind: string, from: string[], to: string[], on = '2026-12-01') =>
  editor.post<Agency & { code: string; errors?: object }>('/agencies/successions', {
    kind,
    from,
    to,
    on,
    comment: '机构改革方案',
  });
const order = (): object => ({
  editionId: draft.id,
  title: '单位更名',
  rationale: '机构改革。',
  legalBasis: '机构改革方案',
});

describe('renaming an agency', () => {
  test('proposes one amendment with every entry that names it, the name replaced and nothing else', async () => {
    const { id, entries } = await find(OLD);
    expect(entries).toBeGreaterThan(10);
    const renamed = await succeed('rename', [OLD], [NEW]);
    expect(renamed).toMatchObject({
      status: 201,
      body: { id, endedOn: '2026-12-01', successors: [{ name: NEW, kind: 'rename', on: '2026-12-01' }] },
    });

    const touched = body(await editor.get<Impact>(`/agencies/${id}/impact`)).editions.find(
      (one) => one.id === draft.id,
    );
    expect(touched?.entries).toHaveLength(entries);
    const opened = body(await editor.post<Opened>(`/agencies/${id}/amendments`, order()));
    expect(opened).toMatchObject({ reasonClass: 'institutional-reform' });
    expect(new Set(opened.edits.map(({ serviceId }) => serviceId))).toEqual(
      new Set(touched?.entries.map(({ serviceId }) => serviceId)),
    );
    for (const { base, proposed } of opened.edits) {
      const leadAgency = base.provisions['leadAgency'] ?? '';
      const [written = ''] = [OLD, SPELLED].filter((name) => leadAgency.includes(name));
      expect(written).not.toBe('');
      expect(proposed.provisions).toEqual({ ...base.provisions, leadAgency: leadAgency.replaceAll(written, NEW) });
    }
    expect(opened.edits.filter(({ base }) => base.provisions['leadAgency']?.includes(SPELLED))).toHaveLength(1);
  });

  test('leaves the texts of every edition as they are', async () => {
    const old = await find(OLD);
    expect(old.entries).toBeGreaterThan(10);
    expect((await read(old.id)).usage).toHaveLength(2);
    expect((await find(NEW)).entries).toBe(0);
    const list = body(
      await editor.get<{ items: { name: string }[] }>(
        `/agencies?editionId=${imported?.id ?? ''}&q=${encodeURIComponent(OLD)}`,
      ),
    );
    expect(list.items[0]).toMatchObject({ name: OLD, entries: old.entries });
  });

  test('is in the record of both', async () => {
    const [old, follower] = [await find(OLD), await find(NEW)];
    const record = { from: [OLD], to: [NEW], on: '2026-12-01' };
    expect(body(await auditor.get(`/agencies/${old.id}/history`))).toMatchObject({
      items: [{ action: 'agency.renamed', comment: '机构改革方案', data: record }],
    });
    expect(body(await auditor.get(`/agencies/${follower.id}/history`))).toMatchObject({
      items: [{ action: 'agency.succeeded', data: record }],
    });
    expect(await read(follower.id)).toMatchObject({ beganOn: '2026-12-01', predecessors: [{ name: OLD }] });
  });

  test('happens once, and not to what is not there', async () => {
    expect(await succeed('rename', [OLD], ['市某局'])).toMatchObject({ status: 409, body: { code: 'agency.ended' } });
    expect(await succeed('rename', ['市民政局'], [OLD])).toMatchObject({ status: 409, body: { code: 'agency.ended' } });
    expect(await succeed('rename', ['市民政局'], ['市民政局'])).toMatchObject({
      status: 409,
      body: { code: 'agency.succession-shape' },
    });
    const standing = await find('市民政局');
    expect(await editor.post(`/agencies/${standing.id}/amendments`, order())).toMatchObject({
      status: 409,
      body: { code: 'agency.no-successor' },
    });
  });
});

test('a merger renames all that were merged in one amendment', async () => {
  const [one, other] = [await find('市教委'), await find('市文化和旅游局')];
  expect((await succeed('merge', [one.name, other.name], ['市教育文化委'])).status).toBe(201);
  const opened = body(await editor.post<Opened>(`/agencies/${other.id}/amendments`, order()));
  const before = opened.edits.map(({ base }) => base.provisions['leadAgency'] ?? '');
  expect(before.some((text) => text.includes(one.name)) && before.some((text) => text.includes(other.name))).toBe(true);
  for (const { proposed } of opened.edits) {
    expect(proposed.provisions['leadAgency']).toContain('市教育文化委');
    expect(proposed.provisions['leadAgency']).not.toContain(other.name);
  }
});

test('a split lists the entries and leaves the choice to the author', async () => {
  const { id, name } = await find('市民政局');
  expect((await succeed('split', [name], [name, '市养老服务局'])).body).toMatchObject({ endedOn: null });
  const opened = body(await editor.post<Opened>(`/agencies/${id}/amendments`, order()));
  expect(opened.edits.length).toBeGreaterThan(5);
  for (const { base, proposed } of opened.edits) expect(proposed.provisions).toEqual(base.provisions);
});

describe('other names of an agency', () => {
  test('are known to be its own, with the version that was seen', async () => {
    const { id, version } = await find('市体育局');
    const changed = await editor.patch<Agency>(`/agencies/${id}`, { aliases: ['北京市体育局'] }, version);
    expect(changed).toMatchObject({ status: 200, body: { aliases: ['北京市体育局'], version: version + 1 } });
    expect(
      body(await editor.get<{ items: Agency[] }>(`/agencies?q=${encodeURIComponent('北京市体育')}`)).items,
    ).toMatchObject([{ id }]);
    expect(await editor.patch(`/agencies/${id}`, { aliases: [] }, version)).toMatchObject({
      status: 412,
      body: { current: { aliases: ['北京市体育局'] } },
    });
    expect(await editor.patch(`/agencies/${id}`, { aliases: ['市卫生健康委'] }, version + 1)).toMatchObject({
      status: 409,
      body: { code: 'agency.name-taken' },
    });
  });
});

test('the load counts entries by agency and chapter', async () => {
  const load = body(
    await editor.get<{ chapters: object[]; rows: { name: string; entries: number; counts: number[] }[] }>(
      `/agencies/load?editionId=${draft.id}`,
    ),
  );
  expect(load.chapters).toHaveLength(9);
  expect(load.chapters[0]).toMatchObject({ number: '一', title: '幼有所育' });
  for (const { counts, entries } of load.rows) {
    expect(counts).toHaveLength(9);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(entries);
  }
  const { name, entries } = load.rows[0] ?? { name: '', entries: 0 };
  expect((await find(name)).entries).toBe(entries);
});

test.each([
  [{ from: [''] }, 'from.0', 'field.too-short'],
  [{ from: ['甲'.repeat(101)] }, 'from.0', 'field.too-long'],
  [{ to: ['甲\u200b'] }, 'to.0', 'field.forbidden-code-point'],
  [{ from: [] }, 'from', 'field.too-short'],
  [{ from: '甲' }, 'from', 'field.type'],
  [{ on: '2026-02-30' }, 'on', 'field.format'],
  [{ kind: 'end' }, 'kind', 'field.not-allowed'],
  [{ x: 1 }, 'x', 'field.unknown'],
])('%j is refused by name', async (change, field, code) => {
  const input = { kind: 'rename', from: ['市甲局'], to: ['市乙局'], on: '2026-12-01', ...change };
  const answer = await editor.post<{ errors: object }>('/agencies/successions', input);
  expect([400, 422]).toContain(answer.status);
  expect(answer.body.errors).toMatchObject({ [field]: { code } });
});

test('only who has the right changes the registry', async () => {
  const input = { kind: 'rename', from: ['市甲局'], to: ['市乙局'], on: '2026-12-01' };
  expect((await auditor.post('/agencies/successions', input)).status).toBe(403);
});

test('nothing here was a failure of the service', () => {
  expect(api.output()).not.toContain('"msg":"unexpected"');
});
