import { randomUUID } from 'node:crypto';
import { body, cause, revise } from '../../support/work.ts';
import { Desk, read, save, send, type EditBody, type FullAmendment, type ProblemBody, type Person } from './desk.ts';

let desk: Desk;
let editor: Person;
let other: Person;
let reviewer: Person;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, other, reviewer] = await Promise.all([
    desk.person('editor'),
    desk.person('liaison'),
    desk.person('reviewer'),
  ]);
});
afterAll(() => desk.stop());

/** An amendment with one revised entry. */
async function withEdit(number: string, standard = '每人每月2800元。'): Promise<{ id: string; edit: EditBody }> {
  const { id } = await desk.open(editor);
  await revise(editor, id, await desk.entry(editor, number), { standard });
  const [edit] = (await read(editor, id)).edits;
  if (edit === undefined) throw new Error('the edit is gone');
  return { id, edit };
}

describe('an amendment', () => {
  test('is opened by an editor, who is its author, and is numbered within the edition', async () => {
    const first = await read(editor, (await desk.open(editor)).id);
    const second = await read(editor, (await desk.open(editor, '另一件')).id);
    expect(first).toMatchObject({
      state: 'draft',
      version: 1,
      draftNumber: 0,
      relation: 'author',
      edits: [],
      conflicts: [],
    });
    expect(first.authors.map(({ id }) => id)).toEqual([editor.accountId]);
    expect(second.number).toBe(first.number + 1);
    expect(second.allowedEvents).toContainEqual({
      event: 'submit',
      allowed: false,
      reasons: [{ code: 'amendment.empty' }],
    });
  });

  test('shows what each edit changes, with the amounts', async () => {
    const { edit } = await withEdit('3');
    expect(edit).toMatchObject({ kind: 'revise', number: '3', code: 'S003', version: 1 });
    expect(Object.keys(edit.differences.provisions)).toEqual(['standard']);
    expect(
      edit.differences.provisions['standard']
        ?.filter(({ op }) => op !== 'delete')
        .map(({ text }) => text)
        .join(''),
    ).toBe('每人每月2800元。');
    expect(edit.current?.revisionId).toBe(edit.base?.revisionId);
  });

  test('changes its reason by PATCH, and only with the version that was seen', async () => {
    const { id, version } = await desk.open(editor);
    const changed = body(await editor.patch<FullAmendment>(`/amendments/${id}`, { title: '调整标准' }, version));
    expect(changed.title).toBe('调整标准');
    expect(changed.version).toBe(version + 1);
    const late = await editor.patch<ProblemBody>(`/amendments/${id}`, { rationale: '' }, version);
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      code: 'request.version-stale',
      current: { title: '调整标准', version: version + 1 },
    });
  });
});

