import { Client as Postgres } from 'pg';
import { bootApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { body, carryThrough, editions, openAmendment, revise } from '../../support/work.ts';
import { Desk, type Person, type ProblemBody } from '../amendments/desk.ts';

interface Classed {
  readonly serviceId: string;
  readonly change: string | null;
  readonly classes: readonly string[];
  readonly classesProposed: readonly string[];
  readonly confirmation: { version: number; by: { id: string; name: string }; at: string } | null;
  readonly outdated: { classes: string[]; by: { id: string } } | null;
}

interface Compared extends Classed {
  readonly certain: boolean;
  readonly changes: readonly string[];
  readonly evidence: readonly {
    class: string;
    provision?: string;
    before: { text: string } | null;
    after: { text: string } | null;
  }[];
}

interface Comparison {
  readonly schema: string;
  readonly entries: readonly Compared[];
}

interface Notes {
  readonly paragraph: string;
  readonly caveat: string | null;
  readonly unconfirmed: number;
  readonly rows: readonly { name: string; entries: { serviceId: string; name: string; confirmed: boolean }[] }[];
}

let desk: Desk;
let editor: Person;
let reviewer: Person;
let owner: Postgres;
let sides: { before: string; after: string };

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer] = await Promise.all([desk.person('editor'), desk.person('reviewer')]);
  owner = new Postgres({ connectionString: desk.api.database.ownerUrl });
  await owner.connect();
  const from = (await editions(editor)).find(({ id }) => id !== desk.editionId);
  if (from === undefined) throw new Error('the draft was forked from nothing');
  sides = { before: `edition:${from.id}`, after: `edition:${desk.editionId}` };
  await amend('10', { standard: '每人每月2800元。' });
  await amend('5', { targetGroup: '35-69岁本市户籍妇女。' });
  await amend('12', { content: '另一件完全不同的事。' });
});
afterAll(async () => {
  await owner.end();
  await desk.stop();
});

/** Merges another text of an entry into the draft. */
async function amend(number: string, change: Readonly<Record<string, string>>): Promise<void> {
  const amendment = await openAmendment(editor, desk.editionId, `调整第${number}条`);
  await revise(editor, amendment.id, await desk.entry(editor, number), change);
  await carryThrough(editor, reviewer, amendment.id);
}

const query = (): string => `?before=${sides.before}&after=${sides.after}`;

async function compare(reader: Client = editor): Promise<Comparison> {
  return body(await reader.get<Comparison>(`/comparisons${query()}`));
}

async function entry(number: string, reader: Client = editor): Promise<Compared> {
  const { serviceId } = await desk.entry(editor, number);
  const found = (await compare(reader)).entries.find((one) => one.serviceId === serviceId);
  if (found === undefined) throw new Error(`entry ${number} did not change`);
  return found;
}

/** What a person sends who looks at this change. */
function word(seen: Classed, classes: readonly string[] = seen.classesProposed): Record<string, unknown> {
  const { serviceId, change, classesProposed, confirmation } = seen;
  return { serviceId, change, version: confirmation?.version ?? 0, proposed: classesProposed, classes };
}

function confirm(who: Client, ...changes: readonly Record<string, unknown>[]) {
  return who.post<{ items: Classed[] } & ProblemBody>('/comparisons/classes', { ...sides, changes });
}

test('a class is proposed by what the difference shows, and nobody has confirmed it', async () => {
  expect((await compare()).schema).toBe('dingben.comparison/1');
  expect(await entry('10')).toMatchObject({
    classes: ['提高标准'],
    classesProposed: ['提高标准'],
    certain: true,
    confirmation: null,
    outdated: null,
    evidence: [{ class: '提高标准', provision: 'standard', before: { text: '2650元' }, after: { text: '2800元' } }],
  });
  expect(await entry('12')).toMatchObject({ classes: [], certain: false });
});

test('an editor confirms what is proposed and corrects what is not, and whoever compares sees who did', async () => {
  const [ten, twelve] = [await entry('10'), await entry('12')];
  const answer = body(await confirm(editor, word(ten), word(twelve, ['扩大对象', '规范表述'])));
  expect(answer.items).toMatchObject([
    { serviceId: ten.serviceId, classes: ['提高标准'], confirmation: { version: 1, by: { id: editor.accountId } } },
    {
      serviceId: twelve.serviceId,
      classes: ['扩大对象', '规范表述'],
      classesProposed: [],
      confirmation: { version: 1 },
    },
  ]);
  expect(await entry('12', reviewer)).toMatchObject({
    classes: ['扩大对象', '规范表述'],
    classesProposed: [],
    confirmation: { version: 1, by: { id: editor.accountId } },
  });
  // Each commit of the two editions shows the same two texts.
  const head = (await editions(editor)).find(({ id }) => id === desk.editionId)?.head.id ?? '';
  const other = body(await editor.get<Comparison>(`/comparisons?before=${sides.before}&after=commit:${head}`));
  expect(other.entries.find(({ serviceId }) => serviceId === twelve.serviceId)).toMatchObject({
    confirmation: { version: 1 },
  });
});

