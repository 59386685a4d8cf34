import { body, carryThrough, causeEdition, editions, fork, openAmendment, revise } from '../../support/work.ts';
import { Desk, type Person } from '../amendments/desk.ts';

interface FindingBody {
  readonly id: string;
  readonly code: string;
  readonly severity: string;
  readonly entry: string | null;
  readonly provision: string | null;
  readonly found: string | null;
  readonly fix: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly state: string;
  readonly answer: string | null;
  readonly version: number;
}
interface ProofreadingBody {
  readonly latest: { readonly findings: number; readonly current: boolean; readonly askedBy: { id: string } } | null;
  readonly jobId: string | null;
}
interface ChecklistBody {
  readonly items: readonly { readonly code: string; readonly blocking: boolean; readonly count: number }[];
}

let desk: Desk;
let editor: Person;
let reviewer: Person;
let base: string;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer] = await Promise.all([desk.person('editor'), desk.person('reviewer')]);
  base = `/editions/${desk.editionId}`;
});
afterAll(() => desk.api.stop());

async function proofread(editionId = desk.editionId): Promise<void> {
  const { jobId } = body(await editor.post<{ jobId: string }>(`/editions/${editionId}/proofreading`, {}));
  for (let tries = 0; tries < 200; tries++) {
    const job = body(await editor.get<{ state: string; problem: unknown }>(`/jobs/${jobId}`));
    if (job.state === 'done') return;
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(JSON.stringify(job));
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('the proofreading did not end');
}

async function findings(editionId = desk.editionId): Promise<readonly FindingBody[]> {
  const path = `/editions/${editionId}/findings?origin=proofreading&perPage=100`;
  return body(await editor.get<{ items: FindingBody[] }>(path)).items;
}

const checklist = async () => body(await editor.get<ChecklistBody>(`${base}/checklist`)).items;
const item = async (code: string) => (await checklist()).find((each) => each.code === `checklist.${code}`);
const state = async () => body(await editor.get<ProofreadingBody>(`${base}/proofreading`));
const short = ({ code, entry, provision }: FindingBody) => `${code.replace('proofreading.', '')} ${entry} ${provision}`;

describe('texts that are being typed', () => {
  const check = (entries: unknown[]) => editor.post<{ findings: object[] }>(`${base}/proofreading/texts`, { entries });

  test('are held against the edition and against nothing that they replace', async () => {
    const entry = await desk.entry(editor, '9');
    const { findings: found } = body(
      await check([
        {
          serviceId: entry.serviceId,
          provisions: { leadAgency: '市卫生健康委,市民政局', standard: entry.provisions?.standard },
        },
      ]),
    );
    expect(found).toContainEqual({
      index: 0,
      provision: 'leadAgency',
      code: 'proofreading.agency-separator',
      severity: 'info',
      start: 6,
      end: 7,
      found: ',',
      fix: '、',
      params: {},
    });
    expect(found).toContainEqual(
      expect.objectContaining({
        provision: 'standard',
        code: 'proofreading.number-titles',
        params: { number: '京卫妇社〔2009〕4号', other: '北京市0-6岁学前儿童免费健康体检的实施意见（试行）', at: '8' },
      }),
    );
    const renamed = entry.provisions?.standard.replace('（京卫妇社〔2009〕4号）', '') ?? '';
    const again = body(await check([{ serviceId: entry.serviceId, provisions: { standard: renamed } }]));
    expect(again.findings).not.toContainEqual(expect.objectContaining({ code: 'proofreading.number-titles' }));
  });

  test('of two entries that are proposed together are held against each other', async () => {
    const text = (title: string) => ({ provisions: { standard: `按照《${title}》（京新〔2026〕1号）执行。` } });
    const { findings: found } = body(await check([text('甲办法'), text('乙办法')]));
    expect(found.map((each) => ('index' in each ? each.index : null))).toEqual([0, 1]);
    expect(found[0]).toMatchObject({ code: 'proofreading.number-titles', params: { other: '乙办法', at: '' } });
  });

  test('are told of a regulation that no longer holds, and of what took its place', async () => {
    const successor = body(
      await editor.post<{ id: string }>('/regulations', {
        title: '新办法',
        numbers: ['京新〔2026〕9号'],
        status: 'in-force',
      }),
    );
    const old = { title: '旧办法', numbers: ['京旧〔2016〕8号'], status: 'repealed', successorId: successor.id };
    body(await editor.post('/regulations', old));
    const { findings: found } = body(
      await check([{ provisions: { content: '按照《旧办法》（京旧﹝2016﹞8号）执行。' } }]),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'proofreading.regulation-lapsed',
        severity: 'error',
        params: { status: 'repealed', successor: '《新办法》（京新〔2026〕9号）' },
      }),
    );
  });

  test.each([
    [{ entries: [] }],
    [{ entries: [{ provisions: { other: '' } }] }],
    [{ entries: [{ serviceId: '8', provisions: {} }] }],
    [{ entries: [{ provisions: null }] }],
    [{}],
    [{ entries: [{ provisions: { content: 8 } }] }],
  ])('%j is a bad request', async (request) => {
    expect(await editor.post(`${base}/proofreading/texts`, request)).toMatchObject({ status: 400 });
  });

  test('of an edition that there is not', async () => {
    const path = '/editions/00000000-0000-7000-8000-000000000000/proofreading';
    const request = { entries: [{ provisions: {} }] };
    expect(await editor.post(`${path}/texts`, request)).toMatchObject({
      status: 404,
      body: { code: 'edition.not-found' },
    });
    expect(await editor.post(path, {})).toMatchObject({ status: 404, body: { code: 'edition.not-found' } });
    expect(await editor.get(path)).toMatchObject({ status: 404 });
  });
});

