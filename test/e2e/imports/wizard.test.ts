import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8 } from 'fflate';
import { entries, leaves, type Entry, type Outline } from '../../../packages/outline/src/index.ts';
import { writeDocx } from '../../../packages/writer/src/docx/index.ts';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { SMALL, bundledStandard, changed, numberedByWord } from '../../support/documents.ts';
import { editions, fork, type AmendmentBody, type EditionBody } from '../../support/work.ts';
import { body, readImport, understood, uploaded, type ImportBody, type MatchingBody } from '../../support/imports.ts';

let api: SeededApi;
let editor: Client;
let bundled: Outline;

beforeAll(async () => {
  api = await bootSeededApi();
  const { username, password } = api.account('editor');
  editor = await Client.signIn(api.url, username, password);
  bundled = bundledStandard();
});
afterAll(() => api.stop());

const complete = (id: string, version: number, request: object) =>
  editor.send<ImportBody>('POST', `/imports/${id}/completion`, { body: request, version });

/** Uploads, waits, and gives the import as it was read. */
async function taken(name: string, bytes: Uint8Array): Promise<ImportBody> {
  const { id } = await uploaded(editor, name, bytes);
  const read = await readImport(editor, id);
  expect(read).toMatchObject({ state: 'read', problem: null });
  return read;
}

async function documentOf(editionId: string): Promise<Outline> {
  return body(await editor.get<Outline>(`/editions/${editionId}/document`));
}

/** Titles and texts in order, without codes and citations. */
function content(outline: Outline): object[] {
  return [...entries(outline)].map(({ path, entry }) => ({ path, title: entry.title, provisions: entry.provisions }));
}

describe('what was understood', () => {
  test('is put right finding by finding and by kind, and taken back', async () => {
    const { id, version } = await taken('small.txt', strToU8(SMALL));
    const before = await understood(editor, id);
    expect(before.counts).toMatchObject({ chapters: 1, categories: 1, services: 1, leaves: 1 });
    const wrong = before.findings.filter(({ code }) => code === 'reader.label-variant');
    expect(wrong).toMatchObject([
      { entry: '1', fixable: true, accepted: false, source: '牵头责任单位：市卫生健康委。' },
    ]);
    const keys = wrong.map(({ key }) => key);
    const fixed = body(
      await editor.send<ImportBody>('POST', `/imports/${id}/corrections`, { body: { keys }, version }),
    );
    const after = await understood(editor, id);
    expect(after.findings.map(({ code }) => code)).not.toContain('reader.label-variant');
    expect(after).toMatchObject({ outline: before.outline, steps: 1, version: fixed.version });
    const line = { line: 7, start: 6, end: 7, found: '每', replacement: '至少每' };
    expect(before.findings.length).toBeGreaterThan(0);
    const other = await editor.send('POST', `/imports/${id}/corrections`, {
      body: { corrections: [line] },
      version: fixed.version,
    });
    expect(other).toMatchObject({ status: 422, body: { code: 'correction.text-differs', params: { line: 7 } } });
    const undone = body(await editor.delete<ImportBody>(`/imports/${id}/corrections/latest`, fixed.version));
    expect((await understood(editor, id)).findings).toEqual(before.findings);
    expect((await editor.delete(`/imports/${id}/corrections/latest`, undone.version)).body).toMatchObject({
      code: 'import.nothing-to-undo',
    });
    await editor.delete(`/imports/${id}`);
  });

  test('is put right by hand, with a heading put back and a line put in', async () => {
    const text = SMALL.replace('（一）儿童服务\n', '').replace('服务标准：每年1次。\n', '');
    const { id, version } = await taken('lost.txt', strToU8(text));
    const before = await understood(editor, id);
    expect(before.openErrors).toBeGreaterThan(0);
    expect(await complete(id, version, { edition: { label: '2025年版', kind: 'final' } })).toMatchObject({
      status: 409,
      body: { code: 'import.findings-open', params: { count: before.openErrors } },
    });
    const corrections = [{ line: 6, start: 0, end: 0, found: '', replacement: '服务标准：每年1次。\n' }];
    const headings = [{ kind: 'category', number: '一', title: '儿童服务', beforeEntry: '1' }];
    body(await editor.send('POST', `/imports/${id}/corrections`, { body: { corrections, headings }, version }));
    const after = await understood(editor, id);
    expect(after.openErrors).toBe(0);
    expect(after.outline.sections[0]?.sections?.[0]).toMatchObject({ title: '儿童服务', restored: true });
    expect([...leaves(after.outline)][0]?.provisions.standard).toBe('每年1次。');
    await editor.delete(`/imports/${id}`);
  });

  test('is accepted as it is, by its owner who saw the latest version', async () => {
    const { id, version } = await taken('empty.txt', strToU8(SMALL.replace('提供体检。', '')));
    const errors = (await understood(editor, id)).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['reader.provision-empty']);
    const accept = { keys: errors.map(({ key }) => key), accepted: true };
    expect((await editor.send('POST', `/imports/${id}/acceptances`, { body: accept })).status).toBe(428);
    expect(
      await editor.send('POST', `/imports/${id}/acceptances`, { body: accept, version: version - 1 }),
    ).toMatchObject({
      status: 412,
      body: { current: { id, version } },
    });
    body(await editor.send('POST', `/imports/${id}/acceptances`, { body: accept, version }));
    expect((await understood(editor, id)).openErrors).toBe(0);
    await editor.delete(`/imports/${id}`);
  });

  test('a character that may not be stored cannot be accepted, only put right', async () => {
    const { id, version } = await taken('odd.txt', strToU8(SMALL.replace('体检', '体\u200b检')));
    const [odd] = (await understood(editor, id)).findings.filter(({ code }) => code === 'reader.forbidden-code-point');
    const refused = await editor.send('POST', `/imports/${id}/acceptances`, {
      body: { keys: [odd?.key], accepted: true },
      version,
    });
    expect(refused.body).toMatchObject({ code: 'import.unstorable' });
    const at = odd?.source?.indexOf('\u200b') ?? -1;
    const corrections = [{ line: odd?.line, start: at, end: at + 1, found: '\u200b', replacement: '' }];
    body(await editor.send('POST', `/imports/${id}/corrections`, { body: { corrections }, version }));
    expect((await understood(editor, id)).openErrors).toBe(0);
    await editor.delete(`/imports/${id}`);
  });
});

