import { randomUUID } from 'node:crypto';
import { body, cause, revise } from '../../support/work.ts';
import { Desk, read, save, send, type EditBody, type FullAmendment, type ProblemBody, type Person } from './desk.ts';

interface Comment {
  readonly id: string;
  readonly parentId: string | null;
  readonly text: string;
  readonly quote: string | null;
  readonly author: { id: string };
  readonly resolvedBy: { id: string } | null;
}

let desk: Desk;
let editor: Person;
let reviewer: Person;
let auditor: Person;

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer, auditor] = await Promise.all([
    desk.person('editor'),
    desk.person('reviewer'),
    desk.person('auditor'),
  ]);
});
afterAll(() => desk.stop());

async function submitted(number: string): Promise<string> {
  const { id } = await desk.open(editor, `修订第${number}项`);
  await revise(editor, id, await desk.entry(editor, number), { standard: `标准${number}。` });
  await cause(editor, id, 'submit');
  return id;
}

function ids(answer: { items: { id: string }[] }): string[] {
  return answer.items.map(({ id }) => id);
}

async function waiting(person: Person): Promise<string[]> {
  return ids(body(await person.get<{ items: { id: string }[] }>('/amendments?waitingForMe=true&perPage=100')));
}

test('changes are asked for with a comment, made, and approved as the next draft', async () => {
  const id = await submitted('1');
  const silent = await send(reviewer, id, 'requestChanges', { comment: ' \n' });
  expect([silent.status, silent.body.code]).toEqual([422, 'amendment.comment-missing']);
  await cause(reviewer, id, 'requestChanges', '请写明金额。');
  expect(await waiting(editor)).toContain(id);
  const asked = await read(editor, id);
  const [edit] = asked.edits;
  body(await save(editor, id, edit as EditBody, { standard: '每人每月2800元。' })); // there is one
  await cause(editor, id, 'submit');
  await cause(reviewer, id, 'approve');
  const { items } = body(
    await auditor.get<{
      items: { action: string; toState: string | null; comment: string | null; draftNumber: number | null }[];
    }>(`/amendments/${id}/timeline`),
  );
  expect(
    items
      .filter(({ toState }) => toState !== null)
      .map(({ action, toState, draftNumber }) => [action, toState, draftNumber]),
  ).toEqual([
    ['amendment.approved', 'approved', 2],
    ['amendment.submitted', 'submitted', 2],
    ['amendment.reopened', 'draft', 1],
    ['amendment.changes-requested', 'changes_requested', 1],
    ['amendment.submitted', 'submitted', 1],
    ['amendment.opened', 'draft', null],
  ]);
  expect(items.find(({ action }) => action === 'amendment.changes-requested')?.comment).toBe('请写明金额。');
});

test('each draft stays as it was submitted', async () => {
  const id = await submitted('2');
  const first = await read(editor, id);
  body(await save(editor, id, first.edits[0] as EditBody, { standard: '第二稿。' })); // there is one
  await cause(editor, id, 'submit');
  const [one, two] = await Promise.all(
    [1, 2].map(async (number) => body(await auditor.get<FullAmendment>(`/amendments/${id}/drafts/${number}`))),
  );
  expect(one).toMatchObject({ number: 1, contentHash: first.contentHash, submittedBy: { id: editor.accountId } });
  expect(one?.edits[0]).toMatchObject({ number: '2', proposed: { provisions: { standard: '标准2。' } } });
  expect(two?.edits[0]).toMatchObject({ proposed: { provisions: { standard: '第二稿。' } } });
  expect(two?.contentHash).toBe((await read(editor, id)).contentHash);
});

test('a rejected or withdrawn amendment is decided for good', async () => {
  const [rejected, withdrawn] = [await submitted('3'), await submitted('4')];
  await cause(reviewer, rejected, 'reject', '依据不足。');
  await cause(editor, withdrawn, 'withdraw');
  for (const id of [rejected, withdrawn]) {
    const { edits, allowedEvents } = await read(editor, id);
    expect(allowedEvents).toEqual([]);
    const saved = await save(editor, id, edits[0] as EditBody, { standard: '还想改。' }); // there is one
    expect([saved.status, saved.body.code]).toEqual([409, 'amendment.event-not-allowed']);
  }
});

