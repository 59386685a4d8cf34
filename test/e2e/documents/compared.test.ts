import { read as readWorkbook, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';
import type { Entry, Outline, Section } from '@dingben/outline';
import { bundledOutline } from '../../support/bundled-standard.ts';
import { body, importedEdition } from '../../support/imports.ts';
import { carryThrough, editions, openAmendment, revise } from '../../support/work.ts';
import { ask, ended, written, type Downloaded } from '../../support/written.ts';
import { Desk, type Person } from '../amendments/desk.ts';

interface EntryProblem {
  readonly code: string;
  readonly params: { readonly count: number; readonly rows: string };
  readonly entries?: readonly {
    readonly name: string;
    readonly editionId: string;
    readonly serviceId: string | null;
  }[];
}

const WORK = '北京市基本公共服务实施标准';
const SIDES = '（2023年版（征求意见稿）→2023年版）';

let desk: Desk;
let editor: Person;
let draft: { readonly before: string; readonly after: string };
let importedId: string;

beforeAll(async () => {
  desk = await Desk.open();
  editor = await desk.person('editor');
  const reviewer = await desk.person('reviewer');
  const imported = (await editions(editor)).find(({ state }) => state === 'imported');
  importedId = imported?.id ?? '';
  draft = { before: `edition:${importedId}`, after: `edition:${desk.editionId}` };
  const first = await openAmendment(editor, desk.editionId, '提高标准');
  await revise(editor, first.id, await desk.entry(editor, '10'), { standard: '=1+1，每人每月2800元。' });
  await carryThrough(editor, reviewer, first.id);
  const second = body(
    await editor.post<{ id: string }>('/amendments', {
      editionId: desk.editionId,
      title: '理顺职责',
      reasonClass: 'institutional-reform',
      rationale: '机构改革后\n由市民政局牵头。',
      legalBasis: '《北京市机构改革方案》',
    }),
  );
  for (const number of ['10', '11'])
    await revise(editor, second.id, await desk.entry(editor, number), { leadAgency: '市民政局、市残联。' });
  await carryThrough(editor, reviewer, second.id);
});
afterAll(() => desk.stop());

const table = (form: string, sides: object = draft): Promise<Downloaded> =>
  written(editor, 'comparison-table', { ...sides, form });
const notes = (form: string, sides: object = draft): Promise<Downloaded> =>
  written(editor, 'revision-notes', { ...sides, form });
const wordOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
const plain = (xml: string): string => xml.replaceAll(/<[^>]*>/g, '');

describe('the comparison table of a draft against what it was forked from', () => {
  test('has a row for each changed entry, with the reasons and the bases of its amendments', async () => {
    const { bytes, fileName } = await table('xlsx');
    expect(fileName).toBe(`${WORK}修订对照表${SIDES}.xlsx`);
    const [sheet] = Object.values(readWorkbook(bytes, { cellFormula: true }).Sheets);
    const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, defval: '' });
    const [, , ten, eleven, ...more] = rows;
    expect(more).toEqual([]);
    expect(rows[1]).toEqual(['序号', '条目', '原文', '修改后', '修改理由', '依据']);
    expect(ten?.[1]).toMatch(/^10\./);
    expect(ten?.[3]).toContain('服务标准：=1+1，每人每月2800元。');
    expect(ten?.slice(4)).toEqual([
      '统一用语。\n机构改革后\n由市民政局牵头。',
      '京政发〔2023〕1号\n《北京市机构改革方案》',
    ]);
    expect(eleven?.slice(4)).toEqual(['机构改革后\n由市民政局牵头。', '《北京市机构改革方案》']);
    const cells = Object.entries(sheet ?? {}).filter(([name]) => !name.startsWith('!'));
    expect(cells.filter(([, cell]) => 'f' in (cell as object))).toEqual([]);
  });

  test('is written for paper and for the screen', async () => {
    const docx = await table('docx');
    expect(docx.fileName).toBe(`${WORK}修订对照表${SIDES}.docx`);
    expect(plain(wordOf(docx.bytes))).toContain('机构改革后');
    expect(wordOf(docx.bytes)).not.toContain('<w:ins ');
    const pdf = await table('pdf');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const text = (await extractText(new Uint8Array(pdf.bytes))).text.join('').replaceAll(/\s/g, '');
    for (const part of ['修订对照表', '=1+1，每人每月2800元。', '由市民政局牵头。', '草案第3次提交'])
      expect(text).toContain(part);
    expect((await table('html')).bytes.toString()).toContain('<ins>');
  });

  test('has changes that Word accepts or rejects, where that is asked for', async () => {
    const { bytes, fileName } = await table('tracked');
    expect(fileName).toBe(`${WORK}修订对照表${SIDES}（修订标记）.docx`);
    const xml = wordOf(bytes);
    expect(xml).toContain('<w:ins ');
    expect(xml).toContain('<w:del ');
    const accepted = plain(xml.replaceAll(/<w:del .*?<\/w:del>/gsu, ''));
    expect(accepted).toContain('服务标准：=1+1，每人每月2800元。');
  });

  test.each(['docx', 'tracked', 'pdf', 'xlsx', 'html'])(
    'is the same %s to the byte when it is written twice',
    async (form) => {
      const [first, second] = [await table(form), await table(form)];
      expect(first.bytes.equals(second.bytes)).toBe(true);
    },
  );

  test('of a text with itself is refused', async () => {
    const same = { before: draft.before, after: draft.before, form: 'pdf' };
    expect(await ask(editor, 'comparison-table', same)).toMatchObject({
      status: 409,
      body: { code: 'comparison-table.unchanged' },
    });
  });
});

