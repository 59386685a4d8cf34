/** Random edit scripts on the bundled standard: a comparison names what the script did, and nothing else. */
import { readFileSync } from 'node:fs';
import { comparableOf, compareOutlines, type ChangeKind, type Comparison } from '@dingben/comparison';
import { entries, leaves, renumber, type Entry, type Outline, type Section } from '@dingben/outline';
import { read, type KnownHeading } from '@dingben/reader';
import fc from 'fast-check';

const folder = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
// The bundled data: that it has this form is what the tests of the reader rest on.
const { headings } = JSON.parse(readFileSync(`${folder}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
const bundled = withCodes(read(readFileSync(`${folder}.txt`, 'utf8'), { knownHeadings: headings }));
const services = [...entries(bundled)].filter(({ depth }) => depth === 0).map(({ entry }) => codeOf(entry));
const categories = categoriesOf(bundled).length;

/** What a person does to the draft; `at` and `to` are places, taken modulo what there is. */
type Act =
  | { readonly kind: 'remove' | 'retitle' | 'revise'; readonly service: string }
  | { readonly kind: 'move'; readonly service: string; readonly to: number; readonly at: number }
  | { readonly kind: 'add'; readonly service: string; readonly to: number; readonly at: number };

const place = { to: fc.nat(categories - 1), at: fc.nat(12) };
const service = fc.constantFrom(...services);
const script = fc
  .uniqueArray(
    fc.oneof(
      fc.record({ kind: fc.constantFrom('remove' as const, 'retitle' as const, 'revise' as const), service }),
      fc.record({ kind: fc.constant('move' as const), service, ...place }),
      fc.record({
        kind: fc.constant('add' as const),
        service: fc.integer({ min: 1, max: 999 }).map((n) => `N${n}`),
        ...place,
      }),
    ),
    { minLength: 1, maxLength: 12, selector: (act) => act.service },
  )
  .map((acts): Act[] => acts);

test('200 scripts are each named exactly, where entries have their lasting codes', () => {
  fc.assert(
    fc.property(script, (acts) => {
      const { after, expected } = perform(acts);
      expect(named(compareOutlines(comparableOf(bundled), comparableOf(after)))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('200 scripts are each named exactly, where the texts were only read', () => {
  fc.assert(
    fc.property(script, (acts) => {
      const { after, expected } = perform(acts);
      const comparison = compareOutlines(comparableOf(withoutCodes(bundled)), comparableOf(withoutCodes(after)));
      expect(titles(comparison)).toEqual(expectedTitles(after, expected));
    }),
    { numRuns: 200 },
  );
});

/** The outline after the script, and by code what the script did to each entry. */
function perform(acts: readonly Act[]): { after: Outline; expected: Record<string, ChangeKind[]> } {
  let sections = bundled.sections;
  const done = new Map<string, ChangeKind[]>();
  const note = (code: string, change: ChangeKind): unknown => done.set(code, [...(done.get(code) ?? []), change]);
  for (const act of acts) {
    const home = categoriesOf({ sections }).findIndex((category) => hasService(category, act.service));
    const entry = serviceOf(sections, act.service);
    if (act.kind === 'add') {
      sections = put(sections, act.to, act.at, newEntry(act.service));
      note(act.service, 'added');
    } else if (entry === undefined || (act.kind === 'move' && act.to === home)) {
      continue;
    } else if (act.kind === 'remove' || act.kind === 'move') {
      sections = without(sections, act.service);
      if (act.kind === 'move') sections = put(sections, act.to, act.at, entry);
      const change = act.kind === 'remove' ? 'removed' : 'moved';
      for (const code of leafCodes(entry)) note(code, change);
    } else if (act.kind === 'retitle') {
      sections = changed(sections, act.service, (old) => ({ ...old, title: `${old.title}工作` }));
      note(act.service, 'retitled');
    } else {
      sections = changed(sections, act.service, revised);
      for (const code of leafCodes(entry)) note(code, 'amended');
    }
  }
  const after = renumber({ ...bundled, sections });
  for (const code of renumbered(after)) note(code, 'renumbered');
  return { after, expected: sorted(done) };
}

function revised(entry: Entry): Entry {
  const { provisions, items } = entry;
  if (items !== undefined) return { ...entry, items: items.map(revised) };
  return provisions === undefined
    ? entry
    : { ...entry, provisions: { ...provisions, content: `${provisions.content}每年评估1次。` } };
}

/** Entries on both sides whose printed number differs. */
function renumbered(after: Outline): string[] {
  const before = new Map([...leaves(bundled)].map(({ entry, path }) => [codeOf(entry), path]));
  return [...leaves(after)].flatMap(({ entry, path }) => {
    const old = before.get(codeOf(entry));
    return old !== undefined && old !== path ? [codeOf(entry)] : [];
  });
}

function named(comparison: Comparison): Record<string, ChangeKind[]> {
  return sorted(comparison.entries.map(({ before, after, changes }) => [(after ?? before)?.code ?? '', [...changes]]));
}

function titles(comparison: Comparison): string[] {
  return comparison.entries.map(({ before, after, changes }) => line((after ?? before)?.title, changes)).sort();
}

function expectedTitles(after: Outline, expected: Readonly<Record<string, readonly ChangeKind[]>>): string[] {
  const title = new Map(
    [bundled, after].flatMap((side) => [...entries(side)].map(({ entry }) => [codeOf(entry), entry.title])),
  );
  return Object.entries(expected)
    .map(([code, changes]) => line(title.get(code), changes))
    .sort();
}

function line(title: string | undefined, changes: readonly ChangeKind[]): string {
  return `${title ?? ''}: ${[...changes].sort().join(' ')}`;
}

function sorted(changes: Iterable<readonly [string, ChangeKind[]]>): Record<string, ChangeKind[]> {
  return Object.fromEntries([...changes].map(([code, list]) => [code, [...list].sort()]));
}

function newEntry(code: string): Entry {
  const text = (what: string): string => `${what}${code}，由有关单位另行规定。`;
  return {
    number: '',
    code,
    title: `第${code}项新设服务`,
    provisions: {
      targetGroup: text('面向对象'),
      content: text('提供内容'),
      standard: text('达到标准'),
      funding: text('支出办法'),
      leadAgency: text('负责单位'),
    },
  };
}

function withCodes(outline: Outline): Outline {
  let count = 0;
  return mapEntries(outline, (entry) => {
    const code = `S${++count}`;
    return {
      ...entry,
      code,
      ...(entry.items && { items: entry.items.map((item, at) => ({ ...item, code: `${code}-${at}` })) }),
    };
  });
}

function withoutCodes(outline: Outline): Outline {
  const bare = ({ number, title, provisions, items }: Entry): Entry => ({
    number,
    title,
    ...(provisions && { provisions }),
    ...(items && { items: items.map(bare) }),
  });
  return mapEntries(outline, bare);
}

function mapEntries(outline: Outline, change: (entry: Entry) => Entry): Outline {
  return { ...outline, sections: mapLists(outline.sections, (list) => list.map(change)) };
}

/** Each category's list of services, changed. */
function mapLists(list: readonly Section[], change: (entries: readonly Entry[]) => readonly Entry[]): Section[] {
  return list.map((section) => ({
    ...section,
    ...(section.sections && { sections: mapLists(section.sections, change) }),
    ...(section.entries && { entries: change(section.entries) }),
  }));
}

function put(list: readonly Section[], to: number, at: number, entry: Entry): Section[] {
  let index = 0;
  return mapLists(list, (old) => (index++ === to ? old.toSpliced(Math.min(at, old.length), 0, entry) : old));
}

function without(list: readonly Section[], code: string): Section[] {
  return mapLists(list, (old) => old.filter((entry) => entry.code !== code));
}

function changed(list: readonly Section[], code: string, change: (entry: Entry) => Entry): Section[] {
  return mapLists(list, (old) => old.map((entry) => (entry.code === code ? change(entry) : entry)));
}

function categoriesOf({ sections }: Pick<Outline, 'sections'>): Section[] {
  return sections.flatMap((section) => [
    ...(section.entries ? [section] : []),
    ...categoriesOf({ sections: section.sections ?? [] }),
  ]);
}

function hasService(category: Section, code: string): boolean {
  return category.entries?.some((entry) => entry.code === code) ?? false;
}

function serviceOf(list: readonly Section[], code: string): Entry | undefined {
  return categoriesOf({ sections: list })
    .flatMap(({ entries: own = [] }) => own)
    .find((entry) => entry.code === code);
}

function leafCodes(entry: Entry): string[] {
  return entry.items?.map(codeOf) ?? [codeOf(entry)];
}

function codeOf({ code }: Entry): string {
  if (code === undefined) throw new Error('an entry without a code');
  return code;
}
