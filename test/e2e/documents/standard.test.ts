import { read as readWorkbook, utils } from '@e965/xlsx';
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';
import { leaves, PROVISION_KEYS, type Outline } from '@dingben/outline';
import { readDocument } from '@dingben/reader';
import { body, carryThrough, causeEdition, openAmendment, revise } from '../../support/work.ts';
import { ask, download, ended, written, type Downloaded, type WritingJob } from '../../support/written.ts';
import { Desk, type Person } from '../amendments/desk.ts';

const FORMS = ['json', 'txt', 'html', 'docx', 'pdf', 'xlsx', 'akn'] as const;
const TITLE = '北京市基本公共服务实施标准（2023年版）';
/** What a spreadsheet program would take for a formula, and what a command. */
const FORMULA = '=HYPERLINK("http://example.invalid","甲")';

let desk: Desk;
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer] = [await desk.person('editor'), await desk.person('reviewer')];
  const amendment = await openAmendment(editor, desk.editionId, '提高标准');
  await revise(editor, amendment.id, await desk.entry(editor, '10'), { standard: FORMULA, content: '+1-2@甲。' });
  await carryThrough(editor, reviewer, amendment.id);
});
afterAll(() => desk.stop());

const standard = (form: string, more: object = {}): Promise<Downloaded> =>
  written(editor, 'standard', { editionId: desk.editionId, form, ...more });

const stored = async (): Promise<Outline> => body(await editor.get<Outline>(`/editions/${desk.editionId}/document`));

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes));
  return text.join('').replaceAll(/\s/g, '');
}

const sheetOf = (bytes: Uint8Array): string[][] =>
  utils.sheet_to_json<string[]>(readWorkbook(bytes).Sheets['条目'] ?? {}, { header: 1, defval: '' });

describe('a draft', () => {
  test('is written in every form under a name that says that it is one', async () => {
    const outline = await stored();
    const texts = [...leaves(outline)].flatMap(({ provisions }) => PROVISION_KEYS.map((key) => provisions[key]));
    const files = new Map<string, Downloaded>();
    for (const form of FORMS) files.set(form, await standard(form));
    const of = (form: string): Buffer => files.get(form)?.bytes ?? Buffer.alloc(0);
    expect([...files.values()].map(({ fileName }) => fileName)).toEqual(
      ['json', 'txt', 'html', 'docx', 'pdf', 'xlsx', 'xml'].map((ending) => `${TITLE}（草案 第2次提交）.${ending}`),
    );
    expect(JSON.parse(of('json').toString())).toEqual(outline);
    for (const text of texts) expect(of('txt').toString()).toContain(text);
    expect(of('html').toString()).toContain('草案 第2次提交');
    const docx = readDocument({ name: 'a.docx', bytes: of('docx'), knownHeadings: [] });
    expect(docx.ok && [...leaves(docx.value.outline)].map(({ provisions }) => provisions)).toEqual(
      [...leaves(outline)].map(({ provisions }) => provisions),
    );
    expect(of('pdf').subarray(0, 5).toString()).toBe('%PDF-');
    const pdf = await pdfText(of('pdf'));
    expect(pdf).toContain('草案第2次提交');
    expect(pdf).toContain('=HYPERLINK("http://example.invalid","甲")');
    expect(sheetOf(of('xlsx'))).toHaveLength(93 + 2);
    expect(of('akn').toString()).toMatch(/^<\?xml.*<akomaNtoso .*<FRBRauthoritative value="false"\/>/su);
  });

  test('has no cell that is a formula, whatever a text begins with', async () => {
    const { bytes } = await standard('xlsx');
    const sheet = readWorkbook(bytes, { cellFormula: true }).Sheets['条目'] ?? {};
    const cells = Object.entries(sheet).filter(([name]) => !name.startsWith('!'));
    // Every cell of a sheet by this library has a type, and a formula where it is one.
    const typed = cells.map(([, cell]) => cell as { readonly t: string; readonly v: string; readonly f?: string });
    expect(typed.filter(({ f, t }) => f !== undefined || t !== 's')).toEqual([]);
    expect(typed.filter(({ v }) => v === FORMULA)).toHaveLength(1);
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toMatch(/<f[ >]/);
  });

  test.each(FORMS)(
    'is the same %s to the byte when it is written twice, by a job and while one waits',
    async (form) => {
      const byJob = await standard(form);
      const direct = await download(editor, `/editions/${desk.editionId}/export/${form}`);
      expect([direct.bytes.equals(byJob.bytes), direct.fileName]).toEqual([true, byJob.fileName]);
    },
  );

  test('is written as it stood at an earlier commit', async () => {
    const [now, then] = [await standard('txt'), await standard('txt', { commit: 1 })];
    expect(now.bytes.toString()).toContain(FORMULA);
    expect(then.bytes.toString()).not.toContain(FORMULA);
    expect(then.fileName).toBe(`${TITLE}（草案 第1次提交）.txt`);
  });
});