test('the notes count what was confirmed and say what was not', async () => {
  const five = await entry('5');
  const before = body(await editor.get<Notes>(`/comparisons/notes${query()}`));
  expect(before).toMatchObject({
    unconfirmed: 1,
    caveat: '暂计：以上有1项条目的调整类型尚未经人工确认，按系统建议计入。',
  });
  body(await confirm(editor, word(five, ['缩小对象'])));
  const after = body(await editor.get<Notes>(`/comparisons/notes${query()}`));
  expect(after).toMatchObject({ unconfirmed: 0, caveat: null });
  expect(after.paragraph).toContain('提高标准1项、扩大对象1项、缩小对象1项、规范表述1项');
  expect(after.rows.find(({ name }) => name === '缩小对象')?.entries).toMatchObject([
    { serviceId: five.serviceId, confirmed: true },
  ]);
});

test('a word on what another has meanwhile said is refused with what stands now, and so is all that came with it', async () => {
  const [five, ten] = [await entry('5'), await entry('10')];
  body(await confirm(editor, word(ten, ['提高标准', '调整依据'])));
  const refused = await confirm(editor, word(five, ['扩大对象']), word(ten));
  expect(refused).toMatchObject({
    status: 412,
    body: {
      code: 'request.version-stale',
      current: {
        items: [{ serviceId: five.serviceId }, { classes: ['提高标准', '调整依据'], confirmation: { version: 2 } }],
      },
    },
  });
  expect(await entry('5')).toMatchObject({ classes: ['缩小对象'], confirmation: { version: 1 } });
});

test('of two who saw the same, one is refused', async () => {
  const other = await desk.person('editor');
  const seen = await entry('10');
  const both = await Promise.all([confirm(editor, word(seen, ['提高标准'])), confirm(other, word(seen, ['调整依据']))]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('another text makes it unconfirmed again, and says that there was a word', async () => {
  const ten = await entry('10');
  await amend('10', { standard: '每人每月2900元。' });
  expect(await entry('10')).toMatchObject({
    classes: ['提高标准'],
    confirmation: null,
    outdated: { classes: ten.classes, by: { id: ten.confirmation?.by.id } },
  });
  expect(await confirm(editor, word(ten))).toMatchObject({
    status: 412,
    body: { current: { items: [{ serviceId: ten.serviceId, confirmation: null }] } },
  });
  await amend('10', { standard: '每人每月2800元。' });
  expect(await entry('10')).toMatchObject({ classes: ten.classes, confirmation: ten.confirmation, outdated: null });
});

test('what is no class, no change or no comparison is refused', async () => {
  const [five, untouched] = [await entry('5'), await desk.entry(editor, '40')];
  const cases: readonly [Record<string, unknown>, number, string][] = [
    [word(five, ['提高标准', '其他']), 400, 'request.invalid'],
    [word(five, []), 400, 'request.invalid'],
    [{ ...word(five), reason: '多余' }, 400, 'request.invalid'],
    [{ ...word(five), serviceId: untouched.serviceId }, 404, 'change.not-found'],
    [{ ...word(five), change: 'a'.repeat(64) }, 412, 'request.version-stale'],
    [{ ...word(five), proposed: ['降低标准'] }, 412, 'request.version-stale'],
  ];
  for (const [change, status, code] of cases) {
    expect(await confirm(editor, change)).toMatchObject({ status, body: { code } });
  }
  expect(await confirm(editor, word(five), word(five))).toMatchObject({ status: 400 });
  const nowhere = { before: sides.before, after: `edition:${five.serviceId}`, changes: [word(five)] };
  expect(await editor.post('/comparisons/classes', nowhere)).toMatchObject({
    status: 404,
    body: { code: 'comparison.not-found' },
  });
});

test.each(['liaison', 'reviewer', 'publisher', 'auditor', 'admin'])(
  'a %s reads classes and confirms none',
  async (role) => {
    const person = await desk.person(role);
    const five = await entry('5', person);
    expect(await confirm(person, word(five))).toMatchObject({ status: 403 });
    expect(await person.get(`/comparisons/notes${query()}`)).toMatchObject({ status: 200 });
  },
);

test('another process shows a confirmation that it has not made', async () => {
  const other = await bootApi({ databaseUrl: desk.api.database.appUrl, dataFolder: desk.api.database.dataFolder });
  try {
    const there = new Client(other.url, editor.cookie);
    const before = await entry('5', there);
    body(await confirm(editor, word(before, ['扩大对象'])));
    expect(await entry('5', there)).toMatchObject({
      classes: ['扩大对象'],
      confirmation: { version: (before.confirmation?.version ?? 0) + 1 },
    });
  } finally {
    await other.stop();
  }
});

test('the record says who confirmed what, as proposed and as confirmed, and the ledger verifies', async () => {
  const { rows } = await owner.query<{ data: string; actor: string; hash: string | null }>(
    `SELECT e.data, e.actor_id::text AS actor, l.hash FROM event e LEFT JOIN ledger_event l
       ON l.action = e.action AND l.actor_id = e.actor_id::text AND strpos(l.payload, e.id::text) > 0
     WHERE e.action = 'classes.confirmed' ORDER BY e.id`,
  );
  expect(rows[0]).toMatchObject({ actor: editor.accountId, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
  expect((JSON.parse(rows[0]?.data ?? '{}') as { changes: unknown[] }).changes).toMatchObject([
    { number: 1, proposed: ['提高标准'], confirmed: ['提高标准'], place: '' },
    { number: 1, proposed: [], confirmed: ['扩大对象', '规范表述'] },
  ]);
  const auditor = await desk.person('auditor');
  expect(await auditor.post('/ledger/verification')).toMatchObject({
    body: { ok: true, firstBad: null, texts: { bad: [] } },
  });
});
