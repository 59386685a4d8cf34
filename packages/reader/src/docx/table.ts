import { PROVISION_KEYS, PROVISION_LABELS } from '@dingben/outline';
import type { Fragment } from './fragment.ts';
import { rowsOf, type Cell, type Row } from './grid.ts';
import { NamedRows } from './named-rows.ts';
import type { Story } from './story.ts';
import { columnsOf, namesProvision, type Columns } from './table-names.ts';
import { TableText } from './table-text.ts';
import type { XmlElement } from './xml.ts';

/**
 * A table as lines. Where a row names the provisions, each row below it is an entry; where cells name them, what stands beside
 * is their text; any other table comes in row by row.
 */
export function readTable(table: XmlElement, story: Story): Fragment {
  const rows = rowsOf(table, story);
  const text = new TableText(story);
  const entries = new EntryRows(text, story);
  const named = new NamedRows(text);
  const isNamed = rows.some((row) => row.some(namesProvision));
  let isPlain = false;
  for (const row of rows) {
    const columns = isNamed ? columnsOf(row) : null;
    const filled = row.filter(({ lines }) => lines.length > 0);
    if (columns !== null) entries.begin(row, columns);
    else if (entries.hasBegun && filled.length > 1) entries.read(row);
    else if (isNamed && !entries.hasBegun) named.read(row);
    else {
      if (filled.length > 1 && !isPlain) text.result.add('reader.table-plain', 'warning');
      isPlain ||= filled.length > 1;
      text.emitRow(row);
    }
  }
  named.finish();
  return text.result;
}

/** A table with an entry a row, under a row that names the columns. */
class EntryRows {
  private columns: Columns | null = null;
  /** The lines of the last cell that began in each column: cells merged with it say the same. */
  private readonly merged = new Map<number, readonly string[]>();
  private readonly text: TableText;
  private readonly story: Story;

  constructor(text: TableText, story: Story) {
    this.text = text;
    this.story = story;
  }

  get hasBegun(): boolean {
    return this.columns !== null;
  }

  begin(head: Row, columns: Columns): void {
    this.columns = columns;
    this.text.quote(head);
  }

  read(row: Row): void {
    const parts = this.partsOf(row);
    const at = (part: string | null): readonly Cell[] => parts.get(part) ?? [];
    const shown = (part: string | null): Cell[] => at(part).filter((cell) => !cell.isContinued);
    for (const cell of row) {
      if (cell.isContinued) this.text.hide(cell);
      else this.merged.set(cell.column, cell.lines);
    }
    for (const cell of [...shown('chapter'), ...shown('category')]) this.text.emit(cell);
    this.text.heading(shown('number'), shown('title'));
    for (const cell of shown('item')) this.text.emit(cell);
    for (const key of PROVISION_KEYS) {
      for (const cell of at(key)) this.text.provision(PROVISION_LABELS[key], false, this.linesOf(cell));
    }
    for (const cell of shown(null)) this.text.quoteUnknown(cell);
  }

  /** The cells of a row by their columns' parts. A cell may begin within a column of the head, where rows are divided otherwise. */
  private partsOf(row: Row): ReadonlyMap<string | null, Cell[]> {
    const heads = [...(this.columns ?? [])];
    const parts = new Map<string | null, Cell[]>();
    let at = 0;
    for (const cell of row) {
      while ((heads[at + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= cell.column) at++;
      const part = heads[at]?.[1] ?? null;
      const others = parts.get(part);
      if (others === undefined) parts.set(part, [cell]);
      else others.push(cell);
    }
    return parts;
  }

  private linesOf(cell: Cell): readonly string[] {
    if (!cell.isContinued) {
      this.text.result.note(cell.content);
      return cell.lines;
    }
    const lines = this.merged.get(cell.column) ?? [];
    this.story.countGenerated(lines.join(''));
    return lines;
  }
}
