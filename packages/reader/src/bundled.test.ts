import { readFileSync } from 'node:fs';
import { PROVISION_KEYS, PROVISION_LABELS, entries, leaves, sections } from '@dingben/outline';
import { accountFor, read, type KnownHeading } from './index.ts';

const folder = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
const source = readFileSync(`${folder}.txt`, 'utf8');
// The bundled data: that it has this form is what the tests below rest on.
const data = JSON.parse(readFileSync(`${folder}.headings.json`, 'utf8')) as { title: string; headings: KnownHeading[] };
const outline = read(source, { knownHeadings: data.headings });
const findings = outline.findings ?? [];

describe('the bundled standard', () => {
  test('has 9 chapters, 22 categories, 89 services and 93 leaf entries, numbered without a gap', () => {
    const headings = [...sections(outline)].map((at) => at.section);
    const services = [...entries(outline)].filter((at) => at.depth === 0);
    expect(
      headings
        .filter((section) => section.kind === 'chapter')
        .map((section) => section.number)
        .join(''),
    ).toBe('一二三四五六七八九');
    expect(headings.filter((section) => section.kind === 'category')).toHaveLength(22);
    expect(services.map((at) => at.path)).toEqual(Array.from({ length: 89 }, (_, index) => String(index + 1)));
    expect([...leaves(outline)]).toHaveLength(93);
    expect(services.filter((at) => at.entry.items).map((at) => [at.path, at.entry.items?.length])).toEqual([
      ['16', 2],
      ['53', 3],
      ['64', 2],
    ]);
    expect([outline.title, outline.edition]).toEqual([data.title, '2023年版（征求意见稿）']);
  });

  test('each of the 465 provisions is what stands behind a label in the source, to the character', () => {
    // Independent of the reader: the source's own lines, label by label, in their order.
    const labels = [...Object.values(PROVISION_LABELS), '牵头责任单位'];
    const expected = source.split('\n').flatMap((line) => {
      const bare = line.replace('[bookmark: _GoBack]', '');
      const label = labels.find((each) => bare.startsWith(`${each}：`));
      return label === undefined ? [] : [bare.slice(label.length + 1).replace(/ $/, '')];
    });
    const found = [...leaves(outline)].flatMap((at) => PROVISION_KEYS.map((key) => at.provisions[key]));
    expect(found).toHaveLength(465);
    expect(found).toEqual(expected);
  });

  test('the 23 lost headings are restored where they stood, each with a finding', () => {
    const restored = [...sections(outline)].filter((at) => at.section.restored);
    const lost = findings.filter((finding) => finding.code === 'reader.heading-lost');
    expect([restored.filter((at) => at.section.kind === 'chapter').length, restored.length]).toEqual([6, 23]);
    expect(lost).toHaveLength(23);
    expect(lost[0]).toEqual({
      code: 'reader.heading-lost',
      severity: 'warning',
      entry: '1',
      line: 2,
      fix: '一、幼有所育',
      params: { kind: 'chapter', number: '一' },
    });
    const first = [...entries(outline)].map((at) => [at.path, at.sections.map((section) => section.title).join('/')]);
    expect(first).toEqual(
      expect.arrayContaining([
        ['1', '幼有所育/优孕优生服务'],
        ['12', '幼有所育/儿童关爱服务'],
        ['13', '学有所教/学前教育助学服务'],
        ['59', '住有所居/公租房服务'],
        ['89', '文体服务保障/公共体育服务'],
      ]),
    );
  });

  test('without known headings says what the numbers and blanks tell, and makes up no title', () => {
    const plain = read(source);
    const lost = (plain.findings ?? []).filter((finding) => finding.code === 'reader.heading-lost');
    expect(
      [...sections(plain)].filter((at) => at.section.title === '').map((at) => at.section.kind + at.section.number),
    ).toEqual(['chapter一', 'category四', 'category五', 'category七']);
    expect(lost.filter((finding) => finding.params === undefined).map((finding) => finding.entry)).toEqual([
      '32',
      '34',
      '50',
      '52',
      '54',
      '57',
      '59',
      '60',
      '62',
      '67',
      '69',
      '77',
      '81',
      '88',
    ]);
    expect(lost.every((finding) => finding.fix === undefined)).toBe(true);
  });

  test('the wrong label of entry 49 is a finding with its fix, and the provision is kept', () => {
    expect(findings.filter((finding) => finding.code === 'reader.label-variant')).toEqual([
      {
        code: 'reader.label-variant',
        severity: 'warning',
        entry: '49',
        provision: 'leadAgency',
        line: 308,
        start: 0,
        end: 6,
        found: '牵头责任单位',
        fix: '牵头负责单位',
      },
    ]);
    expect([...leaves(outline)].find((at) => at.path === '49')?.provisions.leadAgency).toBe('市卫生健康委。');
  });

  test('has every character in the outline or in a finding', () => {
    const { lost, ...characters } = accountFor(source, outline);
    expect([lost, characters]).toEqual([[], { input: 27473, inOutline: 27135, inFindings: 338 }]);
    expect(source.replace(/\s/g, '')).toHaveLength(27473);
  });

  test('has no finding of another kind, and none that bars publication', () => {
    const codes = new Set(findings.map((finding) => finding.code));
    expect([...codes].sort()).toEqual([
      'reader.artefact',
      'reader.heading-lost',
      'reader.label-variant',
      'reader.paragraph-edge-blank',
    ]);
    expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });
});