describe('a whole edition', () => {
  let before: readonly FindingBody[];

  test('is proofread as a job, and its findings are kept', async () => {
    expect(await state()).toEqual({ latest: null, jobId: null });
    expect(await item('proofreading')).toMatchObject({ blocking: false, count: 1 });
    await proofread();
    before = await findings();
    expect(before).toHaveLength(57);
    expect(before.map(short)).toEqual(
      expect.arrayContaining(['number-titles 8 standard', 'number-titles 9 standard', 'agency-variant 79 leadAgency']),
    );
    expect(await state()).toMatchObject({ latest: { findings: 57, current: true, askedBy: { id: editor.accountId } } });
    expect(await item('proofreading')).toMatchObject({ count: 0 });
  });

  test('its errors bar publication until they are answered, its warnings do not', async () => {
    expect(await item('error-findings')).toMatchObject({ blocking: true, count: 4 });
    expect(await item('warning-findings')).toMatchObject({ blocking: false });
    const { version } = await causeEdition(editor, desk.editionId, 'finalise');
    const request = { event: 'schedule', effectiveDate: '2026-01-01' };
    const refused = await editor.post(`${base}/events`, request, { version });
    expect(refused).toMatchObject({ status: 409, body: { code: 'edition.checklist-open' } });
    await causeEdition(editor, desk.editionId, 'reopen', { comment: '还有校核问题。' });
  });

  test('read again after a change, keeps the answers whose words are still there and drops what is gone', async () => {
    const kept = before.find(({ code, entry }) => code === 'proofreading.number-titles' && entry === '8');
    const gone = before.find(({ code }) => code === 'proofreading.agency-variant');
    for (const { id, version } of [kept, gone].flatMap((each) => each ?? [])) {
      body(
        await editor.post(
          `${base}/findings/${id}/answer`,
          { state: 'accepted', answer: '与原件核对无误。' },
          { version },
        ),
      );
    }
    const amendment = await openAmendment(editor, desk.editionId, '统一单位名称');
    const entry = await desk.entry(editor, '79');
    await revise(editor, amendment.id, entry, { leadAgency: '市退役军人局、市人力资源社会保障局。' });
    const eighth = await desk.entry(editor, '8');
    await revise(editor, amendment.id, eighth, { standard: `自2026年起，${eighth.provisions?.standard ?? ''}` });
    await carryThrough(editor, reviewer, amendment.id);
    expect(await state()).toMatchObject({ latest: { current: false } });
    await proofread();
    const after = await findings();
    expect(after).toHaveLength(before.length - 1);
    expect(after.find(({ id }) => id === gone?.id)).toBeUndefined();
    expect(after.find(({ id }) => id === kept?.id)).toMatchObject({
      state: 'accepted',
      answer: '与原件核对无误。',
      entry: '8',
    });
    const same = new Set(before.map(({ id }) => id));
    expect(after.filter(({ id }) => !same.has(id))).toEqual([]);
  });

  test('run twice, gives the same findings with the same ids', async () => {
    const first = await findings();
    await proofread();
    expect(await findings()).toEqual(first);
  });

  test('is started once while it goes on', async () => {
    const asked = await Promise.all([1, 2, 3].map(() => editor.post<{ jobId: string }>(`${base}/proofreading`, {})));
    expect(new Set(asked.map((answer) => body(answer).jobId)).size).toBeLessThanOrEqual(2);
    await proofread();
  });

  test('is not for those who answer no findings', async () => {
    const liaison = await desk.person('liaison');
    expect(await liaison.post(`${base}/proofreading`, {})).toMatchObject({
      status: 403,
      body: { code: 'right.missing' },
    });
  });

  test('gives its open findings to the edition that is forked from it', async () => {
    const imported = (await editions(editor)).find((edition) => edition.state === 'imported');
    await causeEdition(editor, desk.editionId, 'abandon', { comment: '改由新稿起草。' });
    expect(await editor.post(`${base}/proofreading`, {})).toMatchObject({
      status: 409,
      body: { code: 'edition.frozen' },
    });
    await proofread(imported?.id);
    const copy = await fork(editor, imported?.id ?? '', '2027年版');
    const copied = await findings(copy.id);
    expect(copied.map(short)).toEqual((await findings(imported?.id)).map(short));
    await proofread(copy.id);
    expect((await findings(copy.id)).map(({ id }) => id)).toEqual(copied.map(({ id }) => id));
  });
});
