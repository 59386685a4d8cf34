/** Random edit scripts on the bundled standard: a comparison names what the script did, and nothing else. */
// Over 200 lines: a script, what it does to an outline and what it is called are read side by side.
import { readFileSync } from 'node:fs';
import { comparableOf, compareOutlines, ownPlace, type ChangeKind, type Comparison } from '@dingben/comparison';
import { entries, leaves, renumber, type Entry, type Outline, type Provisions, type Section } from '@dingben/outline';
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
  | { readonly kind: 'add'; readonly service: string; readonly to: number; readonly at: number }
  | {
      readonly kind: 'split';
      readonly service: string;
      readonly into: number;
      readonly to: number;
      readonly at: number;
    }
  | { readonly kind: 'merge'; readonly service: string; readonly other: string }
  | { readonly kind: 'itemise'; readonly service: string; readonly into: number }
  | { readonly kind: 'unite'; readonly service: string }
  | { readonly kind: 'release'; readonly service: string }
  | { readonly kind: 'subordinate'; readonly service: string; readonly under: string };

/** A change of an entry, with what it became. */
type Named = ChangeKind | 'became item' | 'became service';

const place = { to: fc.nat(categories - 1), at: fc.nat(12) };
const service = fc.constantFrom(...services);
const holders = services.filter((code) => serviceOf(bundled.sections, code)?.items !== undefined);
const holder = fc.constantFrom(...holders);
const dividable = services.filter((code) => isDividable(serviceOf(bundled.sections, code)));
const long = fc.constantFrom(...dividable);
const into = fc.integer({ min: 2, max: 3 });
const kind = <K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: kind('remove', 'retitle', 'revise'), service }),
  fc.record({ kind: kind('move'), service, ...place }),
  fc.record({ kind: kind('add'), service: fc.integer({ min: 1, max: 999 }).map((n) => `N${n}`), ...place }),
  fc.record({ kind: kind('split'), service: long, into, ...place }),
  fc.record({ kind: kind('merge'), service: long, other: long }),
  fc.record({ kind: kind('itemise'), service: long, into }),
  fc.record({ kind: kind('unite'), service: holder }),
  fc.record({ kind: kind('release'), service: holder }),
  fc.record({ kind: kind('subordinate'), service: long, under: holder }),
);
const script = fc.uniqueArray(act, { minLength: 1, maxLength: 12, selector: ({ service: code }) => code });
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
console.info(`SEED=${seed}`);

test('200 scripts are each named exactly, where entries have their lasting codes', () => {
  fc.assert(
    fc.property(script, (acts) => {
      const { after, expected } = perform(acts);
      expect(named(compareOutlines(comparableOf(bundled), comparableOf(after)))).toEqual(expected);
    }),
    { numRuns: 200, seed },
  );
});

test('200 scripts are each named exactly, where the texts were only read', () => {
  fc.assert(
    fc.property(script, (acts) => {
      const { after, expected } = perform(acts);
      const comparison = compareOutlines(comparableOf(withoutCodes(bundled)), comparableOf(withoutCodes(after)));
      expect(titles(comparison)).toEqual(expectedTitles(after, expected));
    }),
    { numRuns: 200, seed },
  );
});

/** The outline after the script, and by code what the script did to each entry. */
function perform(acts: readonly Act[]): { after: Outline; expected: Record<string, Named[]> } {
  const draft = new Draft();
  for (const one of acts) if (draft.isFree(one)) draft.perform(one);
  const after = renumber({ ...bundled, sections: draft.sections });
  for (const code of renumbered(after)) draft.note(code, 'renumbered');
  return { after, expected: sorted(draft.done) };
}

/** One act a service: what became of it is then known without comparing. */
class Draft {
  sections: readonly Section[] = bundled.sections;
  readonly done = new Map<string, Named[]>();
  readonly #touched = new Set<string>();

  isFree(one: Act): boolean {
    const others = one.kind === 'merge' ? [one.other] : one.kind === 'subordinate' ? [one.under] : [];
    const codes = [one.service, ...others];
    if (new Set(codes).size < codes.length || codes.some((code) => this.#touched.has(code))) return false;
    if (one.kind === 'merge' && !areApart(this.#entry(one.service), this.#entry(one.other))) return false;
    for (const code of codes) this.#touched.add(code);
    return true;
  }

  note(code: string, ...changes: Named[]): void {
    this.done.set(code, [...(this.done.get(code) ?? []), ...changes]);
  }

  perform(one: Act): void {
    if (one.kind === 'add') this.#add(one.service, one, newEntry(one.service), 'added');
    else if (one.kind === 'merge') this.#merge(one.service, one.other);
    else if (one.kind === 'split') this.#split(one, this.#entry(one.service));
    else if (one.kind === 'itemise') this.#itemise(this.#entry(one.service), one.into);
    else if (one.kind === 'subordinate') this.#subordinate(this.#entry(one.service), one.under);
    else if (one.kind === 'unite' || one.kind === 'release') this.#dissolve(one.kind, this.#entry(one.service));
    else this.#change(one, this.#entry(one.service));
  }

  #change(one: Extract<Act, { kind: 'remove' | 'retitle' | 'revise' | 'move' }>, entry: Entry): void {
    const { service: code } = one;
    if (one.kind === 'retitle') {
      this.sections = changed(this.sections, code, (old) => ({ ...old, title: `${old.title}工作` }));
      this.note(code, 'retitled');
    } else if (one.kind === 'revise') {
      this.sections = changed(this.sections, code, revised);
      for (const leaf of leafCodes(entry)) this.note(leaf, 'amended');
    } else {
      const home = categoriesOf(this).findIndex((category) => hasService(category, code));
      if (one.kind === 'move' && one.to === home) return;
      this.sections = without(this.sections, code);
      if (one.kind === 'move') this.sections = put(this.sections, one.to, one.at, entry);
      for (const leaf of leafCodes(entry)) this.note(leaf, one.kind === 'move' ? 'moved' : 'removed');
    }
  }

  #add(code: string, { to, at }: { readonly to: number; readonly at: number }, entry: Entry, change: Named): void {
    this.sections = put(this.sections, to, at, entry);
    this.note(code, change);
  }

  /** The service keeps its first part; the others are services of their own, anywhere. */
  #split(one: Extract<Act, { kind: 'split' }>, entry: Entry): void {
    const [first, ...rest] = partsOf(entry, one.into);
    this.sections = changed(this.sections, one.service, (old) => ({
      ...old,
      ...first,
      code: codeOf(old),
      title: old.title,
    }));
    this.note(one.service, 'split');
    for (const part of rest) this.#add(codeOf(part), one, part, 'split');
  }

  #merge(code: string, other: string): void {
    const gone = this.#entry(other);
    this.sections = without(
      changed(this.sections, code, (old) => united([old, gone], old)),
      other,
    );
    for (const each of [code, other]) this.note(each, 'merged');
  }

