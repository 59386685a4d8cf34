import type { Entry, Outline, Provisions, Section } from '@dingben/outline';
import fc from 'fast-check';
import { comparableOf } from './comparable-of.ts';
import { proposeEdits, type Proposal, type ProposedEdit } from './proposal.ts';

const TEXTS: Provisions = { targetGroup: '居民。', content: '服务。', standard: '', funding: '', leadAgency: '' };

function leaf(name: string, standard = ''): Entry {
  return { number: '', title: name, code: name, provisions: { ...TEXTS, standard } };
}

function service(name: string, items: readonly string[]): Entry {
  return { number: '', title: name, code: name, items: items.map((item) => leaf(item)) };
}

function outline(categories: Readonly<Record<string, readonly Entry[]>>): Outline {
  const sections = Object.entries(categories).map(([title, entries]): Section => ({
    kind: 'category',
    number: '一',
    title,
    entries,
  }));
  return { schema: 'dingben.outline/1', title: '标准', edition: '2023年版', sections };
}

/** By title, which is the code here. */
function propose(before: Outline, after: Outline): { proposal: Proposal; lines: string[] } {
  const [old, now] = [comparableOf(before), comparableOf(after)];
  const codes = old.entries.map(({ code }) => code);
  const takes = now.entries.map(({ code }) => (codes.includes(code) ? codes.indexOf(code) : null));
  const proposal = proposeEdits(old, now, takes);
  const nameOf = (index: number | null): string => (index === null ? '-' : (now.entries[index]?.title ?? '?'));
  const line = (edit: ProposedEdit): string => {
    const name = edit.kind === 'remove' ? (old.entries[edit.before]?.title ?? '?') : nameOf(edit.after);
    const place = 'place' in edit ? ` under ${nameOf(edit.place.parent)} after ${nameOf(edit.place.follows)}` : '';
    return `${edit.kind} ${name}${place}`;
  };
  return { proposal, lines: proposal.edits.map(line) };
}

describe('the edits that lead from one outline to another', () => {
  const before = outline({ 甲: [leaf('a'), leaf('b'), leaf('c')], 乙: [leaf('d'), service('s', ['s1', 's2'])] });

  test('are none where nothing differs', () => {
    expect(propose(before, before).proposal).toEqual({ edits: [], sections: [], homeless: [] });
  });

  test('revise what reads otherwise', () => {
    const after = outline({
      甲: [leaf('a'), leaf('b', '100元'), leaf('c')],
      乙: [leaf('d'), service('s', ['s1', 's2'])],
    });
    expect(propose(before, after).lines).toEqual(['revise b']);
  });

  test('move one entry that was lifted over others, not the others', () => {
    const after = outline({ 甲: [leaf('c'), leaf('a'), leaf('b')], 乙: [leaf('d'), service('s', ['s1', 's2'])] });
    expect(propose(before, after).lines).toEqual(['move c under - after -']);
  });

  test('move an entry to another section, and revise it there', () => {
    const after = outline({ 甲: [leaf('a'), leaf('c')], 乙: [leaf('d'), leaf('b', '新'), service('s', ['s1', 's2'])] });
    expect(propose(before, after).lines).toEqual(['move b under - after d', 'revise b']);
  });

  test('add entries after each other, and items under a new service', () => {
    const after = outline({
      甲: [leaf('a'), leaf('n'), leaf('m'), leaf('b'), leaf('c')],
      乙: [leaf('d'), service('s', ['s1', 's2', 's3']), service('t', ['t1', 't2'])],
    });
    expect(propose(before, after).lines).toEqual([
      'add n under - after a',
      'add m under - after n',
      'add s3 under s after s2',
      'add t under - after s',
      'add t1 under t after -',
      'add t2 under t after t1',
    ]);
  });

  test('remove a service with its items', () => {
    const after = outline({ 甲: [leaf('a'), leaf('b'), leaf('c')], 乙: [leaf('d')] });
    expect(propose(before, after).lines).toEqual(['remove s', 'remove s1', 'remove s2']);
  });

  test('follow a heading that was reworded, and say that it was', () => {
    const after = outline({ 甲: [leaf('a'), leaf('b'), leaf('c')], 丙: [leaf('d'), service('s', ['s1', 's2'])] });
    const { proposal, lines } = propose(before, after);
    expect(lines).toEqual([]);
    expect(proposal.sections).toMatchObject([
      { changes: ['retitled'], before: { title: '乙' }, after: { title: '丙' } },
    ]);
  });

  test('have no place for an entry under a new heading', () => {
    const after = outline({
      甲: [leaf('a'), leaf('b'), leaf('c')],
      乙: [leaf('d'), service('s', ['s1', 's2'])],
      丁: [leaf('n')],
    });
    expect(propose(before, after).proposal).toMatchObject({ edits: [], homeless: [7] });
  });
});

test('carrying them out gives the new order, whatever was moved, added and removed', () => {
  const names = fc.uniqueArray(fc.integer({ min: 0, max: 14 }).map(String), { maxLength: 12 });
  fc.assert(
    fc.property(names, names, names, names, (a, b, c, d) => {
      const second = b.filter((name) => !a.includes(name));
      const fourth = d.filter((name) => !c.includes(name));
      const before = outline({ 甲: a.map((name) => leaf(name)), 乙: second.map((name) => leaf(name)) });
      const after = outline({ 甲: c.map((name) => leaf(name)), 乙: fourth.map((name) => leaf(name)) });
      expect(carriedOut(before, after)).toEqual([c, fourth]);
    }),
  );
});

/** The two lists of names after moves and additions in their order, then removals. */
function carriedOut(before: Outline, after: Outline): string[][] {
  const [old, now] = [comparableOf(before), comparableOf(after)];
  const { proposal } = propose(before, after);
  const lists = new Map(
    before.sections.map(({ entries = [] }, at) => [old.sections[at]?.key, entries.map(({ title }) => title)]),
  );
  for (const edit of proposal.edits) {
    const name = edit.kind === 'remove' ? old.entries[edit.before]?.title : now.entries[edit.after]?.title;
    if (edit.kind === 'revise' || name === undefined) continue;
    for (const list of lists.values()) if (list.includes(name)) list.splice(list.indexOf(name), 1);
    if (edit.kind === 'remove') continue;
    const list = lists.get(edit.place.section) ?? [];
    const follows = edit.place.follows === null ? -1 : list.indexOf(now.entries[edit.place.follows]?.title ?? '');
    list.splice(follows + 1, 0, name);
  }
  return [...lists.values()];
}
