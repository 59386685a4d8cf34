import { body, carryThrough, cause, revise } from '../../support/work.ts';
import { Desk, read, save, send, type EditBody, type OutlineSection, type ProblemBody, type Person } from './desk.ts';

let desk: Desk;
let editor: Person;
let reviewer: Person;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer] = await Promise.all([desk.person('editor'), desk.person('reviewer')]);
});
afterAll(() => desk.stop());

/** Opens an amendment with one edit of any kind. */
async function amend(edit: Readonly<Record<string, unknown>>): Promise<{ id: string; edit: EditBody }> {
  const { id } = await desk.open(editor);
  return { id, edit: body(await editor.post<EditBody>(`/amendments/${id}/edits`, edit)) };
}

function merge(amendmentId: string): Promise<unknown> {
  return carryThrough(editor, reviewer, amendmentId);
}

async function approved(number: string, change: Record<string, string>): Promise<string> {
  const { id } = await desk.open(editor);
  await revise(editor, id, await desk.entry(editor, number), change);
  await cause(editor, id, 'submit');
  await cause(reviewer, id, 'approve');
  return id;
}

async function numbers(): Promise<Map<string, string>> {
  return new Map((await desk.entries(editor)).map((entry) => [entry.serviceId, entry.number]));
}

describe('a revised text', () => {
  test('becomes the very revision that the entry shows, in one commit', async () => {
    const { id } = await desk.open(editor);
    await revise(editor, id, await desk.entry(editor, '1'), { standard: '每人每月2800元。' });
    const proposed = (await read(editor, id)).edits[0]?.proposed?.revisionId;
    await merge(id);
    const entry = await desk.entry(editor, '1');
    expect(entry.revision.id).toBe(proposed);
    expect(entry.provisions?.standard).toBe('每人每月2800元。');
    const commits = body(
      await editor.get<{ items: { kind: string; amendment: { id: string } | null; changes: number }[] }>(
        `/editions/${desk.editionId}/commits`,
      ),
    );
    expect(commits.items.find(({ amendment }) => amendment?.id === id)).toMatchObject({ kind: 'merge', changes: 1 });
  });

  test('joins what another amendment changed in other provisions meanwhile', async () => {
    const entry = await desk.entry(editor, '2');
    const first = await approved('2', { standard: '标准甲。' });
    const second = await approved('2', { content: '内容乙。' });
    await cause(editor, first, 'merge');
    expect((await read(editor, second)).conflicts).toEqual([]);
    await cause(editor, second, 'merge');
    const joined = await desk.entry(editor, '2');
    expect(joined.provisions).toEqual({ ...entry.provisions, standard: '标准甲。', content: '内容乙。' });
  });

  test('is refused on a provision that another changed, and shows base, current and proposed', async () => {
    const entry = await desk.entry(editor, '3');
    const [first, second] = [
      await approved('3', { standard: '标准甲。' }),
      await approved('3', { standard: '标准乙。', content: '内容乙。' }),
    ];
    await cause(editor, first, 'merge');
    const refused = await send(editor, second, 'merge');
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([409, 'amendment.conflict', { count: 1 }]);
    const { conflicts, edits, state } = await read(editor, second);
    expect(state).toBe('approved');
    expect(conflicts).toMatchObject([
      { field: 'standard', base: entry.provisions?.standard, current: '标准甲。', proposed: '标准乙。' },
    ]);
    expect(edits[0]?.proposed?.provisions?.['content']).toBe('内容乙。');
  });

  test('is resolved in place, and then asks for approval again', async () => {
    const [first, second] = [
      await approved('4', { standard: '标准甲。' }),
      await approved('4', { standard: '标准乙。' }),
    ];
    await cause(editor, first, 'merge');
    const [edit] = (await read(editor, second)).edits;
    if (edit === undefined || edit.current === null) throw new Error('nothing to resolve');
    const waiting = body(
      await editor.get<{ items: { id: string }[] }>('/amendments?waitingForMe=true&perPage=100'),
    ).items;
    expect(waiting.map(({ id }) => id)).toContain(second);
    const text = { title: edit.current.title, provisions: { ...edit.current.provisions, standard: '标准甲和乙。' } };
    const path = `/amendments/${second}/edits/${edit.id}/resolution`;
    const old = await editor.post<ProblemBody>(
      path,
      { ...text, currentRevisionId: edit.base?.revisionId },
      { version: edit.version },
    );
    expect([old.status, old.body.code]).toEqual([412, 'request.version-stale']);
    const rebased = body(
      await editor.post<EditBody>(
        path,
        { ...text, currentRevisionId: edit.current.revisionId },
        { version: edit.version },
      ),
    );
    expect(rebased.base?.revisionId).toBe(edit.current.revisionId);
    expect(await read(editor, second)).toMatchObject({
      state: 'draft',
      conflicts: [],
      approvalsGiven: [{ valid: false }],
    });
    expect((await send(editor, second, 'merge')).body.code).toBe('amendment.event-not-allowed');
    await merge(second);
    expect((await desk.entry(editor, '4')).provisions?.standard).toBe('标准甲和乙。');
  });

  test('that both amendments changed in the same way is no conflict', async () => {
    const [first, second] = [
      await approved('5', { standard: '同一句。' }),
      await approved('5', { standard: '同一句。' }),
    ];
    await cause(editor, first, 'merge');
    expect(await cause(editor, second, 'merge')).toMatchObject({ state: 'merged' });
    expect((await desk.entry(editor, '5')).provisions?.standard).toBe('同一句。');
  });

  test('may be a title alone', async () => {
    const entry = await desk.entry(editor, '6');
    const { id, edit } = await amend({
      kind: 'revise',
      serviceId: entry.serviceId,
      title: '新名称',
      provisions: entry.provisions,
      baseRevisionId: entry.revision.id,
    });
    expect(edit.differences.title?.length).toBeGreaterThan(0);
    expect(edit.differences.provisions).toEqual({});
    await merge(id);
    expect(await desk.entry(editor, '6')).toMatchObject({ title: '新名称', provisions: entry.provisions });
  });

  test('of several entries at once is one commit', async () => {
    const { id } = await desk.open(editor);
    for (const number of ['10', '11', '12'])
      await revise(editor, id, await desk.entry(editor, number), { content: `内容${number}。` });
    const merged = await merge(id);
    expect(merged).toMatchObject({ state: 'merged', entries: 3, provisions: 3 });
    for (const number of ['10', '11', '12'])
      expect((await desk.entry(editor, number)).provisions?.content).toBe(`内容${number}。`);
  });

  test('of a service with items is its title, and texts for it are refused', async () => {
    const entry = await desk.entry(editor, '16');
    expect(entry.provisions).toBeNull();
    const revision = {
      kind: 'revise',
      serviceId: entry.serviceId,
      title: '新的总称',
      baseRevisionId: entry.revision.id,
    };
    const { id } = await desk.open(editor);
    const texts = { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };
    const refused = await editor.post<ProblemBody>(`/amendments/${id}/edits`, { ...revision, provisions: texts });
    expect([refused.status, refused.body.errors?.['provisions']?.code]).toEqual([422, 'field.not-allowed']);
    body(await editor.post(`/amendments/${id}/edits`, { ...revision, provisions: null }));
    await merge(id);
    expect((await desk.entry(editor, '16')).title).toBe('新的总称');
  });
});

