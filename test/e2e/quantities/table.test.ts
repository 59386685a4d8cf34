import { read as readWorkbook, utils } from '@e965/xlsx';
import { body, carryThrough, causeEdition, fork, openAmendment, revise } from '../../support/work.ts';
import { Desk, type Person } from '../amendments/desk.ts';

interface Cell {
  readonly text: string;
  readonly value: number | null;
  readonly ratio: number | null;
  readonly changed: boolean;
}

interface Table {
  readonly title: string;
  readonly editions: readonly { readonly id: string; readonly label: string; readonly state: string }[];
  readonly rows: readonly {
    readonly number: string;
    readonly serviceId: string;
    readonly chapter: string;
    readonly agencies: readonly string[];
    readonly provision: string;
    readonly unit: string;
    readonly context: { readonly before: string; readonly after: string };
    readonly cells: readonly (Cell | null)[];
  }[];
}

let desk: Desk;
let editor: Person;
let reviewer: Person;
let publisher: Person;
let standardId: string;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer, publisher] = await Promise.all([
    desk.person('editor'),
    desk.person('reviewer'),
    desk.person('publisher'),
  ]);
  standardId = body(await editor.get<{ items: { id: string }[] }>('/standards')).items[0]?.id ?? '';
  await amend(desk.editionId, '10', '每人每月2800元。');
  await publish();
  const next = await fork(editor, desk.editionId, '2025年版');
  await amend(next.id, '10', '每人每月2800元，另每年发放一次性补贴500元。');
  await amend(next.id, '17', '小学每生每年300元，初中每生每年400元。');
});
afterAll(() => desk.stop());

async function amend(editionId: string, number: string, standard: string): Promise<void> {
  const amendment = await openAmendment(editor, editionId, `调整第${number}条`);
  const { serviceId } = await desk.entry(editor, number);
  const entry = body(await editor.get<Parameters<typeof revise>[2]>(`/editions/${editionId}/entries/${serviceId}`));
  await revise(editor, amendment.id, entry, { standard });
  await carryThrough(editor, reviewer, amendment.id);
}

async function publish(): Promise<void> {
  await causeEdition(editor, desk.editionId, 'finalise');
  const findings = `/editions/${desk.editionId}/findings`;
  const { items } = body(
    await editor.get<{ items: { id: string; version: number }[] }>(`${findings}?severity=error&state=open&perPage=100`),
  );
  for (const { id, version } of items)
    body(await editor.post(`${findings}/${id}/answer`, { state: 'accepted', answer: '保留原文。' }, { version }));
  await causeEdition(editor, desk.editionId, 'schedule', { effectiveDate: '2026-01-01' });
  await causeEdition(publisher, desk.editionId, 'publish');
}

const table = async (reader: Person = editor): Promise<Table> =>
  body(await reader.get<Table>(`/standards/${standardId}/quantities`));

const rowsOf = ({ rows }: Table, number: string): string[] =>
  rows
    .filter((row) => row.number === number && row.provision === 'standard')
    .map(
      ({ cells, context }) =>
        `${context.before}: ${cells.map((cell) => (cell === null ? '·' : cell.text + (cell.ratio === null ? '' : ` ×${cell.ratio}`))).join(' | ')}`,
    );

test('an amount is followed through three editions, and one that came in later has gaps before it', async () => {
  const found = await table();
  expect(found.editions.map(({ label, state }) => [label, state])).toEqual([
    ['2023年版（征求意见稿）', 'superseded'],
    ['2023年版', 'published'],
    ['2025年版', 'drafting'],
  ]);
  expect(rowsOf(found, '10')).toEqual([
    '每人每月: 2650元 | 2800元 ×1.0566 | 2800元',
    '另每年发放一次性补贴: · | · | 500元',
  ]);
  expect(rowsOf(found, '17')).toEqual(['小学每生每年: 300元 | 300元 | 300元', '初中每生每年: · | · | 400元']);
  expect(found.rows.find(({ number }) => number === '10')).toMatchObject({
    chapter: '一、幼有所育',
    agencies: ['市民政局'],
    unit: '元',
  });
});

test('what people corrected in the reading of a text holds in the table', async () => {
  const ten = body(
    await editor.get<{ serviceId: string; revision: { contentHash: string }; references: Record<string, unknown>[] }>(
      `/editions/${desk.editionId}/entries/${(await desk.entry(editor, '10')).serviceId}`,
    ),
  );
  const amount = ten.references.find(({ kind }) => kind === 'quantity');
  const { provision, start, end, kind } = amount ?? {};
  const correction = {
    contentHash: ten.revision.contentHash,
    provision,
    start,
    end,
    kind,
    verdict: 'nothing',
    reason: '非数量。',
  };
  body(
    await editor.post(`/editions/${desk.editionId}/entries/${ten.serviceId}/corrections`, correction, { version: 0 }),
  );
  expect(rowsOf(await table(), '10')).toEqual([
    '每人每月: · | · | 2800元',
    '另每年发放一次性补贴: · | · | 500元',
    '每人每月: 2650元 | · | ·',
  ]);
});

test('the workbook has numbers that a program counts with, and no formula', async () => {
  const response = await fetch(`${desk.api.url}/api/standards/${standardId}/quantities/xlsx`, {
    headers: { cookie: editor.cookie ?? '' },
  });
  expect(response.status).toBe(200);
  expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(
    /filename\*=UTF-8''.+数量标准\.xlsx$/,
  );
  const { Sheets: sheets } = readWorkbook(Buffer.from(await response.arrayBuffer()), { cellFormula: true });
  const sheet = sheets['数量标准'] ?? {};
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
  expect(rows[1]?.slice(7)).toEqual(['2023年版（征求意见稿）', '2023年版', '变化', '2025年版', '变化']);
  expect(rows.find((row) => row[0] === '17' && String(row[5]).startsWith('初中'))).toEqual(
    expect.arrayContaining(['17', '服务标准', '元', 400]),
  );
  expect(Object.values(sheet).filter((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toEqual([]);
});

test('everybody who reads the standard reads the table; the admin takes no file of it', async () => {
  const [auditor, admin] = await Promise.all([desk.person('auditor'), desk.person('admin')]);
  expect((await table(auditor)).rows.length).toBeGreaterThan(100);
  expect((await table(admin)).rows.length).toBeGreaterThan(100);
  expect(await admin.get(`/standards/${standardId}/quantities/xlsx`)).toMatchObject({ status: 403 });
  expect(await editor.get(`/standards/${desk.editionId}/quantities`)).toMatchObject({
    status: 404,
    body: { code: 'standard.not-found' },
  });
});