test('a comment stands at words of a provision, is answered and resolved', async () => {
  const id = await submitted('5');
  const entry = await desk.entry(reviewer, '5');
  const path = `/amendments/${id}/comments`;
  const comment = body(
    await reviewer.post<Comment>(path, {
      serviceId: entry.serviceId,
      provision: 'standard',
      quote: '标准5',
      text: '金额？',
    }),
  );
  expect(comment).toMatchObject({
    quote: '标准5',
    text: '金额？',
    author: { id: reviewer.accountId },
    resolvedBy: null,
  });
  const answer = body(await editor.post<Comment>(path, { parentId: comment.id, text: '已补。' }));
  expect(answer.parentId).toBe(comment.id);
  expect((await read(editor, id)) as unknown).toMatchObject({ comments: { open: 1, total: 1 } });
  const [resolved, again] = [
    body(await editor.post<Comment>(`${path}/${comment.id}/resolution`)),
    body(await reviewer.post<Comment>(`${path}/${comment.id}/resolution`)),
  ];
  expect([resolved.resolvedBy?.id, again.resolvedBy?.id]).toEqual([editor.accountId, editor.accountId]);
  expect(body(await auditor.get<{ items: Comment[] }>(path)).items.map(({ text }) => text)).toEqual([
    '金额？',
    '已补。',
  ]);
  const refused = await Promise.all([
    auditor.post<ProblemBody>(path, { text: '审计不写。' }),
    reviewer.post<ProblemBody>(path, { text: '' }),
    reviewer.post<ProblemBody>(path, { text: '答谁？', parentId: randomUUID() }),
    reviewer.post<ProblemBody>(path, { text: '何处？', serviceId: randomUUID() }),
    reviewer.post<ProblemBody>(path, { text: '哪款？', provision: 'price' }),
  ]);
  expect(refused.map((one) => [one.status, one.body.code])).toEqual([
    [403, 'right.missing'],
    [400, 'request.invalid'],
    [404, 'comment.not-found'],
    [404, 'entry.not-found'],
    [400, 'request.invalid'],
  ]);
});

test('lists filter, count, sort and page', async () => {
  const id = await submitted('6');
  const entry = await desk.entry(editor, '6');
  const list = async (query: string, person = auditor): Promise<string[]> =>
    ids(body(await person.get<{ items: { id: string }[] }>(`/amendments?perPage=100&${query}`)));
  expect(await list(`serviceId=${entry.serviceId}`)).toEqual([id]);
  expect(await list(`author=${editor.accountId}&state=submitted`)).toContain(id);
  expect(await list('mine=true')).toEqual([]);
  expect(await list('mine=true', editor)).toContain(id);
  expect(await list(`q=${encodeURIComponent('第6项')}`)).toEqual([id]);
  expect(await list('q=%25')).toEqual([]);
  expect(await list(`editionId=${randomUUID()}`)).toEqual([]);
  const page = body(
    await auditor.get<{ items: { number: number }[]; total: number }>(
      '/amendments?perPage=2&page=2&sort=number&order=desc',
    ),
  );
  expect(page.items.map(({ number }) => number)).toEqual([page.total - 2, page.total - 3]);
  for (const query of [
    'state=gone',
    'sort=passwordHash',
    'state[not]=draft',
    'unknown=1',
    'perPage=1000',
    'page=0',
    'mine=maybe',
  ]) {
    const answer = await auditor.get<ProblemBody>(`/amendments?${query}`);
    expect([query, answer.status, answer.body.code]).toEqual([query, 400, 'request.invalid']);
  }
});

test('waits for reviewers who have no part in it and have not approved it', async () => {
  const id = await submitted('7');
  const second = await desk.person('reviewer');
  expect(
    [await waiting(reviewer), await waiting(second), await waiting(editor), await waiting(auditor)].map((list) =>
      list.includes(id),
    ),
  ).toEqual([true, true, false, false]);
  await cause(reviewer, id, 'approve');
  expect(await waiting(second)).not.toContain(id);
});
