import { readFileSync } from 'node:fs';
import { comparableOf, compareOutlines } from '@dingben/comparison';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import type { Entry, Outline } from '@dingben/outline';
import { extractText } from 'unpdf';
import { writeTableDocx } from '../docx/index.ts';
import {
  changedParts,
  comparisonTable,
  namedParts,
  partsWithoutReason,
  writeTableHtml,
  type ComparisonTable,
} from '../index.ts';
import { writeTablePdf } from '../pdf/index.ts';
import { writeTableXlsx } from '../xlsx/index.ts';

function entry(number: string, title: string, standard: string, targetGroup = '居民。'): Entry {
  return { number, title, provisions: { targetGroup, content: '', standard, funding: '', leadAgency: '市民政局。' } };
}

function outlineOf(edition: string, first: readonly Entry[], second: readonly Entry[], heading = '甲类'): Outline {
  return {
    schema: 'dingben.outline/1',
    title: `某标准（${edition}）`,
    edition,
    sections: [
      { kind: 'category', number: '一', title: heading, entries: first },
      { kind: 'category', number: '二', title: '乙类', entries: second },
    ],
  };
}

const before = outlineOf(
  '2023年版',
  [entry('1', '补贴', '每人每月2650元。'), entry('2', '机构养老', '<旧>。', '老年人。'), entry('3', '不动', '不变。')],
  [entry('4', '筛查', '甲。\n乙。'), entry('5', '接种', '丙。')],
);
const after = outlineOf(
  '2025年版',
  [entry('1', '补贴', '每人每月2800元。'), entry('2', '不动', '不变。'), entry('3', '接种', '丙。')],
  [entry('4', '癌症筛查', '甲。\n丁。'), entry('5', '辅具适配', '依《某法》（京政发〔2024〕2号）。', '残疾儿童。')],
);
const comparison = compareOutlines(comparableOf(before), comparableOf(after));
const outlines = { before, after };
const parts = changedParts(comparison, outlines);
const reasons = new Map(parts.map(({ key }) => [key, { reason: `理由${key}`, ...(key === '1' && { basis: '依据' }) }]));