describe('a new edition', () => {
  test('of a document that Word numbered goes on with the services that are known', async () => {
    const titled = { ...bundled, title: bundled.title.replaceAll('2023', '2024'), edition: '2024年版' };
    let number = 0;
    const later = changed({ ...titled, title: '北京市基本公共服务实施标准（2024年版）' }, (entry) => {
      if (entry.number === '10') return [];
      number++;
      const renamed = entry.number === '12' ? { title: `${entry.title}和支持` } : {};
      return [{ ...entry, ...renamed, number: String(number) }];
    });
    const read = await taken('later.docx', await numberedByWord(later));
    const seen = await understood(editor, read.id);
    expect(seen.counts).toMatchObject({ chapters: 9, categories: 22, services: 88, leaves: 92 });
    expect(content(seen.outline)).toEqual(content(later));
    const matching = body(await editor.get<MatchingBody>(`/imports/${read.id}/matching`));
    expect(matching.against?.label).toBe('2023年版（征求意见稿）');
    const open = matching.entries.filter(({ certain }) => !certain);
    expect(open.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      `renamed ${[...entries(bundled)].find(({ path }) => path === '12')?.entry.title ?? ''}和支持`,
    ]);
    let version = read.version;
    const errors = seen.findings.filter(({ severity }) => severity === 'error').map(({ key }) => key);
    if (errors.length > 0) {
      const accept = { keys: errors, accepted: true };
      version = body(
        await editor.send<ImportBody>('POST', `/imports/${read.id}/acceptances`, { body: accept, version }),
      ).version;
    }
    const request = { edition: { label: '2024年版', kind: 'final' } };
    expect(await complete(read.id, version, request)).toMatchObject({ status: 202, body: { state: 'finishing' } });
    const done = await readImport(editor, read.id);
    expect(done).toMatchObject({ state: 'finished', problem: null, outcome: { amendmentId: null } });
    const editionId = done.outcome?.editionId ?? '';
    expect(body(await editor.get(`/editions/${editionId}`))).toMatchObject({ label: '2024年版', state: 'imported' });
    const stored = await documentOf(editionId);
    expect(content(stored)).toEqual(content(later));
    const [original] = (await editions(editor)).filter(({ label }) => label.includes('征求意见稿'));
    const comparison = body(
      await editor.get<{ summary: object }>(
        `/comparisons?before=edition:${original?.id ?? ''}&after=edition:${editionId}`,
      ),
    );
    expect(comparison.summary).toMatchObject({ added: 0, removed: 1, retitled: 1, moved: 0 });
    // The label is the edition's for good.
    const again = await taken('again.docx', await numberedByWord(later));
    await acceptAll(again.id);
    await complete(again.id, (await readImport(editor, again.id)).version, request);
    expect(await readImport(editor, again.id)).toMatchObject({
      state: 'read',
      problem: { code: 'edition.label-taken' },
    });
    await editor.delete(`/imports/${again.id}`);
  }, 120_000);

  test('of another standard begins with services of its own', async () => {
    const { id, version } = await taken('small.txt', strToU8(SMALL));
    const standard = { code: 'some-service', title: '某服务标准' };
    await complete(id, version, { edition: { label: '2025年版', kind: 'final', standard } });
    const done = await readImport(editor, id);
    expect(done.problem).toBeNull();
    const stored = await documentOf(done.outcome?.editionId ?? '');
    expect([...entries(stored)].map(({ entry }) => entry.code)).toEqual(['S001']);
    expect(stored.title).toBe('某服务标准（2025年版）');
    const twice = await taken('small.txt', strToU8(SMALL));
    await complete(twice.id, twice.version, { edition: { label: '2026年版', kind: 'final', standard } });
    expect(await readImport(editor, twice.id)).toMatchObject({
      state: 'read',
      problem: { code: 'import.standard-exists' },
    });
    await editor.delete(`/imports/${twice.id}`);
  });
});