  /** A service whose parts are its items now: it has no text of its own left. */
  #itemise(entry: Entry, count: number): void {
    const items = partsOf(entry, count);
    const { number, title } = entry;
    this.sections = changed(this.sections, codeOf(entry), (old) => ({ number, title, code: codeOf(old), items }));
    for (const item of items) this.note(codeOf(item), 'split', 'became item');
  }

  /** A service with items becomes one text, or its items become services where it stood. */
  #dissolve(kind: 'unite' | 'release', entry: Entry): void {
    const items = entry.items ?? [];
    const kept = kind === 'unite' ? [united(items, entry)] : items;
    this.sections = mapLists(this.sections, (old) => old.flatMap((each) => (each.code === entry.code ? kept : [each])));
    for (const item of items) this.note(codeOf(item), kind === 'unite' ? 'merged' : 'moved', 'became service');
  }

  #subordinate(entry: Entry, under: string): void {
    const placed = without(this.sections, codeOf(entry));
    this.sections = changed(placed, under, (old) => ({ ...old, items: [...(old.items ?? []), entry] }));
    this.note(codeOf(entry), 'moved', 'became item');
  }

  #entry(code: string): Entry {
    const found = serviceOf(this.sections, code);
    if (found === undefined) throw new Error(`no service ${code}`);
    return found;
  }
}

/** The texts of services or items after one another. */
function united(parts: readonly Entry[], { number, title, code }: Entry): Entry {
  const texts = parts.map(textsOf);
  const joined = (key: 'content' | 'standard'): string => texts.map((each) => each[key]).join('');
  const [first] = texts;
  if (first === undefined || code === undefined) throw new Error('nothing to unite');
  return { number, title, code, provisions: { ...first, content: joined('content'), standard: joined('standard') } };
}

/** An entry's 服务内容 and 服务标准 cut into so many parts, wherever the cut falls. */
function partsOf(entry: Entry, count: number): Entry[] {
  const texts = textsOf(entry);
  return Array.from({ length: count }, (_, at): Entry => {
    const cut = (text: string): string =>
      text.slice(Math.round((at * text.length) / count), Math.round(((at + 1) * text.length) / count));
    const provisions = { ...texts, content: cut(texts.content), standard: cut(texts.standard) };
    return { number: '', code: `${codeOf(entry)}p${at}`, title: `${entry.title}第${at + 1}部分`, provisions };
  });
}

function textsOf({ provisions }: Entry): Provisions {
  if (provisions === undefined) throw new Error('a service with items has no texts');
  return provisions;
}

function runsOf(entry: Entry | undefined): Set<string> {
  const text = entry?.provisions === undefined ? '' : entry.provisions.content + entry.provisions.standard;
  return new Set(Array.from({ length: Math.max(0, text.length - 3) }, (_, at) => text.slice(at, at + 4)));
}

/** Too short a text says nothing when it is cut. */
function isDividable(entry: Entry | undefined): boolean {
  return runsOf(entry).size >= 90;
}

/** Two services that say nearly the same leave no trace when they are merged. */
function areApart(one: Entry, other: Entry): boolean {
  const [a, b] = [runsOf(one), runsOf(other)];
  return a.intersection(b).size < Math.min(a.size, b.size) / 2;
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

function named(comparison: Comparison): Record<string, Named[]> {
  return sorted(comparison.entries.map((entry) => [ownPlace(entry)?.code ?? '', namesOf(entry)]));
}

function titles(comparison: Comparison): string[] {
  return comparison.entries.map((entry) => line(ownPlace(entry)?.title, namesOf(entry))).sort();
}

function namesOf({ changes, became }: Comparison['entries'][number]): Named[] {
  return [...changes, ...(became === undefined ? [] : [`became ${became}` as const])];
}

function expectedTitles(after: Outline, expected: Readonly<Record<string, readonly Named[]>>): string[] {
  const title = new Map(
    [bundled, after].flatMap((side) => [...entries(side)].map(({ entry }) => [codeOf(entry), entry.title])),
  );
  return Object.entries(expected)
    .map(([code, changes]) => line(title.get(code), changes))
    .sort();
}

function line(title: string | undefined, changes: readonly Named[]): string {
  return `${title ?? ''}: ${[...changes].sort().join(' ')}`;
}

function sorted(changes: Iterable<readonly [string, Named[]]>): Record<string, Named[]> {
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
