import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client, type Answer } from '../../support/client.ts';
import { body, editions, fork } from '../../support/work.ts';

interface Regulation {
  readonly id: string;
  readonly registered: boolean;
  readonly title: string;
  readonly numbers: readonly string[];
  readonly status: string | null;
  readonly successor: { readonly id: string } | null;
  readonly mergedInto: { readonly id: string } | null;
  readonly entries: number;
  readonly version: number;
  readonly usage: readonly { readonly entries: number }[];
}
interface Impact {
  readonly editions: readonly {
    readonly id: string;
    readonly label: string;
    readonly open: boolean;
    readonly entries: readonly {
      readonly serviceId: string;
      readonly number: string;
      readonly mentions: readonly {
        readonly by: string;
        readonly provision: string;
        readonly start: number;
        readonly end: number;
        readonly sentence: { readonly start: number; readonly text: string };
      }[];
    }[];
  }[];
}
type Problem = Answer<{ code: string; params?: unknown; errors?: Record<string, unknown>; current?: Regulation }>;

const TITLE = '国家基本公共卫生服务规范（第三版）';
const NUMBER = '国卫基层发〔2017〕13号';

let api: SeededApi;
let editor: Client;
let second: Client;
let auditor: Client;

beforeAll(async () => {
  api = await bootSeededApi();
  [editor, second, auditor] = await Promise.all(
    api.database.accounts
      .filter(({ role }) => ['editor', 'auditor'].includes(role))
      .map(({ username, password }) => Client.signIn(api.url, username, password)),
  ).then((people) => [people[0], people[1], people.at(-1)] as [Client, Client, Client]);
});
afterAll(() => api.stop());

const list = async (query: string): Promise<{ items: Regulation[]; total: number }> =>
  body(await editor.get<{ items: Regulation[]; total: number }>(`/regulations?${query}`));
const cited = async (q: string): Promise<Regulation> => {
  const [found] = (await list(`q=${encodeURIComponent(q)}`)).items;
  if (found === undefined) throw new Error(`nothing is listed for ${q}`);
  return found;
};
const read = async (id: string): Promise<Regulation> => body(await editor.get<Regulation>(`/regulations/${id}`));
const register = async (content: object): Promise<Regulation> =>
  body(await editor.post<Regulation>('/regulations', content));

describe('what the bundled standard cites', () => {
  test('is listed before anybody registers it, numbers and titles of one regulation together', async () => {
    const { items } = await list(`q=${encodeURIComponent('国卫基层发【2017】 13')}`);
    expect(items).toMatchObject([{ registered: false, title: TITLE, numbers: [NUMBER], status: null, entries: 11 }]);
    const all = await list('perPage=1');
    expect(all.total).toBeGreaterThan(150);
    expect((await list('registered=true')).total).toBe(0);
  });

  test('has a page and a history before anybody registers it', async () => {
    const { id } = await cited(NUMBER);
    expect(await read(id)).toMatchObject({ registered: false, usage: [{ entries: 11 }] });
    expect(body(await editor.get(`/regulations/${id}/history`))).toEqual({ items: [], total: 0 });
  });
});

describe('repealing a regulation', () => {
  test('names every entry that cites it, by number and by title, with the sentence and the span', async () => {
    const { id } = await register({ title: TITLE, numbers: [NUMBER], status: 'repealed', comment: '试' });
    const [edition] = body(await editor.get<Impact>(`/regulations/${id}/impact`)).editions;
    const by = (way: string): (string | undefined)[] =>
      (edition?.entries ?? [])
        .filter(({ mentions }) => mentions.some((one) => one.by === way))
        .map(({ number }) => number);
    expect(by('number')).toEqual(['2', '8', '35', '37', '40', '42', '54']);
    expect(by('title')).toEqual(['7', '34', '36', '38']);
    for (const { serviceId, mentions } of edition?.entries ?? []) {
      const entry = body(
        await editor.get<{ provisions: Record<string, string> }>(`/editions/${edition?.id}/entries/${serviceId}`),
      );
      for (const { provision, start, end, sentence } of mentions) {
        const text = entry.provisions[provision] ?? '';
        expect(text.slice(start, end)).toContain(`《${TITLE}》`);
        expect(text.slice(sentence.start, sentence.start + sentence.text.length)).toBe(sentence.text);
        expect(sentence.text).toContain(text.slice(start, end));
      }
    }
  });

  test('opens one amendment in the draft with those entries in it, each as it reads', async () => {
    const { id } = await cited(NUMBER);
    const [imported] = await editions(editor);
    const draft = await fork(editor, imported?.id ?? '', '试编版');
    const order = {
      editionId: draft.id,
      title: '调整国家基本公共卫生服务规范的引用',
      rationale: '所引文件已废止。',
      legalBasis: `《${TITLE}》（${NUMBER}）`,
    };
    const opened = body(
      await editor.post<{
        reasonClass: string;
        state: string;
        edits: { kind: string; entry: { number: string }; base: object; proposed: { provisions: object } }[];
      }>(`/regulations/${id}/amendments`, order),
    );
    expect(opened).toMatchObject({ reasonClass: 'superior-law', state: 'draft', legalBasis: order.legalBasis });
    expect(opened.edits).toHaveLength(11);
    for (const { kind, base, proposed } of opened.edits) {
      expect(kind).toBe('revise');
      expect(proposed.provisions).toEqual((base as { provisions: object }).provisions);
    }
  });

  test('opens none in an edition that is frozen, nor where nothing is cited, nor for an auditor', async () => {
    const { id } = await cited(NUMBER);
    const frozen = (await editions(editor)).find(({ state }) => state === 'imported');
    const order = { editionId: frozen?.id ?? '', title: '甲', rationale: '', legalBasis: '' };
    expect(await editor.post(`/regulations/${id}/amendments`, order)).toMatchObject({
      status: 409,
      body: { code: 'edition.frozen' },
    });
    const uncited = await register({ title: '无人引用的办法' });
    expect(await editor.post(`/regulations/${uncited.id}/amendments`, order)).toMatchObject({
      status: 409,
      body: { code: 'amendment.no-entries' },
    });
    expect((await auditor.post(`/regulations/${id}/amendments`, order)).status).toBe(403);
  });
});

