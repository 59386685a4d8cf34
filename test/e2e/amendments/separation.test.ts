import type { Client } from '../../support/client.ts';
import { body, cause, revise } from '../../support/work.ts';
import { Desk, read, save, send, type EditBody, type ProblemBody, type Person } from './desk.ts';

let desk: Desk;
let both: Person;
let writer: Person;
let reviewer: Person;

beforeAll(async () => {
  desk = await Desk.open();
  [both, writer, reviewer] = await Promise.all([
    desk.person('editor', 'reviewer'),
    desk.person('editor'),
    desk.person('reviewer'),
  ]);
});
afterAll(() => desk.stop());

async function submitted(author: Person, number: string): Promise<{ id: string; edit: EditBody }> {
  const { id } = await desk.open(author);
  await revise(author, id, await desk.entry(author, number), { standard: `标准${number}。` });
  await cause(author, id, 'submit');
  const [edit] = (await read(author, id)).edits;
  if (edit === undefined) throw new Error('no edit');
  return { id, edit };
}

async function refusal(person: Client, id: string, event: string, more = {}): Promise<[number, string]> {
  const { status, body: problem } = await send(person, id, event, more);
  return [status, problem.code];
}

describe('no person approves a text to which they contributed', () => {
  const self: [number, string] = [403, 'amendment.self-approval'];

  test('who opened it', async () => {
    const { id } = await submitted(both, '1');
    expect(await refusal(both, id, 'approve')).toEqual(self);
    expect(await refusal(both, id, 'reject', { comment: '不同意' })).toEqual(self);
  });

  test('who opened it, when another wrote everything in it', async () => {
    const { id } = await desk.open(both);
    await revise(writer, id, await desk.entry(writer, '2'), { standard: '别人写的。' });
    await cause(writer, id, 'submit');
    expect(await refusal(both, id, 'approve')).toEqual(self);
  });

  test('who changed one character as a co-author', async () => {
    const { id, edit } = await submitted(writer, '3');
    body(await save(both, id, edit, { standard: '标准三。' }));
    await cause(both, id, 'submit');
    expect(await refusal(both, id, 'approve')).toEqual(self);
    expect(await refusal(reviewer, id, 'approve')).toEqual([200, undefined]);
  });

  test('whose words another has replaced since', async () => {
    const { id, edit } = await submitted(writer, '4');
    const mine = body(await save(both, id, edit, { standard: '我的。' }));
    body(await save(writer, id, mine, { standard: '又是他的。' }));
    await cause(writer, id, 'submit');
    expect(await refusal(both, id, 'approve')).toEqual(self);
  });

  test('whose edit was taken back', async () => {
    const { id } = await submitted(writer, '5');
    const entry = await desk.entry(both, '6');
    const edit = await revise(both, id, entry, { content: '一时之想。' });
    body(await both.delete(`/amendments/${id}/edits/${edit.id}`, edit.version));
    await cause(writer, id, 'submit');
    expect(await refusal(both, id, 'approve')).toEqual(self);
  });

  test('who wrote only its reason', async () => {
    const { id } = await desk.open(writer);
    await revise(writer, id, await desk.entry(writer, '7'), { standard: '标准七。' });
    const { version } = await read(both, id);
    body(await both.patch(`/amendments/${id}`, { rationale: '另一个理由。' }, version));
    await cause(writer, id, 'submit');
    expect(await refusal(both, id, 'approve')).toEqual(self);
  });

  test('who only moved an entry in it', async () => {
    const { id } = await desk.open(writer);
    await revise(writer, id, await desk.entry(writer, '8'), { standard: '标准八。' });
    const key = (await desk.sections(both)).at(-1)?.sections?.at(-1)?.key;
    body(
      await both.post(`/amendments/${id}/edits`, {
        kind: 'move',
        serviceId: (await desk.entry(both, '9')).serviceId,
        sectionKey: key,
      }),
    );
    await cause(writer, id, 'submit');
    expect(await refusal(both, id, 'approve')).toEqual(self);
  });

  test('who lost the role of editor after writing', async () => {
    const turncoat = await desk.person('editor');
    const { id } = await submitted(turncoat, '10');
    const again = await desk.withRoles(turncoat, 'reviewer');
    const { status, body: problem } = await send(again, id, 'approve');
    expect([status, problem.code]).toEqual(self);
    expect(await read(writer, id)).toMatchObject({ approvals: 0, state: 'submitted' });
  });
});