describe('an edited copy of a draft', () => {
  let draft: EditionBody;

  beforeAll(async () => {
    const [base] = (await editions(editor)).filter(({ label }) => label.includes('征求意见稿'));
    draft = await fork(editor, base?.id ?? '', '2023年版');
  });

  test('that comes back from Word becomes an amendment with its differences', async () => {
    const current = await documentOf(draft.id);
    const copy = changed(current, editedCopy);
    const read = await taken('copy.docx', await writeDocx(copy));
    const matching = body(await editor.get<MatchingBody>(`/imports/${read.id}/matching`));
    expect(matching.against).toMatchObject({ id: draft.id });
    const proposal = body(
      await editor.get<{ edits: { kind: string; title: string }[]; homeless: unknown[]; sections: unknown[] }>(
        `/imports/${read.id}/proposal`,
      ),
    );
    expect(proposal).toMatchObject({ homeless: [], sections: [] });
    expect(proposal.edits.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      `revise ${titleOf(current, '3')}`,
      'add 新增的体检服务',
      `revise ${titleOf(current, '12')}（修订）`,
      `remove ${titleOf(current, '20')}`,
    ]);
    await acceptAll(read.id);
    const amendment = { title: '按会签稿修改', reasonClass: 'wording', rationale: '会签意见。', legalBasis: '无' };
    await complete(read.id, (await readImport(editor, read.id)).version, { amendment });
    const done = await readImport(editor, read.id);
    expect(done).toMatchObject({ state: 'finished', outcome: { editionId: draft.id } });
    const id = done.outcome?.amendmentId ?? '';
    const opened = body(
      await editor.get<AmendmentBody & { authors: { name: string }[]; edits: unknown[] }>(`/amendments/${id}`),
    );
    expect(opened).toMatchObject({ state: 'draft', title: '按会签稿修改' });
    expect(opened.edits).toHaveLength(4);
    await mergedGives(id, opened, copy);
  }, 60_000);

  test('that was taken before the draft moved on changes nothing of what was merged since', async () => {
    const { items } = body(await editor.get<{ items: { number: number }[] }>(`/editions/${draft.id}/commits`));
    const number = Math.max(...items.map((commit) => commit.number)) - 1;
    const earlier = body(await editor.get<Outline>(`/editions/${draft.id}/document?commit=${number}`));
    const copy = changed(earlier, (entry) =>
      entry.number === '5' ? [{ ...entry, title: `${entry.title}（改）` }] : [entry],
    );
    const read = await taken('earlier.docx', await writeDocx(copy));
    const choose = { againstId: draft.id, commit: number, decisions: [] };
    body(await editor.put(`/imports/${read.id}/matching`, choose, read.version));
    const proposal = body(
      await editor.get<{ edits: { kind: string; title: string }[] }>(`/imports/${read.id}/proposal`),
    );
    expect(proposal.edits.map(({ kind, title }) => `${kind} ${title}`)).toEqual([`revise ${titleOf(copy, '5')}`]);
    await acceptAll(read.id);
    const amendment = { title: '较早的修改稿', reasonClass: 'wording', rationale: '会签意见。', legalBasis: '' };
    await complete(read.id, (await readImport(editor, read.id)).version, { amendment });
    const done = await readImport(editor, read.id);
    expect(done).toMatchObject({ state: 'finished', problem: null });
    const opened = body(await editor.get<{ edits: unknown[] }>(`/amendments/${done.outcome?.amendmentId ?? ''}`));
    expect(opened.edits).toHaveLength(1);
    expect((await editor.put(`/imports/${read.id}/matching`, { ...choose, commit: 99 }, read.version)).status).not.toBe(
      500,
    );
  }, 60_000);

  test('is refused where nothing differs, and where it has a heading that the draft does not have', async () => {
    const current = await documentOf(draft.id);
    const same = await taken('same.docx', await writeDocx(current));
    await acceptAll(same.id);
    const amendment = { title: '无', reasonClass: 'wording', rationale: '', legalBasis: '' };
    await complete(same.id, (await readImport(editor, same.id)).version, { amendment });
    expect(await readImport(editor, same.id)).toMatchObject({
      state: 'read',
      problem: { code: 'import.nothing-changed' },
    });
    const [first] = current.sections;
    const added = { kind: 'category', number: '二十三', title: '全新一类', entries: [newEntry('99')] } as const;
    const sections = [
      ...current.sections.slice(0, -1),
      { ...current.sections.at(-1), sections: [...(current.sections.at(-1)?.sections ?? []), added] },
    ];
    expect(first).toBeDefined();
    const other = await taken(
      'heading.docx',
      await writeDocx({ ...current, sections: sections as Outline['sections'] }),
    );
    await acceptAll(other.id);
    await complete(other.id, (await readImport(editor, other.id)).version, { amendment });
    expect(await readImport(editor, other.id)).toMatchObject({
      state: 'read',
      problem: { code: 'import.section-unknown', params: { count: 1 } },
    });
    for (const { id } of [same, other]) await editor.delete(`/imports/${id}`);
  }, 60_000);

  test('counts its importer as the author: they cannot approve it', async () => {
    const { items } = body(
      await editor.get<{ items: { id: string; title: string }[] }>('/amendments?q=会签稿&mine=true'),
    );
    expect(items).toHaveLength(1);
    const { body: ledger } = await (
      await signIn('auditor')
    ).get<{ items: { action: string; actor: { name: string } | null }[] }>(
      '/ledger?action=amendment.edit-added&perPage=10',
    );
    const me = body(await editor.get<{ name: string }>('/session')).name;
    // Four of this amendment, one of that of the earlier copy.
    expect(ledger.items.filter(({ actor }) => actor?.name === me)).toHaveLength(5);
  });
});

