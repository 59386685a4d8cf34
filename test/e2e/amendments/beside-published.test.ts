/** Over HTTP: what became of one entry that two amendments touched, and of one that was split in two. */
import type { Comparison } from '@dingben/comparison';
import { body, carryThrough, editions, revise } from '../../support/work.ts';
import { Desk, read, type FullAmendment, type Person, type TextBody } from './desk.ts';

let desk: Desk;
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer] = await Promise.all([desk.person('editor'), desk.person('reviewer')]);
});

afterAll(() => desk.stop());

type Published = FullAmendment['edits'][number] & { readonly published?: TextBody | null };

test('an amendment tells what was published beside the draft that moved on since', async () => {
  const entry = await desk.entry(editor, '10');
  const first = await desk.open(editor, '先改一次');
  await revise(editor, first.id, entry, { standard: '每人每月2800元。' });
  await carryThrough(editor, reviewer, first.id);
  const second = await desk.open(editor, '再改一次');
  await revise(editor, second.id, await desk.entry(editor, '10'), { standard: '每人每月2900元。' });
  const [edit] = (await read(editor, second.id)).edits as readonly Published[];
  expect(edit?.published?.provisions).toEqual(entry.provisions);
  expect(edit?.published?.revisionId).toBe(entry.revision.id);
  expect([edit?.current, edit?.proposed].map((text) => text?.provisions?.['standard'])).toEqual([
    '每人每月2800元。',
    '每人每月2900元。',
  ]);
});

test('an entry that was not published has none, and a submitted draft keeps its hash', async () => {
  const { key: sectionKey } = (await desk.sections(editor))[0]?.sections?.[0] ?? { key: '' };
  const { id } = await desk.open(editor, '新增一项');
  const provisions = {
    targetGroup: '居民。',
    content: '咨询。',
    standard: '免费。',
    funding: '市级财政。',
    leadAgency: '市民政局。',
  };
  const added = { kind: 'add', sectionKey, title: '社区咨询', provisions, parentServiceId: null, afterServiceId: null };
  body(await editor.post(`/amendments/${id}/edits`, added));
  const before = await read(editor, id);
  expect((before.edits as readonly Published[])[0]?.published).toBeNull();
  body(await editor.post(`/amendments/${id}/events`, { event: 'submit' }, { version: before.version }));
  expect((await read(editor, id)).contentHash).toBe(before.contentHash);
});

test('the comparison with what the draft was forked from names a split', async () => {
  const entry = await desk.entry(editor, '34');
  const { content = '', standard = '' } = entry.provisions ?? {};
  const half = (text: string, at: 0 | 1): string => {
    const middle = text.length >> 1;
    return at === 0 ? text.slice(0, middle) : text.slice(middle);
  };
  const { id } = await desk.open(editor, '拆分一项');
  await revise(editor, id, entry, { content: half(content, 0), standard: half(standard, 0) });
  const section = (await desk.sections(editor))
    .flatMap(({ sections = [] }) => sections)
    .find(({ entries = [] }) => entries.some(({ serviceId }) => serviceId === entry.serviceId));
  const part = {
    kind: 'add',
    sectionKey: section?.key,
    title: '另行列出的服务事项',
    provisions: { ...entry.provisions, content: half(content, 1), standard: half(standard, 1) },
    parentServiceId: null,
    afterServiceId: entry.serviceId,
  };
  const added = body(await editor.post<{ serviceId: string }>(`/amendments/${id}/edits`, part));
  await carryThrough(editor, reviewer, id);
  const imported = (await editions(editor)).find(({ id: other }) => other !== desk.editionId);
  const path = `/comparisons?before=edition:${imported?.id}&after=edition:${desk.editionId}`;
  const { entries, summary } = body(await editor.get<Comparison>(path));
  const lines = entries.filter(({ split }) => split !== undefined);
  expect(lines).toMatchObject([
    { serviceId: entry.serviceId, changes: ['split'], split: { goesOn: true } },
    { serviceId: added.serviceId, changes: ['split'], split: { goesOn: false }, before: { number: '34' } },
  ]);
  expect(summary).toMatchObject({ split: 1, added: 0, removed: 0 });
});
