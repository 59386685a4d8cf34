import { ok, refuse, type Result } from '@dingben/kernel';
import type { DocumentMeta } from '../meta.ts';
import { cellsOf, TABLE_HEADINGS, type ComparisonTable } from '../table/comparison-table.ts';
import { MAX_CELL, type Column } from './sheet.ts';
import { writeWorkbook } from './workbook.ts';

const WIDTHS = [6, 20, 44, 44, 22, 24];
const COLUMNS: readonly Column[] = TABLE_HEADINGS.map((title, at) => ({
  title,
  width: WIDTHS[at] ?? 20,
  ...(at === 0 && { centred: true }),
}));

/**
 * The comparison table as a workbook, its marks within the cells.
 *
 * Refuses with `document.cell-too-long` (`entry`, `column`, `max`).
 */
export function writeTableXlsx(table: ComparisonTable, meta: DocumentMeta = {}): Result<Uint8Array> {
  const rows = table.rows.map(cellsOf);
  for (const [at, cells] of rows.entries()) {
    const long = cells.findIndex((runs) => runs.reduce((sum, { text }) => sum + text.length, 0) > MAX_CELL);
    if (long >= 0) {
      const params = { entry: table.rows[at]?.name ?? '', column: TABLE_HEADINGS[long] ?? '', max: MAX_CELL };
      return refuse('document.cell-too-long', params);
    }
  }
  const title = `${table.title}（${table.before} → ${table.after}）`;
  return ok(writeWorkbook({ name: '修订对照表', title, paper: 'A4', columns: COLUMNS, rows }, meta));
}