describe('decisions on the matching', () => {
  test('take the place of what was proposed, and no service is taken twice', async () => {
    const read = await taken('two.docx', await writeDocx(bundled));
    const { against, known, entries: matched } = body(await editor.get<MatchingBody>(`/imports/${read.id}/matching`));
    const [one, two] = [known[0], known[1]];
    const decide = (decisions: object[], againstId = against?.id) =>
      editor.send<ImportBody>('PUT', `/imports/${read.id}/matching`, {
        body: { againstId, decisions },
        version: read.version,
      });
    const entry = matched[1]?.key;
    const taken2 = [matched[0]?.key, entry].map((key) => ({
      entry: key,
      takes: one?.serviceId,
      from: [one?.serviceId],
    }));
    expect((await decide(taken2)).body).toMatchObject({ code: 'import.service-taken' });
    expect((await decide([{ entry: '999', takes: null, from: [] }])).body).toMatchObject({
      errors: { 'decisions.0.entry': { code: 'field.not-allowed' } },
    });
    expect((await decide([{ entry, takes: two?.serviceId, from: [] }])).status).toBe(400);
    expect((await decide([], '00000000-0000-4000-8000-000000000000')).body).toMatchObject({
      code: 'edition.not-found',
    });
    expect((await decide([{ entry, takes: null, from: [] }])).status).toBe(200);
    const after = body(await editor.get<MatchingBody>(`/imports/${read.id}/matching`));
    expect(after.entries[1]).toMatchObject({ kind: 'new', takes: null, decided: true });
    expect(after.entries[0]).toMatchObject({ kind: 'same', decided: false });
    await editor.delete(`/imports/${read.id}`);
  }, 30_000);
});