function table(): ComparisonTable {
  const result = comparisonTable(comparison, outlines, reasons);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** The columns of each row as plain text: what every format has to show. */
const SHOWN = [
  ['1', '1.补贴', '服务标准：每人每月2650元。', '服务标准：每人每月2800元。', '理由1', '依据'],
  ['2', '3.接种（原5）', '位置：（二）乙类第5项', '位置：（一）甲类第3项', '理由3', ''],
  ['3', '4.癌症筛查', '名称：筛查\n服务标准：甲。\n乙。', '名称：癌症筛查\n服务标准：甲。\n丁。', '理由4', ''],
  [
    ...['4', '5.辅具适配（新增）', '（无）'],
    ...['服务对象：残疾儿童。\n服务标准：依《某法》（京政发〔2024〕2号）。\n牵头负责单位：市民政局。'],
    ...['理由5', '《某法》（京政发〔2024〕2号）'],
  ],
  [
    '5',
    '2.机构养老（取消）',
    '服务对象：老年人。\n服务标准：<旧>。\n牵头负责单位：市民政局。',
    '（无）',
    '理由原2',
    '',
  ],
];
const HEADINGS = ['序号', '条目', '原文', '修改后', '修改理由', '依据'];
const inOrder = (rows: readonly (readonly string[])[]): string[] => rows.map((row) => row.slice(1).join('|')).sort();

describe('comparisonTable', () => {
  test('says of each part only what changed, and leaves out what only has another number', () => {
    expect(parts.map(({ key, name }) => [key, name]).sort()).toEqual([
      ['1', '1.补贴'],
      ['3', '3.接种（原5）'],
      ['4', '4.癌症筛查'],
      ['5', '5.辅具适配（新增）'],
      ['原2', '2.机构养老（取消）'],
    ]);
    expect(table().title).toBe('某标准修订对照表');
  });

  test('names every row whose reason is missing or blank', () => {
    const some = new Map([...reasons].filter(([key]) => key !== '1')).set('4', { reason: ' \n' });
    expect(comparisonTable(comparison, outlines, some)).toEqual({
      ok: false,
      problem: { code: 'comparison-table.reason-missing', params: { rows: '1.补贴、4.癌症筛查', count: 2 } },
    });
  });

  test('names its rows without their texts as it does with them', () => {
    expect(namedParts(comparison).map(({ key, name }) => [key, name])).toEqual(
      parts.map(({ key, name }) => [key, name]),
    );
    const one = new Map([...reasons].filter(([key]) => key !== '原2'));
    expect(partsWithoutReason(comparison, one).map(({ name, entry }) => [name, entry?.before?.number])).toEqual([
      ['2.机构养老（取消）', '2'],
    ]);
  });

  test('has a row for a heading that is reworded', () => {
    const other = {
      before,
      after: outlineOf('2025年版', before.sections[0]?.entries ?? [], before.sections[1]?.entries ?? [], '丙类'),
    };
    const reworded = changedParts(compareOutlines(comparableOf(before), comparableOf(other.after)), other);
    expect(reworded.map(({ key, changes }) => [key, changes.map(({ label }) => label)])).toEqual([
      ['（一）丙类', ['类名']],
    ]);
  });

  test('takes the lasting code for the key where there is one', () => {
    const coded = (outline: Outline): Outline => ({
      ...outline,
      sections: outline.sections.map((section) => ({
        ...section,
        entries: (section.entries ?? []).map((each) => ({ ...each, code: `S-${each.title}` })),
      })),
    });
    const both = { before: coded(before), after: coded(after) };
    const keys = changedParts(compareOutlines(comparableOf(both.before), comparableOf(both.after)), both).map(
      ({ key }) => key,
    );
    expect(keys).toContain('S-补贴');
  });
});

describe('the table as HTML', () => {
  const html = writeTableHtml(table());

  test('has its cells under their headings', () => {
    const rows = [...html.matchAll(/<tr id="row-\d+">(.*?)<\/tr>/gs)].map(([, row = '']) =>
      row
        .split('</td>')
        .slice(0, -1)
        .map((cell) => plain(cell)),
    );
    expect(inOrder(rows)).toEqual(inOrder(SHOWN));
    expect(html).toContain(HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join(''));
  });

  test('marks what was struck and what was put in', () => {
    expect(html).toContain('每人每月<del>2650元</del>。');
    expect(html).toContain('每人每月<ins>2800元</ins>。');
    expect(html).toMatch(/ del\{[^}]*line-through|\ndel\{[^}]*line-through/);
    expect(html).toContain('&lt;旧&gt;');
  });
});

describe('the table as a workbook', () => {
  test('is read by a second library, marks left aside', () => {
    const written = writeTableXlsx(table());
    if (!written.ok) throw new Error(written.problem.code);
    const { Sheets: sheets } = readWorkbook(written.value);
    const rows = utils.sheet_to_json<string[]>(sheets['修订对照表'] ?? {}, { header: 1, defval: '' });
    expect(rows[1]).toEqual(HEADINGS);
    expect(inOrder(rows.slice(2))).toEqual(inOrder(SHOWN));
    const xml = strFromU8(unzipSync(written.value)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/<strike\/>[^/]*\/?>?.{0,120}2650元/);
  });
});

describe('the table as PDF', () => {
  test('holds every cell, and its heading on every page', async () => {
    const many = Array.from({ length: 40 }, (_, at) => ({ ...(table().rows[0] ?? fail()), number: at + 1 }));
    const written = await writeTablePdf({ ...table(), rows: many }, (file) =>
      Promise.resolve(readFileSync(require.resolve(file))),
    );
    if (!written.ok) throw new Error(written.problem.code);
    const { text: pages } = await extractText(written.value);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) for (const heading of HEADINGS) expect(page).toContain(heading);
    expect(pages.join('').match(/每人每月2650元。/g)).toHaveLength(40);
  });

  test('lets a row go on on the next page', async () => {
    const row = { ...(table().rows[0] ?? fail()), reason: '字'.repeat(2000) };
    const written = await writeTablePdf({ ...table(), rows: [row] }, (file) =>
      Promise.resolve(readFileSync(require.resolve(file))),
    );
    if (!written.ok) throw new Error(written.problem.code);
    const { text: pages } = await extractText(written.value);
    expect(pages.join('').match(/字/g)).toHaveLength(2000);
  });
});

