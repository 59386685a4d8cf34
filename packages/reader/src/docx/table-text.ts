import { LABEL_COLON, TITLE_STOP, serviceMark } from '@dingben/outline';
import { countNonBlank, digitValue } from '../characters.ts';
import { endsWithColon } from '../labels.ts';
import { shapeOf } from '../shapes.ts';
import { Fragment } from './fragment.ts';
import type { Cell } from './grid.ts';
import type { Story } from './story.ts';

/** Writes what cells hold as the lines of an official document; every cell given is written, or told, once. */
export class TableText {
  readonly result = new Fragment();
  private readonly story: Story;

  constructor(story: Story) {
    this.story = story;
  }

  emit(cell: Cell): void {
    this.result.note(cell.content);
    this.result.push(...cell.lines);
  }

  /** A row of a table that is no table of entries: one line where every cell is one, tabs between them. */
  emitRow(cells: readonly Cell[]): void {
    for (const { content } of cells) this.result.note(content);
    const filled = cells.filter(({ lines }) => lines.length > 0);
    const lines = filled.flatMap((cell) => cell.lines);
    if (filled.length > 1 && lines.length === filled.length) this.result.push(lines.join('\t'));
    else this.result.push(...lines);
  }

  /** Names come back as labels, or stand for what is written beside them: the cells themselves are set aside. */
  quote(cells: readonly Cell[]): void {
    for (const { content } of cells) this.result.note(content);
    const found = cells.flatMap(({ lines }) => lines).join(' ');
    if (found !== '') this.result.add('reader.table-header', 'info', { found });
  }

  quoteUnknown(cell: Cell): void {
    this.result.note(cell.content);
    if (cell.lines.length > 0)
      this.result.add('reader.table-column-unknown', 'error', { found: cell.lines.join('\n') });
  }

  /** What stands in a cell that is one with the cell above is not shown. */
  hide(cell: Cell): void {
    this.result.note(cell.content);
    const length = countNonBlank(cell.lines.join(''));
    if (length > 0) this.result.add('reader.hidden-text', 'warning', { params: { length } });
  }

  /** The line of an entry from the cells of its number and its title; either may be missing. */
  heading(numbers: readonly Cell[], titles: readonly Cell[]): void {
    for (const { content } of [...numbers, ...titles]) this.result.note(content);
    const number = textOfCells(numbers);
    const title = textOfCells(titles);
    if (number + title === '') return;
    const line = (isDigits(number) ? serviceMark(number) : number) + title;
    if (isDigits(number)) this.story.countGenerated('.');
    const isEntry = shapeOf(`${line}${TITLE_STOP}`).type !== 'plain';
    if (isEntry && !line.endsWith(TITLE_STOP)) this.story.countGenerated(TITLE_STOP);
    this.result.push(isEntry && !line.endsWith(TITLE_STOP) ? line + TITLE_STOP : line);
  }

  /** A provision under its label; `isOwn` where the label is what a cell of this entry says. */
  provision(label: string, isOwn: boolean, lines: readonly string[]): void {
    const colon = endsWithColon(label) ? '' : LABEL_COLON;
    this.story.countGenerated((isOwn ? '' : label) + colon);
    const [first = '', ...others] = lines;
    this.result.push(label + colon + first, ...others);
  }
}

export function textOfCells(cells: readonly Cell[]): string {
  return cells.flatMap(({ lines }) => lines.map((line) => line.trim())).join('');
}

export function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (digitValue(text.charCodeAt(at)) < 0) return false;
  return text !== '';
}