describe('a registered regulation', () => {
  test('keeps every text exactly, and tells who did what', async () => {
    const content = {
      title: ' 某某办法　',
      numbers: ['京某发﹝2020﹞ 1号'],
      issuer: '某局',
      level: '规范性文件',
      issuedOn: '2020-01-02',
      effectiveOn: '2020-02-01',
      source: '官网',
    };
    const { id, version } = await register(content);
    expect(await read(id)).toMatchObject({ ...content, status: 'in-force', version: 1, registered: true });
    const changed = await editor.patch<Regulation>(
      `/regulations/${id}`,
      { status: 'repealed', repealedOn: '2024-05-01', issuer: null, comment: '见公告' },
      version,
    );
    expect(changed).toMatchObject({ status: 200, version: 2, body: { status: 'repealed', issuer: null } });
    const history = body(await auditor.get<{ items: unknown[] }>(`/regulations/${id}/history`)).items;
    expect(history).toMatchObject([
      {
        action: 'regulation.changed',
        comment: '见公告',
        data: {
          before: { status: 'in-force', issuer: '某局', repealedOn: null },
          after: { status: 'repealed', issuer: null, repealedOn: '2024-05-01' },
        },
      },
      { action: 'regulation.registered', data: { after: { title: content.title } } },
    ]);
    const ledger = await auditor.get<{ items: unknown[] }>('/ledger?action=regulation.changed&perPage=1&order=desc');
    expect(ledger.body.items).toMatchObject([{ subjectType: 'regulation', subjectId: id, label: content.title }]);
  });

  test('answers who wrote against an older version with what stands now, and loses nothing', async () => {
    const { id } = await register({ title: '先后办法' });
    await editor.patch(`/regulations/${id}`, { issuer: '甲' }, 1);
    const stale: Problem = await second.patch(`/regulations/${id}`, { issuer: '乙' }, 1);
    expect(stale).toMatchObject({
      status: 412,
      body: { code: 'request.version-stale', current: { issuer: '甲', version: 2 } },
    });
    expect((await editor.send('PATCH', `/regulations/${id}`, { body: { issuer: '丙' } })).status).toBe(428);
    expect(await editor.patch(`/regulations/${id}`, { issuer: '甲' }, 2)).toMatchObject({ status: 200, version: 2 });
  });

  test.each([
    ['another has the number', { title: '甲乙', numbers: ['国卫基层发[2017]13号'] }, 409, 'regulation.number-taken'],
    ['another has title and date', { title: '《无人引用的办法》' }, 409, 'regulation.exists'],
  ])('is refused where %s', async (_, content, status, code) => {
    expect(await editor.post('/regulations', content)).toMatchObject({ status, body: { code } });
  });

  test.each([
    [{}, 'title', 'field.missing'],
    [{ title: '甲', numbers: ['x'.repeat(101)] }, 'numbers.0', 'field.too-long'],
    [{ title: '甲', numbers: [''] }, 'numbers.0', 'field.too-short'],
    [{ title: '甲', numbers: null }, 'numbers', 'field.type'],
    [{ title: '甲', numbers: [7] }, 'numbers', 'field.type'],
    [{ title: '甲\u200b' }, 'title', 'field.forbidden-code-point'],
    [{ title: '甲', status: 'gone' }, 'status', 'field.not-allowed'],
    [{ title: '甲', status: null }, 'status', 'field.not-allowed'],
    [{ title: '甲', issuedOn: '2020-02-30' }, 'issuedOn', 'field.format'],
    [{ title: '甲', repealedOn: '2020-01-01' }, 'repealedOn', 'regulation.repealed-on-unfit'],
    [
      { title: '甲', status: 'repealed', issuedOn: '2021-01-01', repealedOn: '2020-01-01' },
      'repealedOn',
      'regulation.dates-disordered',
    ],
    [{ title: '甲', successorId: 'x' }, 'successorId', 'field.format'],
    [{ title: '甲', mergedIntoId: null }, 'mergedIntoId', 'field.unknown'],
  ])('%j is refused by name', async (content, field, code) => {
    const answer: Problem = await editor.post('/regulations', content);
    expect([400, 422]).toContain(answer.status);
    expect(answer.body.errors).toMatchObject({ [field]: { code } });
  });

  test('has a successor that is another and does not lead back to it', async () => {
    const later = await register({ title: '后办法' });
    const earlier = await register({ title: '前办法', status: 'repealed', successorId: later.id });
    expect(await read(later.id)).toMatchObject({ predecessors: [{ id: earlier.id }] });
    for (const [id, successorId] of [
      [later.id, earlier.id],
      [later.id, later.id],
    ] as const) {
      const answer = await editor.patch(`/regulations/${id}`, { successorId }, 1);
      expect(answer).toMatchObject({ status: 409, body: { code: 'regulation.successor-circular' } });
    }
  });
});

