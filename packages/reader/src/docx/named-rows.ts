import type { ProvisionKey } from '@dingben/outline';
import { labelNamed } from '../labels.ts';
import type { Cell, Row } from './grid.ts';
import { partNamed, type Part } from './table-names.ts';
import { isDigits, textOfCells, type TableText } from './table-text.ts';

/** A table in which each row names what stands beside the name: 服务对象 | 0—6岁儿童。 */
export class NamedRows {
  private readonly text: TableText;
  /** A number whose title is still to come, in this row or a later one. */
  private numbers: Cell[] = [];

  constructor(text: TableText) {
    this.text = text;
  }

  read(row: Row): void {
    let name: { part: Part; label: string } | null = null;
    let values: Cell[] = [];
    const write = (): void => {
      if (name !== null) this.write(name, values);
      else if (values.length > 0) this.lead(values);
      values = [];
    };
    for (const cell of row) {
      if (cell.isContinued) {
        this.text.hide(cell);
        continue;
      }
      const text = cell.lines.join('');
      const part = partNamed(text);
      if (part === null) {
        if (cell.lines.length > 0) values.push(cell);
        else this.text.emit(cell);
        continue;
      }
      write();
      name = { part, label: text };
      if (labelNamed(text) === null) this.text.quote([cell]);
      else this.text.result.note(cell.content);
    }
    write();
  }

  /** A number that no title has followed. */
  finish(): void {
    for (const cell of this.numbers) this.text.emit(cell);
    this.numbers = [];
  }

  private write({ part, label }: { part: Part; label: string }, values: readonly Cell[]): void {
    if (isProvision(part)) {
      this.finish();
      for (const { content } of values) this.text.result.note(content);
      this.text.provision(
        label,
        true,
        values.flatMap(({ lines }) => lines),
      );
    } else if (part === 'number') this.numbers.push(...values);
    else if (part === 'title') this.heading(values);
    else for (const cell of values) this.text.emit(cell);
  }

  /** What stands before the first name: an entry's number and title, or a line of its own. */
  private lead(cells: readonly Cell[]): void {
    const [first, ...others] = cells;
    if (first === undefined) return;
    if (!isDigits(textOfCells([first]))) for (const cell of cells) this.text.emit(cell);
    else {
      this.finish();
      this.numbers.push(first);
      if (others.length > 0) this.heading(others);
    }
  }

  private heading(titles: readonly Cell[]): void {
    this.text.heading(this.numbers, titles);
    this.numbers = [];
  }
}

function isProvision(part: Part): part is ProvisionKey {
  return !['chapter', 'category', 'number', 'title', 'item'].includes(part);
}
