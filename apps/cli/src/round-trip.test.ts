import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PROVISION_KEYS, renumber, type Entry, type Outline, type Provisions } from '@dingben/outline';
import { read, readJson, type KnownHeading } from '@dingben/reader';
import { withCitations } from '@dingben/references';
import { normalisations, writeJson, writeText } from '@dingben/writer';

const folder = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
const source = readFileSync(`${folder}.txt`, 'utf8');
// The bundled data, whose form the tests of the reader hold.
const { headings } = JSON.parse(readFileSync(`${folder}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
const outline = read(source, { knownHeadings: headings });
const written = writeText(outline);
const { findings = [], ...content } = outline;

describe('the text of the bundled standard', () => {
  test('reads back as the same outline, restored headings included, with nothing left to find', () => {
    expect(read(written, { knownHeadings: headings })).toEqual({ ...content, findings: [] });
  });

  test('reads and writes back unchanged without known headings, too', () => {
    expect(writeText(read(written))).toBe(written);
    const plain = writeText(read(source));
    expect(writeText(read(plain))).toBe(plain);
  });

  test('differs from the source in normalisations that are known one by one', () => {
    const counts = new Map<string, number>();
    for (const { kind } of normalisations(source, written)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ artefact: 17, 'edge-blank': 32, 'restored-heading': 23, label: 1 });
    expect(normalisations(source, written).find((each) => each.kind === 'label')).toEqual({
      kind: 'label',
      line: 308,
      before: '牵头责任单位',
      after: '牵头负责单位',
    });
  });

  test('becomes the source again, byte for byte, when the findings are undone', () => {
    const restored = new Set(
      findings.filter((finding) => finding.code === 'reader.heading-lost').map(({ fix }) => fix),
    );
    const lines = written.split('\n').filter((line) => !restored.has(line));
    expect(lines.map((text, index) => undo(text, index + 1)).join('\n')).toBe(source);
  });

  function undo(text: string, line: number): string {
    return findings
      .filter((finding) => finding.line === line && finding.start !== undefined)
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
      .reduce(
        (rest, { start = 0, found = '', fix = '' }) => rest.slice(0, start) + found + rest.slice(start + fix.length),
        text,
      );
  }
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '一、',
      '（一）',
      '(三)',
      '十二、',
      '1.',
      '2.',
      '１３、',
      '（1）',
      '（2）',
      '服务对象：',
      '服务内容：',
      '服务标准:',
      '支出责任：',
    ],
    ...[
      '牵头负责单位：',
      '牵头责任单位：',
      '服务对象',
      '\n',
      '\n',
      '\n',
      '\r\n',
      ' ',
      '\u3000',
      '。',
      '：',
      '[bookmark: _Toc1]',
      '[bookmark:',
      '（2025年版）',
    ],
    ...['甲', '乙', 'x', '《', '》', '\u200b', '\ufeff', '\ud800', '0', '99999999999999999999'],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test('is read without failing, and every character of it is in the outline or in a finding', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read1 = read(text);
        const kept = count(writeText(read1) + (read1.findings ?? []).map((finding) => finding.found ?? '').join(''));
        for (const [char, times] of count(text)) {
          if (char === '\n' || char === '\r') continue;
          expect([char, (kept.get(char) ?? 0) >= times]).toEqual([char, true]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('gives an outline that its JSON form carries without loss', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read1 = read(text);
        expect(readJson(writeJson(read1))).toEqual({ ok: true, value: read1 });
      }),
    );
  });

  function count(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (let at = 0; at < text.length; at++) counts.set(text.charAt(at), (counts.get(text.charAt(at)) ?? 0) + 1);
    return counts;
  }
});

describe('any outline in the official form', () => {
  const sentence = fc.string({
    minLength: 1,
    maxLength: 20,
    unit: fc.constantFrom(...'甲乙丙每人月260元、，（）《》〔〕第号 '.split('')),
  });
  const text = sentence.map((each) => `为${each}止`);
  const provisions: fc.Arbitrary<Provisions> = fc.record({
    targetGroup: text,
    content: text,
    standard: text,
    funding: text,
    leadAgency: text,
  });
  const leaf: fc.Arbitrary<Entry> = fc.record({ number: fc.constant('1'), title: text, provisions });
  const service = fc.oneof(
    leaf,
    fc.record({ number: fc.constant('1'), title: text, items: fc.array(leaf, { minLength: 1, maxLength: 3 }) }),
  );
  const category = fc.record({
    kind: fc.constant('category' as const),
    number: fc.constant('一'),
    title: text,
    entries: fc.array(service, { minLength: 1, maxLength: 3 }),
  });
  const chapter = fc.record({
    kind: fc.constant('chapter' as const),
    number: fc.constant('一'),
    title: text,
    sections: fc.array(category, { minLength: 1, maxLength: 3 }),
  });
  const outlines: fc.Arbitrary<Outline> = fc
    .array(chapter, { minLength: 1, maxLength: 4 })
    .map((sections) =>
      renumber({ schema: 'dingben.outline/1', title: '某标准（2025年版）', edition: '2025年版', sections }),
    );

  test('survives writing and reading', () => {
    fc.assert(fc.property(outlines, (each) => expect(read(writeText(each))).toEqual({ ...each, findings: [] })));
  });
});

describe('the JSON form', () => {
  test('reads back as the same outline, citations and findings included', () => {
    const full = withCitations(outline);
    expect(readJson(writeJson(full))).toEqual({ ok: true, value: full });
  });

  test('does not depend on the order of keys', () => {
    const reversed = (_key: string, value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value;
    // The same outline, its keys in another order.
    expect(writeJson(JSON.parse(JSON.stringify(outline), reversed) as Outline)).toBe(writeJson(outline));
  });

  test.each([
    ['{', 'document.json-invalid', undefined],
    ['[]', 'document.json-shape', '$.schema'],
    ['{"schema":"dingben.outline/1","title":"","edition":""}', 'document.json-shape', '$.sections'],
    [changed('sections.0.kind', 'part'), 'document.json-shape', '$.sections[0].kind'],
    [
      changed('sections.0.sections.0.entries.0.provisions.funding', 1),
      'document.json-shape',
      '$.sections[0].sections[0].entries[0].provisions.funding',
    ],
    [
      changed('sections.0.sections.0.entries.0.items', []),
      'document.json-shape',
      '$.sections[0].sections[0].entries[0].provisions',
    ],
  ])('refuses %#', (text, code, path) => {
    expect(readJson(text)).toEqual({ ok: false, problem: { code, ...(path !== undefined && { params: { path } }) } });
  });

  function changed(path: string, value: unknown): string {
    const copy: unknown = structuredClone(content);
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    // A walk into a copy of known data: every step but the last is an object.
    const target = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy) as Record<
      string,
      unknown
    >;
    target[last] = value;
    return JSON.stringify(copy);
  }

  test('has every provision in its order', () => {
    const first = content.sections[0]?.sections?.[0]?.entries?.[0]?.provisions;
    expect(Object.keys(first ?? {})).toEqual([...PROVISION_KEYS]);
  });
});
