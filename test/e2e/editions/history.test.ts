import { readFileSync } from 'node:fs';
import { Client as Postgres } from 'pg';
import { read, type KnownHeading } from '../../../packages/reader/src/index.ts';
import { writeText, type outlineForm } from '../../../packages/writer/src/index.ts';
import { bootApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import {
  body,
  carryThrough,
  editions,
  openAmendment,
  revise,
  type EditionBody,
  type EntryBody,
} from '../../support/work.ts';
import { Desk, type OutlineSection } from '../amendments/desk.ts';

interface OutlineBody {
  readonly edition: { readonly commit: number; readonly treeHash: string };
  readonly sections: readonly OutlineSection[];
}

interface ComparisonBody {
  readonly summary: Record<string, number>;
  readonly entries: readonly {
    readonly serviceId: string;
    readonly changes: readonly string[];
    readonly provisions: Record<string, readonly { op: string; text: string }[]>;
    readonly quantities: readonly { before: string; after: string }[];
    readonly reasons: readonly string[];
  }[];
  readonly amendments: readonly {
    amendmentId: string;
    title: string;
    rationale: string;
    authors: { id: string }[];
    approvers: { id: string }[];
  }[];
}

interface HistoryBody {
  readonly items: readonly {
    readonly revisionId: string;
    readonly ordinal: number;
    readonly author: { readonly id: string };
    readonly approvers: readonly { readonly id: string }[];
    readonly amendment: { readonly title: string; readonly rationale: string } | null;
    readonly edition: { readonly label: string };
    readonly commit: { readonly number: number };
    readonly difference: { readonly provisions: Record<string, readonly { op: string; text: string }[]> } | null;
  }[];
}

const SEED = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';

let desk: Desk;
let editor: Client & { readonly accountId: string };
let reviewer: Client & { readonly accountId: string };
let imported: EditionBody;
/** The outline as it was seen after each commit, by the commit's number. */
const seen = new Map<number, OutlineBody>();
let entry: EntryBody;

const outline = async (query = '', reader: Client = editor, editionId = desk.editionId): Promise<OutlineBody> =>
  body(await reader.get<OutlineBody>(`/editions/${editionId}/outline${query}`));

/** Another service on the same database, which keeps nothing in memory yet. */
async function freshReader(): Promise<{ readonly reader: Client; readonly stop: () => Promise<void> }> {
  const { database } = desk.api;
  const api = await bootApi({ databaseUrl: database.appUrl, dataFolder: database.dataFolder });
  return { reader: new Client(api.url, editor.cookie), stop: () => api.stop() };
}

/** What stands where, without what is open about it now. */
function standing(sections: readonly OutlineSection[]): unknown {
  return JSON.parse(JSON.stringify(sections, (key, value: unknown) => (key === 'marks' ? undefined : value)));
}

async function amend(title: string, standard: string): Promise<void> {
  const amendment = await openAmendment(editor, desk.editionId, title);
  const now = body(await editor.get<EntryBody>(`/editions/${desk.editionId}/entries/${entry.serviceId}`));
  await revise(editor, amendment.id, now, { standard });
  await carryThrough(editor, reviewer, amendment.id);
  const after = await outline();
  seen.set(after.edition.commit, after);
}

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer] = await Promise.all([desk.person('editor'), desk.person('reviewer')]);
  const found = (await editions(editor)).find((edition) => edition.state === 'imported');
  if (found === undefined) throw new Error('the seed made no edition');
  imported = found;
});
afterAll(() => desk.api.stop());

test('a fork stands as its base stands and shares its revisions', async () => {
  const [base, copy] = [await outline('', editor, imported.id), await outline()];
  expect(copy.edition.treeHash).toBe(base.edition.treeHash);
  expect(standing(copy.sections)).toEqual(standing(base.sections));
  const { items } = body(
    await editor.get<{ items: { kind: string; changes: number }[] }>(`/editions/${desk.editionId}/commits`),
  );
  expect(items).toEqual([expect.objectContaining({ kind: 'fork', number: 1, changes: 0 })]);
  seen.set(1, copy);
});

