import type { Fragment } from './fragment.ts';
import type { Story } from './story.ts';
import { childNamed, containerOf, elementsOf, hasText, numberOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

/** A cell of a table, with what it holds read. */
export interface Cell {
  /** The first of the grid's columns that it covers, from 0. */
  readonly column: number;
  readonly content: Fragment;
  /** Its lines but for blank ones. */
  readonly lines: readonly string[];
  /** It is one with the cell above it. */
  readonly isContinued: boolean;
}

export type Row = readonly Cell[];

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag']);
const WIDEST = 64;

export function rowsOf(table: XmlElement, story: Story): Row[] {
  const rows: Row[] = [];
  for (const row of unwrapped(table)) {
    if (row.name === 'w:tr') rows.push(cellsOf(row, story));
    // Text beside the rows has no place in a table, but is text.
    else rows.push([cell(0, story.readBlocks(containerOf(row)), false)]);
  }
  return rows.filter((each) => each.some(({ content }) => content.lines.length + content.findings.length > 0));
}

function cellsOf(row: XmlElement, story: Story): Row {
  const cells: Cell[] = [];
  let column = numberOf(childNamed(row, 'w:trPr'), 'w:gridBefore') ?? 0;
  for (const element of unwrapped(row)) {
    const isCell = element.name === 'w:tc';
    const content = story.readBlocks(isCell ? element : containerOf(element));
    const properties = childNamed(element, 'w:tcPr');
    const merge = childNamed(properties, 'w:vMerge');
    cells.push(cell(column, content, merge !== undefined && merge.attributes['w:val'] !== 'restart'));
    column += Math.min(WIDEST, Math.max(1, numberOf(properties, 'w:gridSpan') ?? 1));
  }
  return cells;
}

function cell(column: number, content: Fragment, isContinued: boolean): Cell {
  return { column, content, lines: content.lines.filter((line) => line.trim() !== ''), isContinued };
}

/** Rows and cells, which may stand within content controls, and whatever else has text. */
function* unwrapped(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (WRAPPERS.has(child.name)) yield* unwrapped(child);
    else if (child.name === 'w:tr' || child.name === 'w:tc' || hasText(child)) yield child;
  }
}
