import type { Paragraph, Table } from './blocks.ts';
import { breakLines, type Line } from './break-lines.ts';
import { drawLine, nextPage, roomLeft, type Flow } from './flow.ts';
import type { Encoder } from './embed.ts';

/** Between a cell's rule and its text. */
const PADDING = 5;

interface CellLine {
  readonly paragraph: Paragraph;
  readonly line: Line;
  readonly isFirst: boolean;
}
type Row = readonly (readonly CellLine[])[];

/** Draws a table; a row that a page cannot hold goes on on the next, under the same heading. */
export function drawTable(table: Table, flow: Flow, encoder: Encoder): void {
  const heading = rowOf(
    table,
    table.heading.map((paragraph) => [paragraph]),
    flow,
  );
  const begin = (): void => {
    nextPage(flow, encoder);
    drawRow(table, heading, flow);
  };
  if (heightOf(heading) + 3 * PADDING > roomLeft(flow)) begin();
  else drawRow(table, heading, flow);
  for (const cells of table.rows) {
    let row = rowOf(table, cells, flow);
    for (;;) {
      const [here, rest] = split(row, roomLeft(flow));
      if (here.some((lines) => lines.length > 0) || isEmpty(row)) drawRow(table, here, flow);
      if (isEmpty(rest)) break;
      row = rest;
      begin();
    }
  }
}

function rowOf({ widths }: Table, cells: readonly (readonly Paragraph[])[], { fonts }: Flow): Row {
  return cells.map((paragraphs, column) =>
    paragraphs.flatMap((paragraph) =>
      breakLines(paragraph, (widths[column] ?? 0) - 2 * PADDING, fonts).map((line, index) => ({
        paragraph,
        line,
        isFirst: index === 0,
      })),
    ),
  );
}

function linesHeight(lines: readonly CellLine[]): number {
  return lines.reduce((sum, { paragraph }) => sum + paragraph.leading, 0);
}

function heightOf(row: Row): number {
  return Math.max(0, ...row.map(linesHeight)) + 2 * PADDING;
}

/** What of a row fits into a height, and what is left over. */
function split(row: Row, room: number): [Row, Row] {
  const counts = row.map((lines) => {
    let [height, count] = [2 * PADDING, 0];
    for (const { paragraph } of lines) {
      height += paragraph.leading;
      if (height > room) break;
      count++;
    }
    return count;
  });
  return [row.map((lines, at) => lines.slice(0, counts[at])), row.map((lines, at) => lines.slice(counts[at]))];
}

function isEmpty(row: Row): boolean {
  return row.every((lines) => lines.length === 0);
}

function drawRow({ widths }: Table, row: Row, flow: Flow): void {
  const [height, left] = [heightOf(row), flow.page.margin.left];
  const right = left + widths.reduce((sum, width) => sum + width, 0);
  const page = flow.canvases.at(-1);
  page?.rule(left, flow.top, right, flow.top);
  page?.rule(left, flow.top + height, right, flow.top + height);
  page?.rule(left, flow.top, left, flow.top + height);
  let x = left;
  for (const [column, lines] of row.entries()) {
    const width = widths[column] ?? 0;
    let top = flow.top + PADDING;
    for (const { paragraph, line, isFirst } of lines) {
      drawLine(paragraph, line, isFirst, { x: x + PADDING, top, width: width - 2 * PADDING }, flow);
      top += paragraph.leading;
    }
    x += width;
    page?.rule(x, flow.top, x, flow.top + height);
  }
  flow.top += height;
}