describe('one chapter', () => {
  test('holds its entries under their own numbers and no others', async () => {
    const outline = await stored();
    const chapter = outline.sections.find(({ number }) => number === '三');
    if (chapter === undefined) throw new Error('the bundled standard has no third chapter');
    const inside = [...leaves({ sections: [chapter] })];
    const outside = [...leaves(outline)].filter(({ sections }) => sections[0] !== chapter);
    const json = JSON.parse((await standard('json', { chapter: '三' })).bytes.toString()) as Outline;
    expect(json.sections).toEqual([chapter]);
    const sheet = await standard('xlsx', { chapter: '三' });
    expect(sheet.fileName).toBe(`${TITLE} 三、${chapter.title}（草案 第2次提交）.xlsx`);
    expect(
      sheetOf(sheet.bytes)
        .slice(2)
        .map(([path]) => path),
    ).toEqual(inside.map(({ path }) => path));
    const pdf = await pdfText((await standard('pdf', { chapter: '三' })).bytes);
    const titles = (of: typeof inside): string[] =>
      of.map(({ entry, service }) => `${service.number}.${entry === service ? entry.title : service.title}。`);
    for (const title of titles(inside)) expect(pdf).toContain(title);
    for (const title of titles(outside)) expect(pdf).not.toContain(title);
    expect((await standard('akn', { chapter: '三' })).bytes.toString()).toContain('<FRBRportion from="#chp_3"/>');
    expect((await standard('html', { chapter: '三' })).bytes.toString()).not.toContain('id="chapter-4"');
  });

  test('that there is not is not found', async () => {
    const missing = { status: 404, body: { code: 'chapter.not-found' } };
    const order = { editionId: desk.editionId, form: 'pdf', chapter: '九十九' };
    expect(await ask(editor, 'standard', order)).toMatchObject(missing);
    const path = `/editions/${desk.editionId}/export/txt?chapter=${encodeURIComponent('九十九')}`;
    expect(await editor.get(path)).toMatchObject(missing);
  });
});