test('equal editions compare as equal', async () => {
  const answer = await editor.get<ComparisonBody>(
    `/comparisons?before=edition:${imported.id}&after=edition:${desk.editionId}`,
  );
  expect(body(answer).entries).toEqual([]);
  expect(body(answer).summary).toEqual({
    added: 0,
    removed: 0,
    moved: 0,
    renumbered: 0,
    retitled: 0,
    amended: 0,
    unchanged: 93,
  });
});

test('the imported edition is exported as the writer writes what the reader read', async () => {
  const { headings } = JSON.parse(readFileSync(`${SEED}.headings.json`, 'utf8')) as { headings?: KnownHeading[] };
  const known = headings ?? (JSON.parse(readFileSync(`${SEED}.headings.json`, 'utf8')) as KnownHeading[]);
  const source = read(readFileSync(`${SEED}.txt`, 'utf8'), { knownHeadings: known });
  const txt = await editor.get<string>(`/editions/${imported.id}/export/txt`);
  expect(txt.body).toBe(writeText(source));
  expect(txt.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent(`${source.title}.txt`)}`,
  );
  const document = body(await editor.get<ReturnType<typeof outlineForm>>(`/editions/${imported.id}/document`));
  expect(document.title).toBe(source.title);
  expect(document.edition).toBe(source.edition);
  const json = await editor.get(`/editions/${imported.id}/export/json`);
  expect(json.body).toEqual(document);
});

test('each merge changes what the outline, the entry and its filters show', async () => {
  entry = await desk.entry(editor, '10');
  await amend('调整标准', '每人每月2700元。');
  await amend('提高标准', '每人每月2800元。');
  const now = body(
    await editor.get<EntryBody & { baseRevisionId: string; revision: { ordinal: number; author: { id: string } } }>(
      `/editions/${desk.editionId}/entries/${entry.serviceId}`,
    ),
  );
  expect(now.provisions?.standard).toBe('每人每月2800元。');
  expect(now.revision).toMatchObject({ ordinal: 3, author: { id: editor.accountId } });
  expect(now.baseRevisionId).toBe(entry.revision.id);
  const changed = body(
    await editor.get<{ items: EntryBody[]; total: number }>(`/editions/${desk.editionId}/entries?changed=true`),
  );
  expect(changed.items.map(({ serviceId }) => serviceId)).toEqual([entry.serviceId]);
  const rest = body(await editor.get<{ total: number }>(`/editions/${desk.editionId}/entries?changed=false&perPage=1`));
  expect(rest.total).toBe(95);
});

test('an entry has its history, newest first, with who, why and the difference', async () => {
  const { items } = body(
    await editor.get<HistoryBody>(`/editions/${desk.editionId}/entries/${entry.serviceId}/history`),
  );
  expect(items.map(({ ordinal, amendment, edition }) => [ordinal, amendment?.title ?? null, edition.label])).toEqual([
    [3, '提高标准', '2023年版'],
    [2, '调整标准', '2023年版'],
    [1, null, '2023年版（征求意见稿）'],
  ]);
  expect(items[0]?.author.id).toBe(editor.accountId);
  expect(items[0]?.approvers.map(({ id }) => id)).toEqual([reviewer.accountId]);
  expect(items[0]?.amendment?.rationale).toBe('统一用语。');
  expect(items[0]?.difference?.provisions).toEqual({
    standard: [
      { op: 'equal', text: '每人每月' },
      { op: 'delete', text: '2700元' },
      { op: 'insert', text: '2800元' },
      { op: 'equal', text: '。' },
    ],
  });
  expect(items[2]?.difference).toBeNull();
});

test('the edition reads at every commit as it read then, in a service that has seen none of them', async () => {
  const fresh = await freshReader();
  try {
    for (const [commit, then] of seen) {
      const again = await outline(`?commit=${commit}`, fresh.reader);
      expect(again.edition).toMatchObject({ commit, treeHash: then.edition.treeHash });
      expect(standing(again.sections)).toEqual(standing(then.sections));
    }
    const second = body(
      await fresh.reader.get<EntryBody & { revision: { ordinal: number } }>(
        `/editions/${desk.editionId}/entries/${entry.serviceId}?commit=2`,
      ),
    );
    expect(second.provisions?.standard).toBe('每人每月2700元。');
    expect(second.revision.ordinal).toBe(2);
    const missing = await fresh.reader.get(`/editions/${desk.editionId}/outline?commit=9`);
    expect(missing).toMatchObject({ status: 404, body: { code: 'commit.not-found' } });
  } finally {
    await fresh.stop();
  }
});

test('a comparison marks the amount and says why', async () => {
  const { items } = body(
    await editor.get<{ items: { id: string; number: number }[] }>(`/editions/${desk.editionId}/commits?order=asc`),
  );
  const [, second, third] = items.map(({ id }) => id);
  const compared = body(
    await editor.get<ComparisonBody>(`/comparisons?before=commit:${second ?? ''}&after=commit:${third ?? ''}`),
  );
  expect(compared.summary).toMatchObject({ amended: 1, unchanged: 92 });
  const [found] = compared.entries;
  expect(found).toMatchObject({
    serviceId: entry.serviceId,
    changes: ['amended'],
    quantities: [{ before: '2700元', after: '2800元' }],
  });
  const [amendment] = compared.amendments;
  expect(found?.reasons).toEqual([amendment?.amendmentId]);
  expect(compared.amendments.map(({ title, rationale }) => [title, rationale])).toEqual([['提高标准', '统一用语。']]);
  expect(amendment?.authors.map(({ id }) => id)).toEqual([editor.accountId]);
  expect(amendment?.approvers.map(({ id }) => id)).toEqual([reviewer.accountId]);
  const whole = body(
    await editor.get<ComparisonBody>(`/comparisons?before=edition:${imported.id}&after=edition:${desk.editionId}`),
  );
  const titles = new Map(whole.amendments.map(({ amendmentId, title }) => [amendmentId, title]));
  expect(whole.entries.map(({ reasons }) => reasons.map((id) => titles.get(id)))).toEqual([['调整标准', '提高标准']]);
});

test('entries are found by agency, funding source, cited instrument, number and text', async () => {
  const total = async (query: string): Promise<number> =>
    body(await editor.get<{ total: number }>(`/editions/${imported.id}/entries?perPage=1&${query}`)).total;
  const { items } = body(
    await editor.get<{ items: { name: string; entries: number }[] }>(`/agencies?editionId=${imported.id}&perPage=1`),
  );
  const [agency] = items;
  expect(await total(`agency=${encodeURIComponent(agency?.name ?? '')}`)).toBe(agency?.entries);
  const sources = body(
    await editor.get<{ items: { key: string; entries: number }[] }>(
      `/funding-sources?editionId=${imported.id}&perPage=1`,
    ),
  );
  expect(await total(`funding=${encodeURIComponent(sources.items[0]?.key ?? '')}`)).toBe(sources.items[0]?.entries);
  const first = body(
    await editor.get<{ items: { references: { kind: string; key: string }[] }[] }>(
      `/editions/${imported.id}/entries?perPage=1`,
    ),
  );
  const citation = first.items[0]?.references.find(({ kind }) => kind === 'citation');
  expect(await total(`citation=${encodeURIComponent(citation?.key ?? '')}`)).toBeGreaterThan(0);
  expect(await total(`q=${encodeURIComponent('京卫老年妇幼[2018] 22号')}`)).toBe(1);
  expect(await total(`q=${encodeURIComponent('16（1）')}`)).toBe(1);
  expect(await total(`q=${encodeURIComponent('每_每')}`)).toBe(0);
  expect(await total(`q=${encodeURIComponent('%%')}`)).toBe(0);
});

test('a history that was tampered with gives an error, never another text', async () => {
  const postgres = new Postgres({ connectionString: desk.api.database.adminUrl });
  await postgres.connect();
  try {
    // As who runs the database may: past every trigger.
    await postgres.query('SET session_replication_role = replica');
    await postgres.query(
      `UPDATE commit_change SET before = jsonb_set(before, '{revisionId}', to_jsonb($2::text)) FROM commit c
       WHERE c.id = commit_id AND c.edition_id = $1 AND c.number = 3`,
      [desk.editionId, entry.revision.id],
    );
  } finally {
    await postgres.end();
  }
  const { reader, stop } = await freshReader();
  try {
    expect((await reader.get(`/editions/${desk.editionId}/outline`)).status).toBe(200);
    const answer = await reader.get<{ code: string }>(`/editions/${desk.editionId}/outline?commit=2`);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('sections');
  } finally {
    await stop();
  }
});
