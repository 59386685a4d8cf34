/** Why something changed that no amendment brought about: between imported editions, and in headings. */
import type { Outline, Section } from '@dingben/outline';
import { bundledOutline } from '../../support/bundled-standard.ts';
import { body, importedEdition } from '../../support/imports.ts';
import { carryThrough, editions, openAmendment, revise } from '../../support/work.ts';
import { written } from '../../support/written.ts';
import { Desk, type Person, type ProblemBody } from '../amendments/desk.ts';

interface Stated {
  readonly version: number;
  readonly reason: string;
  readonly basis: string;
  readonly by: { readonly id: string };
}
interface Changed {
  readonly change: string;
  readonly stated: Stated | null;
}
interface Comparison {
  readonly sections: readonly Changed[];
  readonly entries: readonly (Changed & { readonly after: { readonly number: string } | null })[];
}

let desk: Desk;
let editor: Person;
let sides: { readonly before: string; readonly after: string };
let drafted: typeof sides;

beforeAll(async () => {
  desk = await Desk.open();
  editor = await desk.person('editor');
  const imported = (await editions(editor)).find(({ state }) => state === 'imported');
  sides = { before: `edition:${imported?.id ?? ''}`, after: `edition:${await importedEdition(editor, later())}` };
  drafted = { before: sides.before, after: `edition:${desk.editionId}` };
  const amendment = await openAmendment(editor, desk.editionId, '提高标准');
  await revise(editor, amendment.id, await desk.entry(editor, '10'), { standard: '每人每月2800元。' });
  await carryThrough(editor, await desk.person('reviewer'), amendment.id);
});
afterAll(() => desk.stop());

/** Another chapter's name, and other amounts of two entries. */
function later(): Outline {
  const standards = new Map([
    ['5', '每两年一次。'],
    ['10', '每人每月3000元。'],
  ]);
  const ofSection = (section: Section): Section => ({
    ...section,
    ...(section.title === '幼有所育' && { title: '幼有善育' }),
    ...(section.sections && { sections: section.sections.map(ofSection) }),
    ...(section.entries && {
      entries: section.entries.map((entry) => {
        const standard = standards.get(entry.number);
        if (standard === undefined || entry.provisions === undefined) return entry;
        return { ...entry, provisions: { ...entry.provisions, standard } };
      }),
    }),
  });
  const { schema, sections } = bundledOutline();
  const title = '北京市基本公共服务实施标准（2024年版）';
  return { schema, title, edition: '2024年版', sections: sections.map(ofSection) };
}

async function compare(of = sides): Promise<Comparison> {
  return body(await editor.get<Comparison>(`/comparisons?before=${of.before}&after=${of.after}`));
}

async function changes(of = sides): Promise<Changed[]> {
  const { sections, entries } = await compare(of);
  return [...sections, ...entries];
}

function state(who: Person, seen: readonly Changed[], words: { reason: string; basis: string }, of = sides) {
  const named = seen.map(({ change, stated }) => ({ change, version: stated?.version ?? 0 }));
  return who.post<{ items: Changed[] } & ProblemBody>('/comparisons/reasons', { ...of, changes: named, ...words });
}

const WORDS = { reason: '按国家标准调整。', basis: '《国家基本公共服务标准（2023年版）》' };

test('one reason is stated of many changes, of a heading too, and the table has it', async () => {
  const open = await changes();
  expect(open.map(({ stated }) => stated)).toEqual([null, null, null]);
  const answer = body(await state(editor, open, WORDS));
  expect(answer.items).toMatchObject(open.map(({ change }) => ({ change, stated: { ...WORDS, version: 1 } })));
  expect((await changes()).map(({ stated }) => stated?.by.id)).toEqual(open.map(() => editor.accountId));
  const html = (await written(editor, 'comparison-table', { ...sides, form: 'html' })).bytes.toString();
  expect(html.split(WORDS.reason)).toHaveLength(4);
  expect(html).toContain('善</ins>');
});

test('two people who saw the same cannot both have the last word, and the second one sees the first', async () => {
  const seen = await changes();
  const other = await desk.person('editor');
  body(await state(other, seen.slice(1), { reason: '另有原因。', basis: '' }));
  const refused = await state(editor, seen, { reason: '第三种说法。', basis: '' });
  expect([refused.status, refused.body.code]).toEqual([412, 'request.version-stale']);
  expect(refused.body.current).toMatchObject({
    items: [{ stated: { version: 1 } }, ...seen.slice(1).map(() => ({ stated: { version: 2, reason: '另有原因。' } }))],
  });
  expect((await changes()).map(({ stated }) => stated?.reason)).toEqual([WORDS.reason, '另有原因。', '另有原因。']);
});

test('what an amendment says was approved, and nobody says otherwise', async () => {
  const [merged] = (await compare(drafted)).entries;
  if (merged === undefined) throw new Error('the amendment changed nothing');
  const refused = await state(editor, [merged], WORDS, drafted);
  expect([refused.status, refused.body.code]).toEqual([409, 'change.reason-approved']);
});

test('a change of other sides is not found, a blank reason and a reader without the right are refused', async () => {
  const [first] = await changes();
  if (first === undefined) throw new Error('nothing differs');
  expect((await state(editor, [first], WORDS, drafted)).body.code).toBe('change.not-found');
  const blank = await state(editor, [first], { reason: ' \n', basis: '' });
  expect([blank.status, blank.body.errors]).toEqual([400, { reason: { code: 'field.too-short', params: { min: 1 } } }]);
  expect((await state(await desk.person('auditor'), [first], WORDS)).status).toBe(403);
});

test('a class confirmed of one edition is no outdated word on another one', async () => {
  type Classed = Comparison['entries'][number] & { serviceId: string; classesProposed: string[]; outdated: unknown };
  const entryTen = async (of: typeof sides): Promise<Classed> => {
    const entries = (await compare(of)).entries as Classed[];
    const found = entries.find(({ after }) => after?.number === '10');
    if (found === undefined) throw new Error('entry 10 did not change');
    return found;
  };
  const { serviceId, change, classesProposed } = await entryTen(drafted);
  const said = { serviceId, change, version: 0, proposed: classesProposed, classes: classesProposed };
  body(await editor.post('/comparisons/classes', { ...drafted, changes: [said] }));
  expect((await entryTen(sides)).outdated).toBeNull();
});