describe('the revision notes', () => {
  test('count what changed by the classes of the comparison', async () => {
    const html = await notes('html');
    expect(html.fileName).toBe(`${WORK}编制说明${SIDES}.html`);
    const comparison = body(
      await editor.get<{ entries: { classes: string[] }[] }>(
        `/comparisons?before=${draft.before}&after=${draft.after}`,
      ),
    );
    const text = plain(html.bytes.toString());
    expect(text).toContain('与2023年版（征求意见稿）相比，2023年版共调整条目2项');
    for (const name of new Set(comparison.entries.flatMap(({ classes }) => classes)))
      expect(text).toContain(`${name}${comparison.entries.filter(({ classes }) => classes.includes(name)).length}项`);
    const docx = await notes('docx');
    expect(plain(wordOf(docx.bytes))).toContain('共调整条目2项');
    expect((await notes('docx')).bytes.equals(docx.bytes)).toBe(true);
  });

  test('say so where nothing changed', async () => {
    const { bytes } = await notes('html', { before: draft.before, after: draft.before });
    expect(plain(bytes.toString())).toContain('条目内容未作调整');
  });

  test('are those of the commits that were asked for', async () => {
    const { items } = body(
      await editor.get<{ items: { id: string; number: number }[] }>(`/editions/${desk.editionId}/commits?perPage=10`),
    );
    const of = (number: number): string => `commit:${items.find((one) => one.number === number)?.id ?? ''}`;
    const { bytes, fileName } = await notes('html', { before: of(1), after: of(2) });
    expect(fileName).toBe(`${WORK}编制说明（2023年版 #1→2023年版 #2）.html`);
    expect(plain(bytes.toString())).toContain('共调整条目1项');
  });
});

describe('where reasons are missing', () => {
  let sides: { readonly before: string; readonly after: string };
  let later: string;

  beforeAll(async () => {
    const bundled = bundledOutline();
    const changed = mapEntries(bundled, (entry) => {
      if (entry.number === '12') return [];
      if (entry.number !== '10' || entry.provisions === undefined) return [entry];
      return [{ ...entry, provisions: { ...entry.provisions, standard: '每人每月3000元。' } }];
    });
    const outline = { ...changed, title: `${WORK}（2024年版）`, edition: '2024年版' };
    later = await importedEdition(editor, outline);
    sides = { before: draft.before, after: `edition:${later}` };
  });

  test('the table is refused with every entry that lacks one, each with its place', async () => {
    const { status, body: problem } = await editor.post<EntryProblem>('/documents/comparison-table', {
      ...sides,
      form: 'docx',
    });
    expect([status, problem.code]).toEqual([409, 'comparison-table.reason-missing']);
    expect(problem.params.count).toBe(problem.entries?.length);
    const found = problem.entries ?? [];
    expect(found.map(({ name }) => name.replace(/[^\d.（）取消].*?(（取消）)?$/u, '$1'))).toEqual([
      '10.',
      '12.（取消）',
    ]);
    expect(found.map(({ editionId }) => editionId)).toEqual([later, importedId]);
    for (const { editionId, serviceId } of found)
      expect((await editor.get(`/editions/${editionId}/entries/${serviceId ?? ''}`)).status).toBe(200);
    for (const { name } of found) expect(problem.params.rows).toContain(name);
  });

  test('the notes are written all the same', async () => {
    expect(plain((await notes('html', sides)).bytes.toString())).toContain('共调整条目2项');
  });
});

test('who may not export gets neither, and what is not there is not found', async () => {
  const admin = await desk.person('admin');
  for (const kind of ['comparison-table', 'revision-notes'] as const) {
    expect((await ask(admin, kind, { ...draft, form: 'docx' })).status).toBe(403);
    const nobody = { before: draft.before, after: 'edition:00000000-0000-7000-8000-000000000000', form: 'docx' };
    expect(await ask(editor, kind, nobody)).toMatchObject({ status: 404, body: { code: 'comparison.not-found' } });
    expect((await ask(editor, kind, { ...draft, form: 'odt' })).status).toBe(400);
  }
  const { jobId } = body(await ask(editor, 'revision-notes', { ...draft, form: 'docx' }));
  expect(await ended(editor, jobId)).toMatchObject({ state: 'done', progress: { done: 3, total: 3 } });
});

/** With its services replaced and numbered again. */
function mapEntries(outline: Outline, change: (entry: Entry) => Entry[]): Outline {
  let number = 0;
  const ofSection = (section: Section): Section => ({
    ...section,
    ...(section.entries && {
      entries: section.entries.flatMap(change).map((entry) => ({ ...entry, number: String(++number) })),
    }),
    ...(section.sections && { sections: section.sections.map(ofSection) }),
  });
  const { schema, title, edition } = outline;
  return { schema, title, edition, sections: outline.sections.map(ofSection) };
}