describe('saving a text', () => {
  test('keeps every character as it was entered', async () => {
    const { id, edit } = await withEdit('4');
    const text = '　每人每月　２６５０元 \t\r\n（含税）é\u0301 ';
    const saved = await save(editor, id, edit, { standard: text });
    expect(saved.status).toBe(200);
    expect(saved.version).toBe(2);
    expect((await read(editor, id)).edits[0]?.proposed?.provisions?.['standard']).toBe(text);
  });

  test('writes a revision, and none where nothing changed', async () => {
    const { id, edit } = await withEdit('5');
    const saved = body(await save(editor, id, edit, { content: '服务内容。' }));
    expect(saved.proposed?.revisionId).not.toBe(edit.proposed?.revisionId);
    const again = body(await save(editor, id, saved, {}));
    expect(again).toMatchObject({ version: saved.version, proposed: { revisionId: saved.proposed?.revisionId } });
  });

  test('answers 428 without a version and 412 with the text of the other person for a stale one', async () => {
    const { id, edit } = await withEdit('6');
    const missing = await editor.send<ProblemBody>('PUT', `/amendments/${id}/edits/${edit.id}`, {
      body: { title: '标题', provisions: null },
    });
    expect([missing.status, missing.body.code]).toEqual([428, 'request.version-missing']);
    body(await save(other, id, edit, { content: '甲' }));
    const late = await save(editor, id, edit, { content: '乙' });
    expect(late.status).toBe(412);
    expect(late.body).toMatchObject({
      code: 'request.version-stale',
      current: { version: 2, proposed: { provisions: { content: '甲' } } },
    });
  });

  test('lets one of two who save at once through, and the other see what stands', async () => {
    const { id, edit } = await withEdit('7');
    const answers = await Promise.all(['甲', '乙', '丙', '丁'].map((content) => save(editor, id, edit, { content })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const won = answers.find(({ status }) => status === 200);
    expect((await read(editor, id)).edits[0]?.proposed?.provisions?.['content']).toBe(
      won?.body.proposed?.provisions?.['content'],
    );
  });

  test('makes whoever saves an author', async () => {
    const { id, edit } = await withEdit('8');
    expect((await read(other, id)).relation).toBe('none');
    body(await save(other, id, edit, { content: '共同起草。' }));
    const { relation, authors } = await read(other, id);
    expect(relation).toBe('author');
    expect(authors.map((author) => author.id)).toEqual([editor.accountId, other.accountId]);
  });

  test('takes a submitted amendment back to a draft and voids its approvals', async () => {
    const { id, edit } = await withEdit('9');
    await cause(editor, id, 'submit');
    expect(await cause(reviewer, id, 'approve')).toMatchObject({ state: 'approved', approvals: 1 });
    const before = await read(editor, id);
    body(await save(editor, id, edit, { content: '通过之后又改。' }));
    const after = await read(editor, id);
    expect(after).toMatchObject({ state: 'draft', approvals: 0, approvalsGiven: [{ valid: false, draftNumber: 1 }] });
    expect(after.contentHash).not.toBe(before.contentHash);
    const merge = await editor.post<ProblemBody>(
      `/amendments/${id}/events`,
      { event: 'merge', contentHash: before.contentHash },
      { version: after.version },
    );
    expect([merge.status, merge.body.code]).toEqual([409, 'amendment.event-not-allowed']);
    expect(await cause(editor, id, 'submit')).toMatchObject({ draftNumber: 2, approvals: 0, state: 'submitted' });
  });

  test('refuses forbidden code points with their offset, and stores nothing', async () => {
    const { id, edit } = await withEdit('10');
    const refused = await save(editor, id, edit, { content: '每人\u200b每月' });
    expect(refused.status).toBe(422);
    expect(refused.body.errors?.['provisions.content']).toEqual({
      code: 'field.forbidden-code-point',
      params: { offset: 2, codePoint: 'U+200B' },
    });
    expect((await read(editor, id)).edits[0]?.version).toBe(1);
  });
});

describe('a repeated command', () => {
  test('has one effect, sent sixteen times at once with one key', async () => {
    const { id } = await withEdit('11');
    const { version } = await read(editor, id);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 16 }, () =>
        editor.post<FullAmendment>(`/amendments/${id}/events`, { event: 'submit' }, { version, key }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await read(editor, id)).toMatchObject({ draftNumber: 1, version: version + 1 });
  });

  test('with another body under the same key is refused, and an event without a key too', async () => {
    const { id } = await withEdit('12');
    const key = randomUUID();
    const { version } = await read(editor, id);
    body(await editor.post(`/amendments/${id}/events`, { event: 'submit' }, { version, key }));
    const other = await editor.post<ProblemBody>(`/amendments/${id}/events`, { event: 'withdraw' }, { version, key });
    expect([other.status, other.body.code]).toEqual([422, 'request.idempotency-key-reused']);
    const none = await editor.post<ProblemBody>(
      `/amendments/${id}/events`,
      { event: 'withdraw' },
      { version, key: null },
    );
    expect([none.status, none.body.code]).toEqual([400, 'request.idempotency-key-missing']);
  });

  test('that asks for no more than the version of a save has it from every answer, and one effect', async () => {
    const { id, edit } = await withEdit('13');
    const headers = { prefer: 'respond-async, return=minimal' };
    const text = { title: edit.proposed?.title, provisions: { ...edit.proposed?.provisions, content: '只要版本。' } };
    const send = { body: text, version: edit.version, key: randomUUID(), headers };
    const put = () => editor.send('PUT', `/amendments/${id}/edits/${edit.id}`, send);
    const answers = [...(await Promise.all(Array.from({ length: 8 }, put))), await put()];
    const next = edit.version + 1;
    expect(answers.map(({ status, version, body }) => [status, version, body])).toEqual(
      answers.map(() => [204, next, null]),
    );
    const [saved] = (await read(editor, id)).edits;
    expect(saved).toMatchObject({ version: next, proposed: { provisions: { content: '只要版本。' } } });
  });

  test('of opening an amendment opens one', async () => {
    const key = randomUUID();
    const request = {
      editionId: desk.editionId,
      title: '只开一件',
      reasonClass: 'other',
      rationale: '理由',
      legalBasis: '',
    };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => editor.post<{ id: string }>('/amendments', request, { key })),
    );
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    const list = body(await editor.get<{ total: number }>(`/amendments?q=${encodeURIComponent('只开一件')}`));
    expect(list.total).toBe(1);
  });
});

