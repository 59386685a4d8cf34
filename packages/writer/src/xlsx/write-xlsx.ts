import { ok, refuse, type Result } from '@dingben/kernel';
import { PROVISION_KEYS, PROVISION_LABELS, leaves, type LeafAt, type Outline } from '@dingben/outline';
import { citationsOf, scanAgencies } from '@dingben/references';
import type { DocumentMeta } from '../meta.ts';
import { headingText } from '../text.ts';
import { MAX_CELL, type Column, type Sheet } from './sheet.ts';
import { writeWorkbook } from './workbook.ts';

const COLUMNS: readonly Column[] = [
  { title: '序号', width: 9, centred: true },
  { title: '服务项目', width: 18 },
  { title: '分项', width: 14 },
  { title: '章（领域）', width: 12 },
  { title: '类', width: 14 },
  ...PROVISION_KEYS.map((key) => ({ title: PROVISION_LABELS[key], width: key === 'leadAgency' ? 16 : 32 })),
  { title: '单位', width: 16 },
  { title: '依据文件', width: 32 },
  { title: '编码', width: 12 },
];

/**
 * The outline as a workbook: a row for each entry that carries provisions. 单位 are the agencies named in 牵头负责单位, 依据文件 what the
 * provisions cite, a line each.
 *
 * Refuses with `document.cell-too-long` (`entry`, `column`, `max`) where a text is longer than a cell can be: it is never cut.
 *
 * @throws RangeError where a text holds a code point that stored text may not hold.
 */
export function writeXlsx(outline: Outline, meta: DocumentMeta = {}): Result<Uint8Array> {
  const rows: string[][] = [];
  for (const leaf of leaves(outline)) {
    const texts = rowOf(leaf);
    const long = texts.findIndex((text) => text.length > MAX_CELL);
    if (long >= 0) {
      const column = COLUMNS[long]?.title ?? '';
      return refuse('document.cell-too-long', { entry: leaf.path, column, max: MAX_CELL });
    }
    rows.push(texts);
  }
  const sheet: Sheet = {
    name: '条目',
    title: meta.draft === undefined ? outline.title : `${outline.title}（${meta.draft}）`,
    paper: 'A3',
    columns: COLUMNS,
    rows: rows.map((texts) => texts.map((text) => [{ text }])),
  };
  return ok(writeWorkbook(sheet, meta));
}

function rowOf({ entry, service, path, sections, provisions }: LeafAt): string[] {
  const heading = (kind: 'chapter' | 'category'): string =>
    sections.flatMap((section) => (section.kind === kind ? [headingText(section)] : [])).join('\n');
  const agencies = scanAgencies(provisions.leadAgency).map(({ start, end }) => provisions.leadAgency.slice(start, end));
  const citations = citationsOf(provisions).map(({ provision, start, end }) => provisions[provision].slice(start, end));
  return [
    path,
    service.title,
    entry === service ? '' : entry.title,
    heading('chapter'),
    heading('category'),
    ...PROVISION_KEYS.map((key) => provisions[key]),
    distinct(agencies),
    distinct(citations),
    entry.code ?? '',
  ];
}

function distinct(lines: readonly string[]): string {
  return [...new Set(lines)].join('\n');
}
