import type { QuantityCell } from '@dingben/comparison';
import { PROVISION_LABELS, type ProvisionKey } from '@dingben/outline';
import type { DocumentMeta } from '../meta.ts';
import type { Cell, Column, Sheet } from './sheet.ts';
import { writeWorkbook } from './workbook.ts';

/** The amounts of a standard through its editions, with where each stands. */
export interface QuantityTable {
  readonly title: string;
  readonly editions: readonly { readonly label: string }[];
  readonly rows: readonly {
    readonly number: string;
    readonly title: string;
    readonly chapter: string;
    readonly agencies: readonly string[];
    readonly provision: ProvisionKey;
    readonly unit: string;
    readonly context: { readonly before: string; readonly after: string };
    readonly cells: readonly (QuantityCell | null)[];
  }[];
}

const PLACE: readonly Column[] = [
  { title: '序号', width: 9, centred: true },
  { title: '条目', width: 26 },
  { title: '章（领域）', width: 14 },
  { title: '单位', width: 18 },
  { title: '条款', width: 10, centred: true },
  { title: '内容', width: 30 },
  { title: '计量单位', width: 10, centred: true },
];

/**
 * The table as a workbook: an edition a column and, from the second on, the change to it in percent. Amounts are numbers; ranges and
 * dates, of which a program could make no number, are texts; an edition that lacks an amount has an empty cell.
 *
 * @throws RangeError where a text holds a code point that stored text may not hold.
 */
export function writeQuantitiesXlsx({ title, editions, rows }: QuantityTable, meta: DocumentMeta = {}): Uint8Array {
  const columns = [
    ...PLACE,
    ...editions.flatMap(({ label }, index): Column[] => [
      { title: label, width: 16 },
      ...(index === 0 ? [] : [{ title: '变化', width: 10 }]),
    ]),
  ];
  const sheet: Sheet = {
    name: '数量标准',
    title: `${title}数量标准`,
    paper: 'A3',
    columns,
    rows: rows.map((row) => [
      ...placeCells(row),
      ...row.cells.flatMap((cell, index) => [amount(cell), ...(index === 0 ? [] : [change(cell)])]),
    ]),
  };
  return writeWorkbook(sheet, meta);
}

function placeCells({
  number,
  title,
  chapter,
  agencies,
  provision,
  unit,
  context,
  cells,
}: QuantityTable['rows'][number]): Cell[] {
  const latest = cells.findLast((cell) => cell !== null)?.text ?? '';
  const content = `${context.before}${latest}${context.after}`;
  const texts = [number, title, chapter, agencies.join('\n'), PROVISION_LABELS[provision], content, unit];
  return texts.map((text) => [{ text }]);
}

function amount(cell: QuantityCell | null): Cell {
  if (cell === null) return [];
  const { text, value, upper } = cell;
  return value === null || upper !== null ? [{ text }] : { number: value, as: 'number' };
}

/** Four decimals of a ratio are what a difference of two can carry. */
function change(cell: QuantityCell | null): Cell {
  if (cell === null || !cell.changed) return [];
  return cell.ratio === null
    ? [{ text: '有变化' }]
    : { number: Math.round((cell.ratio - 1) * 10_000) / 10_000, as: 'percent' };
}
