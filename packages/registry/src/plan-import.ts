import { readHeader, type Header } from './columns.ts';
import type { TableRow } from './csv.ts';
import { EMPTY, readRow, type RowContent, type RowFlaw } from './import-row.ts';
import { NearIndex, type Near } from './near.ts';
import { contentFlaw, hasEnded, keysOf, type Regulation, type RegulationContent } from './regulation.ts';

export const ROW_ACTIONS = ['new', 'changed', 'same', 'unusable'] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** What an import would do with one row. */
export interface PlannedRow {
  readonly line: number;
  readonly action: RowAction;
  readonly title: string;
  /** What the regulation will be; null for an unusable row. */
  readonly content: RegulationContent | null;
  /** changed, same: the regulation that the row speaks of. */
  readonly regulationId: string | null;
  /** changed: what becomes another. */
  readonly changes: readonly (keyof RegulationContent)[];
  /** unusable: why. */
  readonly flaw: RowFlaw | null;
  /** new: what it may be the same as; of another row of the table, the id is `line:<number>`. */
  readonly near: readonly Near[];
}

export interface ImportPlan {
  readonly ignoredColumns: readonly string[];
  readonly rows: readonly PlannedRow[];
}

export type HeaderFlaw = 'table.no-title-column' | 'table.empty';

/** What a table would do to the registry, row by row; or why it cannot be read as one. */
export function planImport(
  table: readonly TableRow[],
  regulations: readonly Regulation[],
): ImportPlan | { readonly flaw: HeaderFlaw } {
  const [first, ...rows] = table;
  if (first === undefined || rows.length === 0) return { flaw: 'table.empty' };
  const header = readHeader(first.cells);
  if (!header.at.has('title')) return { flaw: 'table.no-title-column' };
  const planner = new Planner(regulations);
  const planned = rows.map((row) => planner.plan(row, header));
  return { ignoredColumns: header.ignored, rows: withNear(planned, regulations) };
}

class Planner {
  readonly #byNumber = new Map<string, Regulation>();
  readonly #byTitle = new Map<string, Regulation[]>();
  /** Lines by what tells one row from another. */
  readonly #seen = new Map<string, number>();

  constructor(regulations: readonly Regulation[]) {
    for (const regulation of regulations) {
      const { title, numbers } = keysOf(regulation);
      for (const number of numbers) this.#byNumber.set(number, regulation);
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), regulation]);
    }
  }

  plan(row: TableRow, header: Header): PlannedRow {
    const read = readRow(row, header);
    const titleAt = header.at.get('title') ?? 0;
    const title = row.cells[titleAt] ?? '';
    if (!read.ok) return unusable(row.line, title, read.flaw);
    const repeated = this.#repeated(read.content, row.line);
    if (repeated !== null) return unusable(row.line, title, { code: 'row.repeated', params: { line: repeated } });
    const known = this.#known(read.content);
    if (known === 'ambiguous') return unusable(row.line, title, { code: 'row.ambiguous' });
    if (known === null) return { ...planned(row.line, 'new', read.content), content: { ...EMPTY, ...read.content } };
    return changed(row.line, read.content, known);
  }

  /** The line that says the same thing already; a row without number is told from others by title and date. */
  #repeated(content: RowContent, line: number): number | null {
    const marks = identityOf(content);
    const earlier = marks.map((mark) => this.#seen.get(mark)).find((found) => found !== undefined);
    if (earlier !== undefined) return earlier;
    for (const mark of marks) this.#seen.set(mark, line);
    return null;
  }

  #known(content: RowContent): Regulation | 'ambiguous' | null {
    const { title, numbers } = keysOf({ title: content.title, numbers: content.numbers ?? [] });
    const byNumber = new Set(numbers.flatMap((number) => this.#byNumber.get(number) ?? []));
    if (byNumber.size > 1) return 'ambiguous';
    const [one] = byNumber;
    if (one !== undefined) return one;
    const date = content.issuedOn ?? null;
    const namesakes = (this.#byTitle.get(title) ?? []).filter(
      ({ issuedOn, numbers: known }) => issuedOn === date && (numbers.length === 0 || known.length === 0),
    );
    return namesakes.length > 1 ? 'ambiguous' : (namesakes[0] ?? null);
  }
}

function identityOf(content: RowContent): string[] {
  const { title, numbers } = keysOf({ title: content.title, numbers: content.numbers ?? [] });
  if (numbers.length > 0) return numbers.map((number) => `number ${number}`);
  return [`title ${content.issuedOn ?? ''} ${title}`];
}

function changed(line: number, row: RowContent, known: Regulation): PlannedRow {
  const content = mergedContent(row, known);
  const fields = Object.keys(row) as (keyof RegulationContent)[]; // RowContent has no other keys
  if (content.repealedOn !== known.repealedOn && !fields.includes('repealedOn')) fields.push('repealedOn');
  const changes = fields.filter((field) => JSON.stringify(content[field]) !== JSON.stringify(known[field]));
  const flaw = contentFlaw(content);
  if (flaw !== null) return unusable(line, row.title, { code: flaw });
  return { ...planned(line, changes.length > 0 ? 'changed' : 'same', row), content, regulationId: known.id, changes };
}

/** What is said anew goes over what is known; numbers only come to it, and another spelling of the title is no news. */
function mergedContent(row: RowContent, known: Regulation): RegulationContent {
  const have = keysOf(known);
  const added = (row.numbers ?? []).filter((number) => {
    const [key] = keysOf({ title: row.title, numbers: [number] }).numbers;
    return key === undefined ? !known.numbers.includes(number) : !have.numbers.includes(key);
  });
  const sameTitle = keysOf({ title: row.title, numbers: [] }).title === have.title;
  return {
    title: sameTitle ? known.title : row.title,
    numbers: [...known.numbers, ...added],
    issuer: row.issuer ?? known.issuer,
    level: row.level ?? known.level,
    issuedOn: row.issuedOn ?? known.issuedOn,
    effectiveOn: row.effectiveOn ?? known.effectiveOn,
    // What is in force again has no day on which it ended.
    repealedOn: row.repealedOn ?? (hasEnded(row.status ?? known.status) ? known.repealedOn : null),
    status: row.status ?? known.status,
    source: row.source ?? known.source,
  };
}

function withNear(rows: readonly PlannedRow[], regulations: readonly Regulation[]): PlannedRow[] {
  const added = rows.flatMap(({ action, line, content }) =>
    action === 'new' && content !== null ? [{ ...content, id: `line:${line}` }] : [],
  );
  const index = new NearIndex([...regulations.filter(({ mergedIntoId }) => mergedIntoId === null), ...added]);
  return rows.map((row) =>
    row.action === 'new' && row.content !== null
      ? { ...row, near: index.near({ ...row.content, id: `line:${row.line}` }) }
      : row,
  );
}

function planned(line: number, action: RowAction, { title }: { readonly title: string }): PlannedRow {
  return { line, action, title, content: null, regulationId: null, changes: [], flaw: null, near: [] };
}

function unusable(line: number, title: string, flaw: RowFlaw): PlannedRow {
  return { ...planned(line, 'unusable', { title }), flaw };
}