describe('two rows that are one regulation', () => {
  test('are proposed, merged with all they are known by, and separated again', async () => {
    const one = await register({ title: '北京市基本殡葬服务的管理办法', numbers: ['京民发〔2020〕9号'] });
    const other = await register({ title: '北京市基本殡葬服务管理办法' });
    const { items } = body(
      await editor.get<{ items: { kind: string; a: Regulation; b: Regulation }[] }>('/regulations/duplicates'),
    );
    expect(items).toMatchObject([{ kind: 'similar', a: { id: one.id }, b: { id: other.id } }]);

    const merged = await editor.post<Regulation>(
      `/regulations/${one.id}/merge`,
      { intoId: other.id, comment: '同一文件' },
      { version: 1 },
    );
    expect(merged).toMatchObject({
      status: 200,
      version: 2,
      body: { mergedInto: { id: other.id }, numbers: one.numbers },
    });
    expect(body(await editor.get('/regulations/duplicates'))).toEqual({ items: [], total: 0 });
    expect((await list(`q=${encodeURIComponent('基本殡葬服务')}`)).items).toMatchObject([{ id: other.id }]);
    expect(await read(other.id)).toMatchObject({ merged: [{ id: one.id }] });
    expect(body(await editor.get(`/regulations/${other.id}/history`))).toMatchObject({
      items: [{ action: 'regulation.absorbed', comment: '同一文件' }, { action: 'regulation.registered' }],
    });

    expect(await editor.patch(`/regulations/${one.id}`, { issuer: '甲' }, 2)).toMatchObject({
      status: 409,
      body: { code: 'regulation.merged' },
    });
    const again = await editor.post(`/regulations/${other.id}/merge`, { intoId: one.id }, { version: 1 });
    expect(again).toMatchObject({ status: 409, body: { code: 'regulation.merged' } });

    expect(await editor.post(`/regulations/${one.id}/separation`, {}, { version: 2 })).toMatchObject({
      status: 200,
      body: { mergedInto: null },
    });
    expect(await editor.post(`/regulations/${one.id}/separation`, {}, { version: 3 })).toMatchObject({
      status: 409,
      body: { code: 'regulation.not-merged' },
    });
  });

  test('are found by the citations of either', async () => {
    const { id, title } = await cited('京卫老年妇幼〔2018〕22号');
    const alias = await register({ title, numbers: ['京卫老年妇幼〔2018〕22号'] });
    expect(alias.entries).toBeGreaterThan(0);
    const main = await register({ title: '统一登记的文件' });
    await editor.post(`/regulations/${alias.id}/merge`, { intoId: main.id }, { version: 1 });
    expect(await read(main.id)).toMatchObject({ entries: alias.entries });
    const { editions: found } = body(await editor.get<Impact>(`/regulations/${main.id}/impact`));
    expect(found.at(-1)?.entries).toHaveLength(alias.entries);
    expect((await editor.get(`/regulations/${id}`)).status).toBe(404);
  });
});

test('one number is registered once, however many ask at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      editor.post<Regulation>('/regulations', { title: `并发${at}`, numbers: ['京并〔2020〕1号'] }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

test('nothing here was a failure of the service', () => {
  expect(api.output()).not.toContain('"msg":"unexpected"');
});