describe('a file', () => {
  test('is named by its content, so that who has it gets nothing twice', async () => {
    const { jobId } = body(await ask(editor, 'standard', { editionId: desk.editionId, form: 'pdf' }));
    const job = await ended(editor, jobId);
    const path = `/documents/${job.result?.documentId ?? ''}`;
    const file = await download(editor, path);
    const digest = createHash('sha256').update(file.bytes).digest();
    expect(file.headers.get('etag')).toBe(`"${digest.toString('hex')}"`);
    expect(file.headers.get('digest')).toBe(`sha-256=${digest.toString('base64')}`);
    expect(file.headers.get('content-length')).toBe(String(file.bytes.length));
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="document\.pdf"; filename\*=UTF-8''%E5/,
    );
    const again = await download(editor, path, { 'if-none-match': file.headers.get('etag') ?? '' });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });

  test('belongs to the person who asked for it', async () => {
    const { jobId } = body(await ask(editor, 'standard', { editionId: desk.editionId, form: 'txt' }));
    const job = await ended(editor, jobId);
    const path = `/documents/${job.result?.documentId ?? ''}`;
    expect((await reviewer.get(path)).status).toBe(404);
    expect((await reviewer.get(`/jobs/${jobId}`)).status).toBe(404);
    const admin = await desk.person('admin');
    expect((await ask(admin, 'standard', { editionId: desk.editionId, form: 'txt' })).status).toBe(403);
  });

  test('is asked for once while it is being written, and can be taken back', async () => {
    const order = { editionId: desk.editionId, form: 'pdf', chapter: '一' };
    const [first, second] = await Promise.all([ask(editor, 'standard', order), ask(editor, 'standard', order)]);
    expect(body(first).jobId).toBe(body(second).jobId);
    const { jobId } = body(first);
    expect((await editor.delete<WritingJob>(`/jobs/${jobId}`)).status).toBe(200);
    expect(await ended(editor, jobId)).toMatchObject({ state: 'cancelled', result: null });
    expect((await standard('pdf', { chapter: '一' })).status).toBe(200);
  });

  test('is refused for what is no form, no edition and no commit', async () => {
    const { editionId } = desk;
    expect((await ask(editor, 'standard', { editionId, form: 'doc' })).status).toBe(400);
    expect((await ask(editor, 'standard', { editionId, form: 'pdf', chapter: 'x' })).status).toBe(400);
    expect((await ask(editor, 'standard', { editionId, form: 'pdf', commit: 99 })).status).toBe(404);
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect((await ask(editor, 'standard', { editionId: nobody, form: 'pdf' })).status).toBe(404);
    expect((await editor.get(`/documents/${nobody}`)).body).toMatchObject({ code: 'document.not-found' });
  });
});

test('a published edition is the frozen file in every form, and its chapter bears its days', async () => {
  const publisher = await desk.person('publisher');
  await causeEdition(editor, desk.editionId, 'finalise');
  const findings = body(
    await editor.get<{ items: { id: string; version: number; state: string }[] }>(
      `/editions/${desk.editionId}/findings?severity=error&perPage=100`,
    ),
  ).items;
  for (const { id, version, state } of findings.filter((one) => one.state === 'open'))
    body(
      await editor.post(
        `/editions/${desk.editionId}/findings/${id}/answer`,
        { state: 'accepted', answer: state },
        { version },
      ),
    );
  await causeEdition(editor, desk.editionId, 'schedule', { effectiveDate: '2026-01-01' });
  await causeEdition(publisher, desk.editionId, 'publish');
  const { artefacts } = body(
    await editor.get<{ artefacts: { format: string; fileName: string; sha256: string }[] }>(
      `/editions/${desk.editionId}/publication`,
    ),
  );
  expect(artefacts.map(({ format }) => format).sort()).toEqual([...FORMS].sort());
  for (const { format, fileName, sha256 } of artefacts) {
    const direct = await download(editor, `/editions/${desk.editionId}/export/${format}`);
    const byJob = await standard(format);
    expect(createHash('sha256').update(direct.bytes).digest('hex')).toBe(sha256);
    expect(byJob.bytes.equals(direct.bytes)).toBe(true);
    expect([direct.fileName, byJob.fileName]).toEqual([fileName, fileName]);
    expect(fileName).not.toContain('草案');
  }
  const chapter = (await standard('html', { chapter: '一' })).bytes.toString();
  expect(chapter).toContain('实施日期：<span>2026-01-01</span>');
  expect(chapter).not.toContain('草案');
  expect((await standard('txt', { commit: 1 })).fileName).toBe(`${TITLE}（草案 第1次提交）.txt`);
});
