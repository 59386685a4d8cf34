import type { Run } from '../runs.ts';

export interface Column {
  readonly title: string;
  /** In characters of the sheet's face, half-width. */
  readonly width: number;
  /** Numbers and short names stand in the middle. */
  readonly centred?: true;
}

/** A number that a program can count with; never a formula. */
export interface NumberCell {
  readonly number: number;
  /** As it is, or a share of one shown in percent. */
  readonly as: 'number' | 'percent';
}

export type Cell = readonly Run[] | NumberCell;

export function isNumberCell(cell: Cell): cell is NumberCell {
  return 'number' in cell;
}

/** A sheet of texts and numbers: what is text stays text, whatever it begins with. */
export interface Sheet {
  readonly name: string;
  readonly title: string;
  readonly paper: 'A3' | 'A4';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The most UTF-16 units that a cell of a spreadsheet holds: a longer one makes programs call the file damaged. */
export const MAX_CELL = 32_767;

/** The place of a cell: `A1`, `AB12`. Both counts begin at 0. */
export function cellName(column: number, row: number): string {
  return columnName(column) + String(row + 1);
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (column % 26));
}
