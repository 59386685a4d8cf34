import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client as Postgres } from 'pg';
import { bootApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { body, carryThrough, openAmendment, revise, type EntryBody } from '../../support/work.ts';
import { Desk, type Person, type ProblemBody } from '../amendments/desk.ts';

interface ReferenceBody {
  readonly kind: string;
  readonly provision: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface ReadEntry extends EntryBody {
  readonly revision: { readonly id: string; readonly contentHash: string };
  readonly references: readonly ReferenceBody[];
}

interface Corrections {
  readonly contentHash: string;
  readonly version: number;
  readonly items: readonly { number: number; reason: string; by: { id: string }; to: unknown }[];
}

let desk: Desk;
let editor: Person;
let owner: Postgres;

beforeAll(async () => {
  desk = await Desk.open();
  editor = await desk.person('editor');
  owner = new Postgres({ connectionString: desk.api.database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await desk.stop();
});

const entry = async (number: string, reader: Client = editor): Promise<ReadEntry> =>
  (await desk.entry(reader, number)) as ReadEntry; // every entry is answered with its references

const path = ({ serviceId }: EntryBody): string => `/editions/${desk.editionId}/entries/${serviceId}/corrections`;

function find({ references }: ReadEntry, kind: string, text = ''): ReferenceBody {
  const found = references.find((each) => each.kind === kind && JSON.stringify(each.data).includes(text));
  if (found === undefined) throw new Error(`There is no ${kind} with ${text}.`);
  return found;
}

/** What a person sends who looks at this reference of this text. */
function about(seen: ReadEntry, { kind, provision, start, end }: ReferenceBody): Record<string, unknown> {
  return { contentHash: seen.revision.contentHash, kind, provision, start, end, reason: '经核对原件。' };
}

/** Runs the program that rebuilds, as the command does, and answers what it prints. */
async function rebuild(): Promise<unknown> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATABASE_URL: desk.api.database.appUrl,
    DINGBEN_DATA: desk.api.database.dataFolder,
  };
  const program = 'apps/api/dist/references/main.js';
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  return JSON.parse(stdout);
}

async function rows(): Promise<unknown[]> {
  const stored = await owner.query<Record<string, unknown>>('SELECT * FROM reference ORDER BY revision_id, ordinal');
  return stored.rows;
}

/** Of one revision or of all, as damage would. */
async function loseQuantities(revisionId: string | null): Promise<void> {
  await owner.query('BEGIN');
  await owner.query(
    `CREATE TEMP TABLE kept ON COMMIT DROP AS SELECT l.revision_id, (
       SELECT coalesce(jsonb_agg(item ORDER BY ordinality), '[]') FROM jsonb_array_elements(l.items) WITH ORDINALITY AS x(item, ordinality)
       WHERE item->>0 <> 'quantity') AS items
     FROM reference_list l WHERE $1::uuid IS NULL OR l.revision_id = $1`,
    [revisionId],
  );
  await owner.query('DELETE FROM reference_list WHERE revision_id IN (SELECT revision_id FROM kept)');
  await owner.query('INSERT INTO reference_list SELECT * FROM kept');
  await owner.query('COMMIT');
}

test('a rebuild of what was derived changes nothing', async () => {
  const before = await rows();
  expect(await rebuild()).toMatchObject({ differed: 0 });
  expect(await rows()).toEqual(before);
  expect(before.length).toBeGreaterThan(900);
});

describe('a citation of entry 31', () => {
  test('means the regulation that an editor names, in every list at once', async () => {
    const seen = await entry('31');
    const cited = find(seen, 'citation', '劳动争议调解仲裁法');
    const verdict = { verdict: 'regulation', title: '中华人民共和国劳动争议调解仲裁法', number: '主席令第八十号' };
    const answer = await editor.post<Corrections>(path(seen), { ...about(seen, cited), ...verdict }, { version: 0 });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      version: 1,
      items: [{ number: 1, reason: '经核对原件。', by: { id: editor.accountId } }],
    });

    const now = find(await entry('31'), 'citation', '劳动争议调解仲裁法');
    expect(now).toMatchObject({
      key: '主席令第80号',
      start: cited.start,
      end: cited.end,
      data: { number: '主席令第八十号', corrected: true },
    });
    const query = `/editions/${desk.editionId}/entries?citation=${encodeURIComponent('主席令第80号')}`;
    const citing = body(await editor.get<{ items: { number: string }[] }>(query));
    expect(citing.items.map(({ number }) => number)).toEqual(['31']);
  });

  test('is not corrected over a correction that its editor has not seen', async () => {
    const seen = await entry('31');
    const cited = find(seen, 'citation', '国务院令第423号');
    const request = { ...about(seen, cited), verdict: 'not-regulation' };
    const stale = await editor.post<ProblemBody>(path(seen), request, { version: 0 });
    expect([stale.status, stale.body.code]).toEqual([412, 'request.version-stale']);
    expect(stale.body.current).toMatchObject({ version: 1 });
    const otherText = { ...request, contentHash: '0'.repeat(64) };
    expect((await editor.post<ProblemBody>(path(seen), otherText, { version: 1 })).status).toBe(412);
    expect((await editor.post<ProblemBody>(path(seen), request)).body.code).toBe('request.version-missing');
  });

  test('of two editors who saw the same, one corrects', async () => {
    const seen = await entry('32');
    const [one, other] = seen.references.filter(({ kind }) => kind === 'citation');
    if (one === undefined || other === undefined) throw new Error('Entry 32 cites less than two.');
    const send = (reference: ReferenceBody) =>
      editor.post(path(seen), { ...about(seen, reference), verdict: 'not-regulation' }, { version: 0 });
    const answers = await Promise.all([send(one), send(other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

test('a title that is no regulation is kept apart, and an amount is what an editor says', async () => {
  const seen = await entry('75');
  const title = find(seen, 'citation', '国家通用手语常用词表');
  body(await editor.post(path(seen), { ...about(seen, title), verdict: 'not-regulation' }, { version: 0 }));
  const now = await entry('75');
  expect(find(now, 'certificate', '国家通用手语常用词表').start).toBe(title.start);
  expect(now.references.filter(({ kind, start }) => kind === 'citation' && start === title.start)).toEqual([]);

  const ten = await entry('10');
  const amount = find(ten, 'quantity');
  const verdict = {
    verdict: 'quantity',
    value: 2650.5,
    unit: '元',
    comparator: 'least',
    perWhom: '每人',
    perPeriod: '每月',
  };
  body(await editor.post(path(ten), { ...about(ten, amount), ...verdict }, { version: 0 }));
  expect(find(await entry('10'), 'quantity')).toMatchObject({
    key: '2650.5元',
    data: { value: 2650.5, comparator: 'least', corrected: true },
  });
});

describe('a correction that cannot be', () => {
  test.each([
    ['of nothing that was read there', { end: 2 }, {}, 404, 'reference.not-found', undefined],
    ['to a regulation without a name', {}, { verdict: 'regulation' }, 422, 'request.invalid', 'title'],
    ['to an amount', {}, { verdict: 'quantity', value: 1, unit: '元' }, 422, 'request.invalid', 'verdict'],
    ['to an amount without a value', {}, { verdict: 'quantity', unit: '元' }, 422, 'request.invalid', 'value'],
    ['to an unknown verdict', {}, { verdict: 'maybe' }, 400, 'request.invalid', 'verdict'],
    ['of a kind that is not corrected', { kind: 'agency' }, {}, 400, 'request.invalid', 'kind'],
    ['without a reason', { reason: ' ' }, {}, 400, 'request.invalid', 'reason'],
    ['with a key that nobody reads', { note: 'x' }, {}, 400, 'request.invalid', 'note'],
  ])('%s is refused', async (_, change, verdict, status, code, field) => {
    const seen = await entry('48');
    const request = { ...about(seen, find(seen, 'citation')), verdict: 'not-regulation', ...verdict, ...change };
    const answer = await editor.post<ProblemBody>(path(seen), request, { version: 0 });
    expect([answer.status, answer.body.code, Object.keys(answer.body.errors ?? {})[0]]).toEqual([status, code, field]);
    expect(body(await editor.get<Corrections>(path(seen)))).toMatchObject({ version: 0, items: [] });
  });

  test('is one of a person without the right, and one of an entry that is not there', async () => {
    const seen = await entry('48');
    const request = { ...about(seen, find(seen, 'citation')), verdict: 'not-regulation' };
    const auditor = await desk.person('auditor');
    expect((await auditor.post(path(seen), request, { version: 0 })).status).toBe(403);
    const nowhere = path({ ...seen, serviceId: '00000000-0000-4000-8000-000000000000' });
    expect((await editor.post<ProblemBody>(nowhere, request, { version: 0 })).body.code).toBe('entry.not-found');
  });
});

describe('a rebuild', () => {
  test('keeps what people corrected, mends what was damaged, and changes nothing the second time', async () => {
    const before = await rows();
    expect(await rebuild()).toMatchObject({ differed: 0 });
    await loseQuantities(null);
    const lost = before.length - (await rows()).length;
    expect(lost).toBeGreaterThan(100);
    const { differed } = (await rebuild()) as { differed: number };
    expect(differed).toBe(lost);
    expect(await rows()).toEqual(before);
    expect(await rebuild()).toMatchObject({ differed: 0 });
  });

  test('is seen by a service that runs', async () => {
    const other = await bootApi({ databaseUrl: desk.api.database.appUrl, dataFolder: desk.api.database.dataFolder });
    const reader = new Client(other.url, editor.cookie);
    try {
      const seen = await entry('17', reader);
      await loseQuantities(seen.revision.id);
      await rebuild();
      expect(await entry('17', reader)).toEqual(seen);
      const cited = find(await entry('45', reader), 'citation', '国家基本药物目录');
      const now = await entry('45');
      body(await editor.post(path(now), { ...about(now, cited), verdict: 'nothing' }, { version: 0 }));
      expect(
        (await entry('45', reader)).references.filter(
          ({ start, kind }) => kind === 'citation' && start === cited.start,
        ),
      ).toEqual([]);
    } finally {
      await other.stop();
    }
  });
});

test('a text that is merged back brings what people said of it', async () => {
  const reviewer = await desk.person('reviewer');
  const seen = await entry('20');
  const amount = find(seen, 'quantity', '2500');
  const verdict = { verdict: 'quantity', value: 2500, unit: '元', perWhom: '每生', perPeriod: '每学年' };
  body(await editor.post(path(seen), { ...about(seen, amount), ...verdict }, { version: 0 }));
  const before = await entry('20');
  for (const standard of ['每生每年2600元。', seen.provisions?.standard ?? '']) {
    const amendment = await openAmendment(editor, desk.editionId, '调整标准');
    await revise(editor, amendment.id, await entry('20'), { standard });
    await carryThrough(editor, reviewer, amendment.id);
  }
  const now = await entry('20');
  expect(now.revision.id).not.toBe(seen.revision.id);
  expect(now.references).toEqual(before.references);
  expect(await rebuild()).toMatchObject({ differed: 0 });
});

test('a comparison reads a text as people corrected it, at once', async () => {
  const reviewer = await desk.person('reviewer');
  const amendment = await openAmendment(editor, desk.editionId, '提高标准');
  const old = await entry('20');
  const standard = old.provisions?.standard.replace('2500元', '2600元') ?? '';
  await revise(editor, amendment.id, old, { standard });
  await carryThrough(editor, reviewer, amendment.id);
  const seen = await entry('20');
  const { items } = body(await editor.get<{ items: { id: string }[] }>(`/editions/${desk.editionId}/commits`));
  const quantities = async () => {
    const sides = `before=commit:${items[1]?.id ?? ''}&after=commit:${items[0]?.id ?? ''}`;
    const { entries } = body(await editor.get<{ entries: { quantities: unknown[] }[] }>(`/comparisons?${sides}`));
    return entries.flatMap((one) => one.quantities);
  };
  // 每学年 by a person's word above, so it is no multiple of what the new text says.
  expect(await quantities()).toEqual([{ provision: 'standard', before: '2500元', after: '2600元', ratio: null }]);
  body(
    await editor.post(
      path(seen),
      { ...about(seen, find(seen, 'quantity', '2600')), verdict: 'nothing' },
      { version: 0 },
    ),
  );
  expect(await quantities()).toEqual([]);
});

test('corrections are events of the edition, with who, what and why', async () => {
  const { rows: events } = await owner.query<{ comment: string; data: string; actor_id: string }>(
    `SELECT comment, data, actor_id::text FROM event WHERE action = 'reference.corrected' ORDER BY at LIMIT 1`,
  );
  expect(events[0]).toMatchObject({ comment: '经核对原件。', actor_id: editor.accountId });
  expect(JSON.parse(events[0]?.data ?? '')).toMatchObject({
    text: '《中华人民共和国劳动争议调解仲裁法》',
    to: { key: '主席令第80号' },
  });
});
