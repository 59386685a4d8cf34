import type { Provisions } from '@dingben/outline';
import {
  body,
  carryThrough,
  causeEdition,
  editions,
  openAmendment,
  revise,
  type EditionBody,
} from '../../support/work.ts';
import { ask, ended, written } from '../../support/written.ts';
import { Desk, type Person } from '../amendments/desk.ts';

interface ChecklistBody {
  readonly clear: boolean;
  readonly items: readonly {
    readonly code: string;
    readonly blocking: boolean;
    readonly count: number;
    readonly links: readonly { readonly kind: string; readonly id: string; readonly label: string }[];
  }[];
}

/** An ideograph that was encoded after the fonts were made. */
const RARE = '\u{323af}';

let desk: Desk;
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer] = [await desk.person('editor'), await desk.person('reviewer')];
});
afterAll(() => desk.stop());

const item = async (): Promise<ChecklistBody['items'][number] | undefined> =>
  body(await editor.get<ChecklistBody>(`/editions/${desk.editionId}/checklist`)).items.find(
    ({ code }) => code === 'checklist.missing-characters',
  );

async function write(change: Partial<Provisions>): Promise<string> {
  const entry = await desk.entry(editor, '10');
  const amendment = await openAmendment(editor, desk.editionId, '用字');
  await revise(editor, amendment.id, entry, change);
  await carryThrough(editor, reviewer, amendment.id);
  return entry.serviceId;
}

test('a character that no font of the PDF has is seen before anything is published', async () => {
  expect(await item()).toMatchObject({ blocking: true, count: 0, links: [] });
  const serviceId = await write({ standard: `${RARE}村居民每人每月2800元。` });
  const found = await item();
  expect(found).toMatchObject({ count: 1, links: [{ kind: 'entry', id: serviceId }] });
  expect(found?.links[0]?.label).toMatch(/^10 .*：\u{323af} U\+323AF$/u);
  await causeEdition(editor, desk.editionId, 'finalise');
  const { version } = body(await editor.get<EditionBody>(`/editions/${desk.editionId}`));
  const schedule = { event: 'schedule', effectiveDate: '2026-01-01' };
  expect(await editor.post(`/editions/${desk.editionId}/events`, schedule, { version })).toMatchObject({
    status: 409,
    body: { code: 'document.character-missing', params: { characters: `${RARE} U+323AF`, count: 1 } },
  });
});

test('the PDF is refused by naming it, and every other form keeps it', async () => {
  const order = { editionId: desk.editionId, form: 'pdf' };
  const job = await ended(editor, body(await ask(editor, 'standard', order)).jobId);
  expect(job).toMatchObject({
    state: 'failed',
    result: null,
    problem: { code: 'document.character-missing', params: { characters: `${RARE} U+323AF`, count: 1 } },
  });
  expect((await editor.get(`/editions/${desk.editionId}/export/pdf`)).body).toMatchObject({
    code: 'document.character-missing',
  });
  expect((await written(editor, 'standard', { ...order, form: 'txt' })).bytes.toString()).toContain(RARE);
});

test('a comparison whose cell would be too long for a workbook is refused by its place', async () => {
  await causeEdition(editor, desk.editionId, 'reopen');
  const long = '甲'.repeat(20_000);
  await write({ standard: long, content: long });
  expect(await item()).toMatchObject({ count: 0 });
  const imported = (await editions(editor)).find(({ state }) => state === 'imported');
  const order = { before: `edition:${imported?.id ?? ''}`, after: `edition:${desk.editionId}`, form: 'xlsx' };
  const job = await ended(editor, body(await ask(editor, 'comparison-table', order)).jobId);
  expect(job.problem).toMatchObject({ code: 'document.cell-too-long', params: { column: '修改后', max: 32_767 } });
  expect(job.problem?.params['entry']).toMatch(/^10\./);
});