async function signIn(role: string): Promise<Client> {
  const { username, password } = api.account(role);
  return Client.signIn(api.url, username, password);
}

async function acceptAll(id: string): Promise<void> {
  const { findings, version } = await understood(editor, id);
  const keys = findings.filter(({ severity }) => severity === 'error').map(({ key }) => key);
  body(await editor.send('POST', `/imports/${id}/acceptances`, { body: { keys, accepted: true }, version }));
}

function newEntry(number: string): Entry {
  const provisions = {
    targetGroup: '本市户籍儿童。',
    content: '每年提供一次体检。',
    standard: '每人每次120元。',
    funding: '区级财政承担支出责任。',
    leadAgency: '市卫生健康委。',
  };
  return { number, title: '新增的体检服务', provisions };
}

function editedCopy(entry: Entry): readonly Entry[] {
  if (entry.number === '20') return [];
  if (entry.number === '12') return [{ ...entry, title: `${entry.title}（修订）` }];
  if (entry.number !== '3' || entry.provisions === undefined) return [entry];
  return [
    { ...entry, provisions: { ...entry.provisions, standard: `${entry.provisions.standard}按季度公布。` } },
    newEntry('3'),
  ];
}

function titleOf(outline: Outline, path: string): string {
  return [...entries(outline)].find((at) => at.path === path)?.entry.title ?? '';
}

/** Has a second person approve the amendment and merges it: the draft then reads as the copy did. */
async function mergedGives(id: string, { version }: AmendmentBody, copy: Outline): Promise<void> {
  const event = (client: Client, request: object, seen: number) =>
    client.send<AmendmentBody>('POST', `/amendments/${id}/events`, { body: request, version: seen });
  const submitted = body(await event(editor, { event: 'submit' }, version));
  const { contentHash } = submitted;
  expect((await event(editor, { event: 'approve', contentHash }, submitted.version)).status).toBe(403);
  const approved = body(await event(await signIn('reviewer'), { event: 'approve', contentHash }, submitted.version));
  const merged = await event(editor, { event: 'merge', contentHash: approved.contentHash }, approved.version);
  expect(merged).toMatchObject({ status: 200, body: { state: 'merged' } });
  const numbers = (outline: Outline): unknown[] => content(outline).map((entry) => ({ ...entry, path: '' }));
  const { items } = body(await editor.get<{ items: { id: string; editionId: string }[] }>('/amendments?mine=true'));
  const editionId = items.find((item) => item.id === id)?.editionId;
  const drafts = (await editions(editor)).filter(({ state }) => state === 'drafting');
  expect(numbers(await documentOf(editionId ?? drafts[0]?.id ?? ''))).toEqual(numbers(copy));
}