describe('no person writes in what they have judged', () => {
  const judged: [number, string] = [403, 'amendment.reviewer-cannot-write'];

  async function write(person: Person, id: string, edit: EditBody): Promise<[number, string][]> {
    const entry = await desk.entry(person, '40');
    const added = await person.post<ProblemBody>(`/amendments/${id}/edits`, {
      kind: 'remove',
      serviceId: entry.serviceId,
    });
    const saved = await save(person, id, edit, { standard: '审核人写的。' });
    const { version } = await read(person, id);
    const described = await person.patch<ProblemBody>(`/amendments/${id}`, { title: '审核人改的' }, version);
    return [added, saved, described].map((answer) => [answer.status, answer.body.code]);
  }

  test('after approving', async () => {
    const { id, edit } = await submitted(writer, '11');
    expect(await refusal(both, id, 'approve')).toEqual([200, undefined]);
    expect(await write(both, id, edit)).toEqual([judged, judged, judged]);
    expect(await read(both, id)).toMatchObject({ state: 'approved', relation: 'reviewer' });
  });

  test('after asking for changes', async () => {
    const { id, edit } = await submitted(writer, '12');
    expect(await refusal(both, id, 'requestChanges', { comment: '请改。' })).toEqual([200, undefined]);
    expect(await write(both, id, edit)).toEqual([judged, judged, judged]);
  });
});

describe('an approval', () => {
  test('names the exact content that was shown', async () => {
    const { id, edit } = await submitted(writer, '13');
    const shown = await read(reviewer, id);
    body(await save(writer, id, edit, { standard: '看过之后又改。' }));
    await cause(writer, id, 'submit');
    const stale = await reviewer.post<ProblemBody>(
      `/amendments/${id}/events`,
      { event: 'approve', contentHash: shown.contentHash },
      { version: shown.version },
    );
    expect([stale.status, stale.body.code]).toEqual([412, 'request.version-stale']);
    expect(await refusal(reviewer, id, 'approve', { contentHash: shown.contentHash })).toEqual([
      409,
      'amendment.content-changed',
    ]);
    expect(await refusal(reviewer, id, 'approve', { contentHash: undefined })).toEqual([
      409,
      'amendment.content-changed',
    ]);
    expect(await refusal(reviewer, id, 'approve', { contentHash: 'x' })).toEqual([400, 'request.invalid']);
    expect(await refusal(reviewer, id, 'approve')).toEqual([200, undefined]);
  });

  test('is void after any change of the reason', async () => {
    const { id } = await submitted(writer, '14');
    await cause(reviewer, id, 'approve');
    const { version } = await read(writer, id);
    body(await writer.patch(`/amendments/${id}`, { legalBasis: '另一依据' }, version));
    expect(await read(writer, id)).toMatchObject({ state: 'draft', approvals: 0 });
  });

  test('and an edit at the same moment: whichever comes second is told', async () => {
    for (const number of ['21', '22', '23', '24', '25']) {
      const { id, edit } = await submitted(writer, number);
      const [approval, saved] = await Promise.all([
        send(reviewer, id, 'approve'),
        save(writer, id, edit, { standard: `又改${number}。` }),
      ]);
      const { state, approvalsGiven } = await read(writer, id);
      expect(saved.status).toBe(200);
      expect(state).toBe('draft');
      expect([200, 409, 412]).toContain(approval.status);
      expect(approvalsGiven.every(({ valid }) => !valid)).toBe(true);
    }
  });
});

describe('what was refused', () => {
  test('is in the timeline of the amendment', async () => {
    const { id } = await submitted(both, '15');
    await send(both, id, 'approve');
    const { items } = body(
      await both.get<{ items: { action: string; outcome: string; actor: { id: string } }[] }>(
        `/amendments/${id}/timeline`,
      ),
    );
    expect(items[0]).toMatchObject({ action: 'request.refused', outcome: 'refused', actor: { id: both.accountId } });
    expect(items.slice(1).map(({ action }) => action)).toEqual([
      'amendment.submitted',
      'amendment.edit-added',
      'amendment.opened',
    ]);
  });
});
