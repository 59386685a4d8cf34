import { readdirSync } from 'node:fs';
import type { Entry, Finding, Outline, Provisions } from '@dingben/outline';
import { proofreadingFixture, type Case, type Marked } from '../../support/proofreading-fixtures.ts';
import { PROOFREADING_CODES, applyFixes, proofreadOutline } from '@dingben/proofreading';
import { RULES } from '../../../packages/proofreading/src/rules.ts';

const PREFIX = 'proofreading.';
/** Of headings, which no fixture has: `numbering.test.ts`. */
const ELSEWHERE = ['proofreading.heading-empty'];
const NUMBERING = ['number-gap', 'number-doubled', 'entry-title-doubled'];
/** A case in one line. */
const titled = (cases: readonly Case[]) => cases.map((each) => [each.source.replaceAll('\n', ' / '), each] as const);
const names = PROOFREADING_CODES.filter((code) => !ELSEWHERE.includes(code)).map((code) => code.slice(PREFIX.length));

/** Services in the order of the case, an item within its service; texts that a case does not give are not there at all. */
function outlineOf({ entries }: Case): Pick<Outline, 'sections'> {
  const services: (Entry & { items?: Entry[] })[] = [];
  for (const { path, texts } of entries) {
    const [service = path, item] = path.replace('）', '').split('（');
    // A leaf of some texts only, as a person types it.
    const provisions = Object.fromEntries([...texts].filter(([key]) => key !== 'title')) as unknown as Provisions;
    const leaf = { title: texts.get('title') ?? '某项服务', ...(Object.keys(provisions).length > 0 && { provisions }) };
    const last = services.at(-1);
    if (item === undefined) services.push({ number: service, ...leaf });
    else if (last?.number === service && last.items !== undefined) last.items.push({ number: item, ...leaf });
    else if (last?.number === service) last.items = [{ number: item, ...leaf }];
    else services.push({ number: service, title: '某项服务', items: [{ number: item, ...leaf }] });
  }
  return { sections: [{ kind: 'category', number: '一', title: '某类', entries: services }] };
}

/** The paths in a case are those of a real edition, with gaps, unless the numbers are what it is about. */
function findingsOf(each: Case, name: string): Finding[] {
  const found = proofreadOutline(outlineOf(each), each.facts);
  return NUMBERING.includes(name) ? found : found.filter(({ code }) => !NUMBERING.includes(code.slice(PREFIX.length)));
}

function asMarked({ entry = '', provision, start = 0, end = 0, found = '', fix }: Finding): Marked {
  return { entry, place: provision ?? 'title', start, end, found, ...(fix !== undefined && { fix }) };
}

test('every rule has a file of texts, and every file a rule', () => {
  const files = readdirSync('test/fixtures/proofreading').filter(
    (file) => file.endsWith('.txt') && file !== 'mends.txt',
  );
  expect(files.sort()).toEqual(names.map((name) => `${name}.txt`).sort());
});

test('no two rules have one code', () => {
  expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length);
});

describe.each(names)('%s', (name) => {
  const { fires, silent } = proofreadingFixture(name);

  test('has at least three texts on either side', () => {
    expect(Math.min(fires.length, silent.length)).toBeGreaterThanOrEqual(3);
  });

  test.each(titled(fires))('finds what is marked in %s', (_, each) => {
    const found = findingsOf(each, name).filter(({ code }) => code === PREFIX + name);
    if (NUMBERING.includes(name))
      expect(found.map(({ entry }) => entry)).toEqual(each.marked.map(({ entry }) => entry));
    else expect(found.map(asMarked)).toEqual(each.marked);
  });

  test.each(titled(silent))('and nothing in %s', (_, each) => {
    expect(each.marked).toEqual([]);
    expect(findingsOf(each, name)).toEqual([]);
  });

  test.each(titled(fires))('once repaired is no longer found in %s', (_, each) => {
    const found = findingsOf(each, name).filter(({ code }) => code === PREFIX + name);
    const repaired: Case = {
      ...each,
      entries: each.entries.map(({ path, texts }) => ({
        path,
        texts: new Map(
          [...texts].map(([key, text]) => {
            const here = found.filter(({ entry, provision = 'title' }) => entry === path && provision === key);
            return [key, applyFixes(text, here)];
          }),
        ),
      })),
    };
    const left = findingsOf(repaired, name).filter(({ code }) => code === PREFIX + name);
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(left).toHaveLength(found.filter(({ fix }) => fix === undefined).length);
  });
});
