import { isNumberCell, type Cell, type Column } from './sheet.ts';

/** Points: a line of the sheet's face, and the most that a row can have. */
const LINE = 15;
const HIGHEST = 409;

/** The height at which every text of a row is seen, in points: programs that draw a sheet without measuring it take it as it is. */
export function rowHeight(columns: readonly Column[], cells: readonly Cell[]): number {
  const lines = cells.map((cell, at) =>
    isNumberCell(cell) ? 1 : linesOf(cell.map(({ text }) => text).join(''), columns[at]?.width ?? 1),
  );
  return Math.min(Math.max(1, ...lines) * LINE + 3, HIGHEST);
}

function linesOf(text: string, width: number): number {
  // A sign that would stand alone takes its neighbour along, so a line is not always full.
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0);
}

/** In half-width characters. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2;
  return width;
}
