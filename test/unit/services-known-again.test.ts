import { comparableOf, descentKinds, proposeDescents } from '../../packages/comparison/src/index.ts';
import { leaves, type Entry, type Outline, type Provisions, type Section } from '../../packages/outline/src/index.ts';
import { read } from '../../packages/reader/src/index.ts';
import { readFileSync } from 'node:fs';

const bundled = read(readFileSync('prisma/seed/beijing-basic-public-service-standard-2023-draft.txt', 'utf8'));

/** The outline with each service put through `change`, which may give none, one or several. */
function changed(outline: Outline, change: (entry: Entry) => readonly Entry[]): Outline {
  const inside = (section: Section): Section => ({
    ...section,
    ...(section.entries && { entries: section.entries.flatMap(change) }),
    ...(section.sections && { sections: section.sections.map(inside) }),
  });
  return { ...outline, sections: outline.sections.map(inside) };
}

function textsOf({ provisions }: Entry): Provisions {
  if (provisions === undefined) throw new Error('a service with items has no texts');
  return provisions;
}

/** `kind title ← titles it came out of`, for every entry that is not simply the same. */
function told(after: Outline): string[] {
  const [known, incoming] = [comparableOf(bundled).entries, comparableOf(after).entries];
  const descents = proposeDescents(known, incoming);
  const kinds = descentKinds(descents, known, incoming);
  return descents.flatMap(({ from, takes }, index) => {
    if (kinds[index] === 'same') return [];
    const sources = from.map((at) => (known[at]?.number ?? '') + (at === takes ? '*' : ''));
    return [`${kinds[index] ?? ''} ${incoming[index]?.title ?? ''} ← ${sources.join(' ')}`];
  });
}

describe('the services of the bundled standard, in a later document', () => {
  test('are all known again in the same text', () => {
    expect(told(bundled)).toEqual([]);
    const known = comparableOf(bundled).entries;
    expect(proposeDescents(known, known).every(({ certain, takes }, index) => certain && takes === index)).toBe(true);
  });

  test('are known again although every amount and number was changed', () => {
    const raised = changed(bundled, (entry) => {
      if (entry.provisions === undefined) return [entry];
      return [
        { ...entry, provisions: { ...entry.provisions, standard: entry.provisions.standard.replace(/\d/g, '9') } },
      ];
    });
    expect(told(raised)).toEqual([]);
  });

  test('under another title are renamed', () => {
    const renamed = changed(bundled, (entry) => [
      entry.number === '12' ? { ...entry, title: `${entry.title}和支持` } : entry,
    ]);
    const title = bundledTitle('12');
    expect(told(renamed)).toEqual([`renamed ${title}和支持 ← 12*`]);
  });

  test('that became two are split', () => {
    const split = changed(bundled, (entry) => {
      if (entry.number !== '4') return [entry];
      const texts = textsOf(entry);
      const half = (text: string, at: 0 | 1): string => {
        const middle = Math.floor(text.length / 2);
        return at === 0 ? text.slice(0, middle) : text.slice(middle);
      };
      return ([0, 1] as const).map((at) => ({
        ...entry,
        title: at === 0 ? entry.title : '另行列出的服务事项',
        provisions: { ...texts, content: half(texts.content, at), standard: half(texts.standard, at) },
      }));
    });
    expect(told(split)).toEqual([`split ${bundledTitle('4')} ← 4*`, 'split 另行列出的服务事项 ← 4']);
  });

  test('that became one are merged', () => {
    const [first, second] = ['24', '25'].map((number) => leafAt(number));
    const merged = changed(bundled, (entry) => {
      if (entry.number === '25') return [];
      if (entry.number !== '24' || first === undefined || second === undefined) return [entry];
      const provisions = {
        ...textsOf(first),
        content: textsOf(first).content + textsOf(second).content,
        standard: textsOf(first).standard + textsOf(second).standard,
      };
      return [{ ...entry, provisions }];
    });
    expect(told(merged)).toEqual([`merged ${bundledTitle('24')} ← 24* 25`]);
  });

  test('are not taken for one that is new', () => {
    const added = changed(bundled, (entry) => {
      if (entry.number !== '30') return [entry];
      const provisions = {
        targetGroup: '在本市办理执业登记的内河船舶船员。',
        content: '提供水上作业防护用品和急救演练。',
        standard: '按季度配发一套，每半年组织演练两次。',
        funding: '区级财政承担支出责任。',
        leadAgency: '市水务局。',
      };
      return [entry, { number: '31', title: '内河船员防护', provisions }];
    });
    expect(told(added)).toEqual(['new 内河船员防护 ← ']);
  });

  test('are all known again after one was taken out and the rest renumbered', () => {
    let number = 0;
    const shorter = changed(bundled, (entry) => {
      if (entry.number === '10') return [];
      number++;
      return [{ ...entry, number: String(number) }];
    });
    expect(told(shorter)).toEqual([]);
  });
});

function leafAt(number: string): Entry {
  for (const { entry, path } of leaves(bundled)) if (path === number) return entry;
  throw new Error(`The bundled standard has no entry ${number} with texts.`);
}

function bundledTitle(number: string): string {
  return leafAt(number).title;
}