describe('the table as a document', () => {
  const parted = async (options = {}): Promise<string> =>
    strFromU8(unzipSync(await writeTableDocx(table(), options))['word/document.xml'] ?? new Uint8Array());
  const rowsOf = (xml: string): string[][] =>
    xml
      .split('<w:tr>')
      .slice(2)
      .map((row) =>
        row
          .split('</w:tc>')
          .slice(0, -1)
          .map((cell) =>
            cell
              .split('</w:p>')
              .slice(0, -1)
              .map((each) => plain(each.replaceAll('<w:br/>', '\n')))
              .filter((line) => line !== '')
              .join('\n'),
          ),
      );

  test('has its cells, its heading on every page, and marks that do not live by colour alone', async () => {
    const xml = await parted();
    expect(inOrder(rowsOf(xml))).toEqual(inOrder(SHOWN));
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toMatch(/<w:strike\/>(?:(?!<w:t ).)*<w:t xml:space="preserve">2650元/);
    expect(xml).toMatch(/<w:u w:val="single"(?:(?!<w:t ).)*<w:t xml:space="preserve">2800元/);
  });

  test('tracked, leaves the new text when all is accepted and the old one when all is rejected', async () => {
    const xml = await parted({ tracked: true, author: '编辑甲' });
    const accepted = rowsOf(xml.replace(/<w:del .*?<\/w:del>/g, ''));
    const rejected = rowsOf(xml.replace(/<w:ins .*?<\/w:ins>/g, ''));
    const blank = (text: string | undefined): string => (text === '（无）' ? '' : (text ?? ''));
    expect(accepted.map((row) => row[3]).sort()).toEqual(SHOWN.map((row) => blank(row[3])).sort());
    expect(rejected.map((row) => row[3]).sort()).toEqual(SHOWN.map((row) => blank(row[2])).sort());
    expect(accepted.map((row) => row[2]).sort()).toEqual(SHOWN.map((row) => row[2]).sort());
    expect(xml).toContain('w:author="编辑甲" w:date="1980-01-01T00:00:00Z"');
    const ids = [...xml.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
    expect([ids.length > 10, new Set(ids).size]).toEqual([true, ids.length]);
  });

  test('gives the same bytes at any time', async () => {
    const first = await writeTableDocx(table(), { tracked: true });
    jest.useFakeTimers({
      now: new Date('2031-02-03T04:05:06Z'),
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
    });
    try {
      expect(Buffer.compare(first, await writeTableDocx(table(), { tracked: true }))).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});

function fail(): never {
  throw new Error('the table has no row');
}

/** The text of markup: tags out, references resolved. */
function plain(markup: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return markup.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (_all, name: string) => signs[name] ?? '');
}

test('one that became two, and two that became one, have a line each with a key and a name of their own', () => {
  const deeds = ['每周提供两次入户探访和代购代办服务。', '每季度为照护者开展照护技能培训与心理疏导。'] as const;
  const one = outlineOf('甲', [entry('1', '照护', deeds[0] + deeds[1])], []);
  const two = outlineOf('乙', [entry('1', '照护', deeds[0]), entry('2', '照护者支持', deeds[1])], []);
  const named = (before: Outline, after: Outline) =>
    changedParts(compareOutlines(comparableOf(before), comparableOf(after)), { before, after }).map(
      ({ key, name }) => `${key} ${name}`,
    );
  expect(named(one, two)).toEqual(['1 1.照护（拆分为1、2）', '2 2.照护者支持（自原1拆分）']);
  expect(named(two, one)).toEqual(['1 1.照护（合并原1、2）', '原2 2.照护者支持（并入1）']);
});