describe('the outline', () => {
  const texts = { targetGroup: '全体', content: '内容', standard: '标准', funding: '区级财政', leadAgency: '市民政局' };

  async function place(): Promise<{ section: OutlineSection; first: string; second: string }> {
    const sections = (await desk.sections(editor)).flatMap((chapter) => chapter.sections ?? []);
    const section = sections.find(({ entries }) => (entries ?? []).length > 2);
    const [first, second] = section?.entries ?? [];
    if (section === undefined || first === undefined || second === undefined) throw new Error('no section');
    return { section, first: first.serviceId, second: second.serviceId };
  }

  test('takes a new entry after another, with the next code of the standard', async () => {
    const { section, first, second } = await place();
    const { id, edit } = await amend({
      kind: 'add',
      sectionKey: section.key,
      afterServiceId: first,
      title: '新增服务',
      provisions: texts,
    });
    expect(edit).toMatchObject({ code: 'S090', number: null, base: null, current: null, classes: ['新增'] });
    expect(edit.place?.sectionPath.at(-1)).toContain(section.title);
    const before = await numbers();
    expect(before.has(edit.serviceId)).toBe(false);
    await merge(id);
    const after = await numbers();
    expect(after.get(edit.serviceId)).toBe(String(Number(before.get(first)) + 1));
    expect(after.get(second)).toBe(String(Number(before.get(second)) + 1));
  });

  test('takes a new item with the next code of its service, and none under an entry with texts', async () => {
    const parent = await desk.entry(editor, 'S016');
    const key = (await desk.sections(editor))
      .flatMap((chapter) => chapter.sections ?? [])
      .find(({ entries }) => entries?.some(({ serviceId }) => serviceId === parent.serviceId))?.key;
    const item = {
      kind: 'add',
      sectionKey: key,
      parentServiceId: parent.serviceId,
      title: '新分项',
      provisions: texts,
    };
    const { id, edit } = await amend(item);
    expect(edit.code).toBe('S016-3');
    const leaf = await desk.entry(editor, 'S017');
    const refused = await editor.post<ProblemBody>(`/amendments/${id}/edits`, {
      ...item,
      parentServiceId: leaf.serviceId,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'edit.place-unavailable']);
    await merge(id);
    expect((await numbers()).get(edit.serviceId)).toBe('1');
  });

  test('takes several additions that lean on each other', async () => {
    const { section } = await place();
    const { id } = await desk.open(editor);
    const add = async (more: object): Promise<EditBody> =>
      body(await editor.post<EditBody>(`/amendments/${id}/edits`, { kind: 'add', sectionKey: section.key, ...more }));
    const service = await add({ title: '总称', provisions: null });
    const one = await add({ title: '分项一', provisions: texts, parentServiceId: service.serviceId });
    const two = await add({
      title: '分项二',
      provisions: texts,
      parentServiceId: service.serviceId,
      afterServiceId: one.serviceId,
    });
    const inUse = await editor.delete<ProblemBody>(`/amendments/${id}/edits/${service.id}`, service.version);
    expect([inUse.status, inUse.body.code]).toEqual([409, 'edit.in-use']);
    await merge(id);
    const after = await numbers();
    expect([after.get(one.serviceId), after.get(two.serviceId)]).toEqual(['1', '2']);
  });

  test('moves an entry to another section, with its items', async () => {
    const parent = await desk.entry(editor, 'S053');
    const chapters = await desk.sections(editor);
    const target = chapters.at(-1)?.sections?.at(-1);
    const { id } = await amend({ kind: 'move', serviceId: parent.serviceId, sectionKey: target?.key });
    await merge(id);
    const moved = (await desk.sections(editor)).at(-1)?.sections?.at(-1)?.entries?.[0];
    expect(moved).toMatchObject({ serviceId: parent.serviceId, title: parent.title });
    expect(moved?.items).toHaveLength(3);
  });

  test('loses a service with its items, each named as an edit', async () => {
    const entries = await desk.entries(editor);
    const service = entries.find(
      ({ items }) => items?.length === 2 && items.every(({ code }) => code.startsWith('S064')),
    );
    if (service === undefined) throw new Error('no service with items');
    const { id, edit } = await amend({ kind: 'remove', serviceId: service.serviceId });
    expect((await read(editor, id)).edits.map(({ kind }) => kind)).toEqual(['remove', 'remove', 'remove']);
    body(await editor.delete(`/amendments/${id}/edits/${edit.id}`, edit.version));
    expect((await read(editor, id)).edits).toEqual([]);
    body(await editor.post(`/amendments/${id}/edits`, { kind: 'remove', serviceId: service.serviceId }));
    await merge(id);
    const left = await numbers();
    expect([service, ...(service.items ?? [])].some(({ serviceId }) => left.has(serviceId))).toBe(false);
  });

  test('removes an entry only as it was approved, and once', async () => {
    const entry = await desk.entry(editor, 'S020');
    const removal = await amend({ kind: 'remove', serviceId: entry.serviceId });
    const again = await amend({ kind: 'remove', serviceId: entry.serviceId });
    const change = await approved('S020', { content: '改过。' });
    for (const { id } of [removal, again]) {
      await cause(editor, id, 'submit');
      await cause(reviewer, id, 'approve');
    }
    await cause(editor, change, 'merge');
    expect((await send(editor, removal.id, 'merge')).body.code).toBe('amendment.conflict');
    expect((await read(editor, removal.id)).conflicts).toMatchObject([{ field: 'entry' }]);
    const [edit] = (await read(editor, again.id)).edits;
    body(
      await editor.post(
        `/amendments/${again.id}/edits/${edit?.id ?? ''}/resolution`,
        { currentRevisionId: edit?.current?.revisionId },
        { version: edit?.version ?? 0 },
      ),
    );
    await merge(again.id);
    expect((await numbers()).has(entry.serviceId)).toBe(false);
    expect((await read(editor, removal.id)).conflicts).toMatchObject([{ field: 'entry', current: null }]);
  });

  test('keeps no place after an entry that is gone', async () => {
    const { section, first } = await place();
    const { id, edit } = await amend({
      kind: 'add',
      sectionKey: section.key,
      afterServiceId: first,
      title: '无处可放',
      provisions: texts,
    });
    const removal = await amend({ kind: 'remove', serviceId: first });
    await merge(removal.id);
    expect((await read(editor, id)).conflicts).toMatchObject([{ field: 'place' }]);
    expect((await send(editor, id, 'submit')).body.code).toBe('amendment.conflict');
    body(await editor.put(`/amendments/${id}/edits/${edit.id}`, { sectionKey: section.key }, edit.version));
    const [placed] = (await read(editor, id)).edits;
    expect(placed?.version).toBe(2);
    body(await save(editor, id, placed ?? edit, { title: '又有处可放' }));
    await merge(id);
    expect((await desk.entries(editor)).find(({ serviceId }) => serviceId === edit.serviceId)?.title).toBe(
      '又有处可放',
    );
  });

  test('hashes at every commit to the tree hash that the commit says', async () => {
    const commits = body(
      await editor.get<{ items: { number: number; treeHash: string }[] }>(
        `/editions/${desk.editionId}/commits?perPage=100`,
      ),
    ).items;
    expect(commits.length).toBeGreaterThan(10);
    for (const { number, treeHash } of commits) {
      const outline = body(
        await editor.get<{ edition: { treeHash: string } }>(`/editions/${desk.editionId}/outline?commit=${number}`),
      );
      expect(outline.edition.treeHash).toBe(treeHash);
    }
  });
});