describe('bad input', () => {
  test.each([
    [{ kind: 'revise' }, 400, 'serviceId', 'field.missing'],
    [{ kind: 'remove', serviceId: 'x' }, 400, 'serviceId', 'field.format'],
    [{ kind: 'rename', serviceId: randomUUID() }, 400, 'kind', 'field.not-allowed'],
    [{ kind: 'remove', serviceId: randomUUID(), title: '标题' }, 400, 'title', 'field.not-allowed'],
    [{ kind: 'remove', serviceId: randomUUID(), authorId: randomUUID() }, 400, 'authorId', 'field.unknown'],
  ])('%j is refused at its field', async (request, status, field, code) => {
    const { id } = await desk.open(editor);
    const answer = await editor.post<ProblemBody>(`/amendments/${id}/edits`, request);
    expect([answer.status, answer.body.errors?.[field]?.code]).toEqual([status, code]);
  });

  test('an unknown entry, amendment, edit or edition is 404', async () => {
    const { id } = await desk.open(editor);
    const unknown = randomUUID();
    const answers = await Promise.all([
      editor.post<ProblemBody>(`/amendments/${id}/edits`, { kind: 'remove', serviceId: unknown }),
      editor.get<ProblemBody>(`/amendments/${unknown}`),
      editor.put<ProblemBody>(`/amendments/${id}/edits/${unknown}`, { title: '标题', provisions: null }, 1),
      editor.post<ProblemBody>('/amendments', {
        editionId: unknown,
        title: '标题',
        reasonClass: 'other',
        rationale: '',
        legalBasis: '',
      }),
      editor.get<ProblemBody>(`/amendments/${id}/drafts/1`),
      editor.get<ProblemBody>(`/amendments/${unknown}/timeline`),
    ]);
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [404, 'entry.not-found'],
      [404, 'amendment.not-found'],
      [404, 'edit.not-found'],
      [404, 'edition.not-found'],
      [404, 'draft.not-found'],
      [404, 'amendment.not-found'],
    ]);
  });

  test('a frozen edition takes no amendment', async () => {
    const editions = body(await editor.get<{ items: { id: string; state: string }[] }>('/editions')).items;
    const imported = editions.find(({ state }) => state === 'imported');
    const request = { editionId: imported?.id, title: '标题', reasonClass: 'other', rationale: '', legalBasis: '' };
    const answer = await editor.post<ProblemBody>('/amendments', request);
    expect([answer.status, answer.body.code]).toEqual([409, 'edition.frozen']);
  });

  test('an entry is revised once in an amendment, and submitting needs edits and a reason', async () => {
    const { id, edit } = await withEdit('13');
    const again = await editor.post<ProblemBody>(`/amendments/${id}/edits`, {
      kind: 'remove',
      serviceId: edit.serviceId,
    });
    expect([again.status, again.body.code]).toEqual([409, 'edit.duplicate']);
    const empty = await desk.open(editor);
    expect((await send(editor, empty.id, 'submit')).body.code).toBe('amendment.empty');
    const { version } = await read(editor, id);
    body(await editor.patch(`/amendments/${id}`, { rationale: ' \n' }, version));
    expect((await send(editor, id, 'submit')).body.code).toBe('amendment.rationale-missing');
  });
});
