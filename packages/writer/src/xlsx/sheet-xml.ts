import { XML_DECLARATION, xmlText } from '../xml.ts';
import { rowHeight } from './row-height.ts';
import type { Run } from '../runs.ts';
import { cellName, isNumberCell, type Sheet } from './sheet.ts';
import { MARKED, STYLE } from './styles.ts';

/** As the format numbers them. */
const PAPER = { A3: 8, A4: 9 } as const;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/**
 * The sheet's part: the title row, the heading row that stays in sight and is repeated on paper, and the cells as inline strings. A cell that
 * says it is a string is never read as a formula.
 */
export function sheetXml(sheet: Sheet): string {
  const last = cellName(sheet.columns.length - 1, sheet.rows.length + 1);
  return [
    `${XML_DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:${last}"/>`,
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0">',
    '<pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/>',
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${sheet.columns.map(columnXml).join('')}</cols>`,
    `<sheetData>${titleRow(sheet)}${headingRow(sheet)}${sheet.rows.map((cells, at) => row(sheet, cells, at + 2)).join('')}</sheetData>`,
    `<autoFilter ref="A2:${last}"/>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
    // One page wide, and as many long as it takes.
    `<pageSetup paperSize="${PAPER[sheet.paper]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>',
    // Numbers of entries are names, so a program need not ask whether they were meant as numbers.
    `<ignoredErrors><ignoredError sqref="A1:${last}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  ].join('');
}

function columnXml({ width }: Sheet['columns'][number], index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

function titleRow({ title }: Sheet): string {
  return `<row r="1" ht="36" customHeight="1">${cell('A1', STYLE.title, [{ text: title }])}</row>`;
}

function headingRow({ columns }: Sheet): string {
  const cells = columns.map(({ title }, at) => cell(cellName(at, 1), STYLE.heading, [{ text: title }]));
  return `<row r="2" ht="24" customHeight="1">${cells.join('')}</row>`;
}

function row({ columns }: Sheet, cells: Sheet['rows'][number], at: number): string {
  const inner = cells.map((one, column) =>
    isNumberCell(one)
      ? `<c r="${cellName(column, at)}" s="${STYLE[one.as]}"><v>${one.number}</v></c>`
      : cell(cellName(column, at), columns[column]?.centred === true ? STYLE.centred : STYLE.text, one),
  );
  return `<row r="${at + 1}" ht="${rowHeight(columns, cells)}">${inner.join('')}</row>`;
}

function cell(name: string, style: number, runs: readonly Run[]): string {
  const filled = runs.filter(({ text }) => text !== '');
  if (filled.length === 0) return `<c r="${name}" s="${style}"/>`;
  const inner = filled.some(({ mark }) => mark !== undefined)
    ? filled.map(runXml).join('')
    : textXml(filled.map(({ text }) => text).join(''));
  return `<c r="${name}" s="${style}" t="inlineStr"><is>${inner}</is></c>`;
}

function runXml({ text, mark }: Run): string {
  return `<r><rPr>${MARKED[mark ?? 'plain']}</rPr>${textXml(text)}</r>`;
}

/** `_x000D_` stands for a character in the strings of a sheet; a text that holds such letters has its underscore written so. */
function textXml(text: string): string {
  const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
  return `<t xml:space="preserve">${xmlText(literal)}</t>`;
}
