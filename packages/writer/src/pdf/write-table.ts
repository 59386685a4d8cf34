import type { Result } from '@dingben/kernel';
import type { DocumentMeta } from '../meta.ts';
import { paragraphsOf, type Run } from '../runs.ts';
import { cellsOf, TABLE_HEADINGS, type ComparisonTable } from '../table/comparison-table.ts';
import type { Page, Paragraph, Span } from './blocks.ts';
import type { FontSource } from './fonts.ts';
import { render } from './render.ts';

/** A4 across, 25 mm to every edge but the lower one. Points. */
const MARGIN = (25 / 25.4) * 72;
const PAGE: Page = {
  width: (297 / 25.4) * 72,
  height: (210 / 25.4) * 72,
  margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
};
/** Shares of the width. */
const SHARES = [0.05, 0.13, 0.28, 0.28, 0.13, 0.13];
const SIZE = 11;
const LEADING = 17;

/**
 * The comparison table as PDF, its heading repeated on every page.
 *
 * Refuses with `document.character-missing` (`characters`, `count`) where no font has a character.
 */
export function writeTablePdf(
  table: ComparisonTable,
  fonts: FontSource,
  meta: DocumentMeta = {},
): Promise<Result<Uint8Array>> {
  const width = PAGE.width - PAGE.margin.left - PAGE.margin.right;
  const blocks = [
    line({ text: table.title, face: 'bold', size: 20 }, 30),
    {
      ...line({ text: `原文：${table.before}　　修改后：${table.after}`, face: 'song', size: SIZE }, LEADING),
      after: 8,
    },
    {
      widths: SHARES.map((share) => share * width),
      heading: TABLE_HEADINGS.map((text) => line({ text, face: 'hei', size: SIZE }, LEADING)),
      rows: table.rows.map((row) => cellsOf(row).map((runs, column) => cell(runs, column))),
    },
  ];
  return render({ title: table.title, page: PAGE, blocks }, fonts, meta);
}

function line(span: Span, leading: number): Paragraph {
  return { spans: [span], align: 'centre', indent: 0, leading, tracking: 0 };
}

function cell(runs: readonly Run[], column: number): Paragraph[] {
  return paragraphsOf(runs).map((paragraph) => ({
    spans: paragraph.map(spanOf),
    align: column === 0 ? 'centre' : 'left',
    indent: 0,
    leading: LEADING,
    tracking: 0,
  }));
}

function spanOf({ text, mark }: Run): Span {
  if (mark === 'label') return { text, face: 'bold', size: SIZE };
  return { text, face: 'song', size: SIZE, ...(mark !== undefined && { mark }) };
}
