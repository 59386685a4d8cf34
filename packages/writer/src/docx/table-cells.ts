import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { paragraphsOf, type Run } from '../runs.ts';
import { FACE, POINT, TITLE_LINE } from './layout.ts';

/** 小四, in half points, on lines of 20 pt. */
const SIZE = 24;
const SPACING = { line: 20 * POINT, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
export const CELL_FACE: IRunOptions = { ...FACE.body, size: SIZE };

/** Struck in red, underlined in blue: the strokes say the same where there is no colour. */
const MARKED: Readonly<Record<NonNullable<Run['mark']>, IRunOptions>> = {
  delete: { strike: true, color: 'C00000' },
  insert: { underline: { type: 'single', color: '0033CC' }, color: '0033CC' },
  label: { bold: true },
};

export function titleParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: TITLE_LINE,
    children: [new TextRun({ ...FACE.title, text })],
  });
}

/** A paragraph in the size of the table. */
export function cellParagraph(children: readonly ParagraphChild[], isCentred = false): Paragraph {
  return new Paragraph({
    spacing: SPACING,
    ...(isCentred && { alignment: AlignmentType.CENTER }),
    children: [...children],
  });
}

/** A cell's runs as paragraphs, the marks as formatting. */
export function markedParagraphs(runs: readonly Run[], isCentred = false): Paragraph[] {
  return paragraphsOf(runs).map((paragraph) =>
    cellParagraph(
      paragraph.map(({ text, mark }) => new TextRun({ ...CELL_FACE, ...(mark !== undefined && MARKED[mark]), text })),
      isCentred,
    ),
  );
}

/** A table whose heading is repeated on every page. Widths are in twentieths of a point. */
export function gridTable(
  widths: readonly number[],
  headings: readonly string[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  const cell = (children: readonly Paragraph[], column: number): TableCell =>
    new TableCell({ width: { size: widths[column] ?? 0, type: WidthType.DXA }, children: [...children] });
  const heading = headings.map((text, column) =>
    cell([cellParagraph([new TextRun({ ...FACE.chapter, size: SIZE, text })], true)], column),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: heading }),
      ...rows.map((cells) => new TableRow({ children: cells.map(cell) })),
    ],
  });
}
