import { body, cause, causeEdition, revise } from '../../support/work.ts';
import { Desk, read, type Person } from './desk.ts';

interface Act {
  readonly action: string;
  readonly comment: string | null;
  readonly entry?: { readonly number: string | null; readonly title: string } | null;
  readonly amendment?: { readonly id: string } | null;
  readonly edition?: { readonly id: string; readonly label: string };
}

let desk: Desk;
let editor: Person;
let auditor: Person;
let id: string;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, auditor] = await Promise.all([desk.person('editor'), desk.person('auditor')]);
  id = (await desk.open(editor, '调整三项')).id;
  for (const number of ['20', '3']) {
    await revise(editor, id, await desk.entry(editor, number), { standard: `标准${number}。` });
  }
  const { provisions } = await desk.entry(editor, '3');
  const sectionKey = (await desk.sections(editor))[0]?.sections?.[0]?.key;
  const added = { kind: 'add', title: '新的服务', provisions, sectionKey, afterServiceId: null };
  body(await editor.post(`/amendments/${id}/edits`, added));
  await cause(editor, id, 'submit', '请审核。');
});
afterAll(() => desk.stop());

test('edits come in document order, whenever they were made', async () => {
  const { edits } = await read(auditor, id);
  expect(edits.map(({ number, proposed }) => number ?? proposed?.title)).toEqual(['新的服务', '3', '20']);
  const draft = body(await auditor.get<{ edits: { number: string | null }[] }>(`/amendments/${id}/drafts/1`));
  expect(draft.edits.map(({ number }) => number)).toEqual([null, '3', '20']);
});

test('the timeline says which entry was edited, and of other acts none', async () => {
  const { items } = body(await auditor.get<{ items: Act[] }>(`/amendments/${id}/timeline`));
  const { title } = await desk.entry(auditor, '3');
  expect(items.map(({ action, entry }) => [action, entry?.number, entry?.title])).toEqual([
    ['amendment.submitted', undefined, undefined],
    ['amendment.edit-added', null, '新的服务'],
    ['amendment.edit-added', '3', title],
    ['amendment.edit-added', '20', expect.any(String)],
    ['amendment.opened', undefined, undefined],
  ]);
});

test('what was done lately is told of amendments and of editions, without what was said of an edition', async () => {
  await causeEdition(editor, desk.editionId, 'finalise', { comment: '只给记录看。' });
  body(await editor.post(`/editions/${desk.editionId}/proofreading`, {}));
  const { recent } = body(await auditor.get<{ recent: Act[] }>('/dashboard'));
  const edition = { id: desk.editionId, label: '2023年版' };
  expect(recent[0]).toMatchObject({ action: 'edition.finalised', amendment: null, comment: null, edition });
  expect(recent[1]).toMatchObject({ action: 'amendment.submitted', amendment: { id }, comment: '请审核。', edition });
  expect(recent.map(({ action, amendment }) => [action, amendment === null])).toContainEqual(['edition.forked', true]);
  expect(recent.map(({ action }) => action)).not.toContain('edition.proofread');
});
