import { DeletedTextRun, InsertedTextRun, TextRun, type Paragraph, type ParagraphChild } from 'docx';
import { afterOf, beforeOf, type Op } from '@dingben/text-diff';
import { CREATOR, momentOf, type DocumentMeta } from '../meta.ts';
import { cellsOf, TABLE_HEADINGS, type ComparisonTable, type TableRow } from '../table/comparison-table.ts';
import type { ChangedText } from '../table/rows.ts';
import { assertWritable } from '../writable.ts';
import { LANDSCAPE } from './layout.ts';
import { pack } from './pack.ts';
import { CELL_FACE, cellParagraph, gridTable, markedParagraphs, titleParagraph } from './table-cells.ts';

/** Twentieths of a point; together as wide as the page between its margins. */
const WIDTHS = [700, 1900, 3800, 3800, 1900, 1900];
const [BEFORE, AFTER] = [2, 3];

export interface TableDocxOptions {
  /**
   * The third column has the old text as it was, and the fourth true revisions that Word accepts or rejects: accepted they leave
   * the new text, rejected the old one. Otherwise both are marked by formatting.
   */
  readonly tracked?: boolean;
  /** Whose revisions they are. */
  readonly author?: string;
}

/**
 * The comparison table as an Office Open XML document on A4 across, the same bytes for the same table and `meta`.
 *
 * @throws RangeError where a text holds a code point that stored text may not hold.
 */
export async function writeTableDocx(
  table: ComparisonTable,
  { tracked = false, author = CREATOR }: TableDocxOptions = {},
  meta: DocumentMeta = {},
): Promise<Uint8Array> {
  assertWritable(
    [
      table.title,
      table.before,
      table.after,
      ...table.rows
        .flatMap(cellsOf)
        .flat()
        .map(({ text }) => text),
    ].join('\n'),
  );
  const revise = reviser(author, momentOf(meta));
  const rows = table.rows.map((row) => (tracked ? trackedCells(row, revise) : plainCells(row)));
  const sides = `原文：${table.before}　　修改后：${table.after}`;
  const children = [
    titleParagraph(table.title),
    cellParagraph([new TextRun({ ...CELL_FACE, text: sides })], true),
    gridTable(WIDTHS, TABLE_HEADINGS, rows),
  ];
  return pack({ title: table.title, properties: { page: LANDSCAPE }, children }, meta);
}

function plainCells(row: TableRow): Paragraph[][] {
  return cellsOf(row).map((runs, column) => markedParagraphs(runs, column === 0));
}

function trackedCells(row: TableRow, revise: Revise): Paragraph[][] {
  const unmarked = cellsOf(row).map((runs) => runs.map((run) => (run.mark === 'delete' ? { text: run.text } : run)));
  return unmarked.map((runs, column) => {
    if (column === AFTER) return row.changes.map((change) => cellParagraph(trackedRuns(change, revise)));
    return markedParagraphs(runs, column < BEFORE - 1);
  });
}

/** A label comes and goes with the text behind it. */
function trackedRuns({ label, segments }: ChangedText, revise: Revise): ParagraphChild[] {
  const [old, now] = [beforeOf(segments), afterOf(segments)];
  const labelOp = old === '' ? 'insert' : now === '' ? 'delete' : 'equal';
  return [...revise(labelOp, `${label}：`, true), ...segments.flatMap(({ op, text }) => revise(op, text, false))];
}

type Revise = (op: Op, text: string, isLabel: boolean) => ParagraphChild[];

/** Revisions are numbered in their order. A line feed within one is a break, which is accepted or rejected with its text. */
function reviser(author: string, date: string): Revise {
  let id = 0;
  return (op, text, isLabel) =>
    text.split('\n').map((part, index) => {
      const options = { ...CELL_FACE, bold: isLabel, text: part, ...(index > 0 && { break: 1 }) };
      if (op === 'equal') return new TextRun(options);
      const revision = { ...options, id: ++id, author, date };
      return op === 'insert' ? new InsertedTextRun(revision) : new DeletedTextRun(revision);
    });
}
