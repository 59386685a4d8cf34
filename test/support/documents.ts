import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readFileSync } from 'node:fs';
import {
  PROVISION_KEYS,
  PROVISION_LABELS,
  type Entry,
  type Outline,
  type Section,
} from '../../packages/outline/src/index.ts';
import { read } from '../../packages/reader/src/index.ts';

/** The bundled standard as the seed reads it, headings that its text lost put back. */
export function bundledStandard(): Outline {
  const name = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
  const { headings } = JSON.parse(readFileSync(`${name}.headings.json`, 'utf8')) as { headings: [] };
  return read(readFileSync(`${name}.txt`, 'utf8'), { knownHeadings: headings });
}

/** The outline with each service put through `change`, which may give none, one or several. */
export function changed(outline: Outline, change: (entry: Entry) => readonly Entry[]): Outline {
  const inside = (section: Section): Section => ({
    ...section,
    ...(section.entries && { entries: section.entries.flatMap(change) }),
    ...(section.sections && { sections: section.sections.map(inside) }),
  });
  return { ...outline, sections: outline.sections.map(inside) };
}

const LEVELS = [
  { format: LevelFormat.CHINESE_COUNTING, text: '%1、' },
  { format: LevelFormat.CHINESE_COUNTING, text: '（%2）' },
  { format: LevelFormat.DECIMAL, text: '%3.' },
  { format: LevelFormat.DECIMAL, text: '（%4）' },
].map(({ format, text }, level) => ({ level, format, text, alignment: AlignmentType.START }));

/**
 * The outline as an office types it: chapters, categories, entries and items are numbered by Word, and no number stands in the
 * text. Categories and services count on through the document.
 */
export async function numberedByWord(outline: Outline): Promise<Uint8Array> {
  const line = (text: string, level?: number): Paragraph =>
    new Paragraph({
      ...(level === undefined ? {} : { numbering: { reference: LISTS[level] ?? '', level } }),
      children: [new TextRun(text)],
    });
  const entry = (from: Entry, level: number): Paragraph[] => [
    line(`${from.title}。`, level),
    ...PROVISION_KEYS.flatMap((key) =>
      from.provisions === undefined
        ? []
        : `${PROVISION_LABELS[key]}：${from.provisions[key]}`.split('\n').map((text) => line(text)),
    ),
    ...(from.items ?? []).flatMap((item) => entry(item, 3)),
  ];
  const section = (from: Section): Paragraph[] => [
    line(from.title, from.kind === 'chapter' ? 0 : 1),
    ...(from.entries ?? []).flatMap((each) => entry(each, 2)),
    ...(from.sections ?? []).flatMap(section),
  ];
  const config = LISTS.map((reference) => ({ reference, levels: LEVELS }));
  const children = [line(outline.title), ...outline.sections.flatMap(section)];
  return Packer.pack(new Document({ numbering: { config }, sections: [{ children }] }), 'uint8array');
}

/** A list for each level, so that none begins anew under the one above it; items share theirs with the services. */
const LISTS = ['chapters', 'categories', 'services', 'services'];

const RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A .docx of a body in WordprocessingML, with other parts beside it. */
export function docxOf(body: string, others: Zippable = {}, prolog = ''): Uint8Array {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': strToU8(`${prolog}<w:document ${word}><w:body>${body}</w:body></w:document>`),
    ...others,
  });
}

/** A small document, as a text. */
export const SMALL =
  '某服务标准（2025年版）\n一、幼有所育\n（一）儿童服务\n1.儿童检查。\n服务对象：本市儿童。\n服务内容：提供体检。\n' +
  '服务标准：每年1次。\n支出责任：区级财政承担支出责任。\n牵头责任单位：市卫生健康委。\n';
