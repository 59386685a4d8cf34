import { findForbidden } from '@dingben/kernel';
import { readDate, readFlag, readNumbers, readStatus, type Column, type Header } from './columns.ts';
import type { TableRow } from './csv.ts';
import { contentFlaw, type RegulationContent } from './regulation.ts';

/** Most characters of each text, as the registry keeps it. */
export const LONGEST = { title: 500, number: 100, issuer: 200, level: 50, source: 500 } as const;
/** Most numbers of one regulation. */
export const MOST_NUMBERS = 10;

/** Why a row cannot be taken; the sentence stands in the catalogues. */
export interface RowFlaw {
  readonly code:
    | 'row.title-missing'
    | 'row.too-long'
    | 'row.too-many-numbers'
    | 'row.date-unreadable'
    | 'row.status-unknown'
    | 'row.forbidden-character'
    | 'row.repeated'
    | 'row.ambiguous'
    | 'regulation.dates-disordered'
    | 'regulation.repealed-on-unfit';
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a row says: only what its table has a filled cell for. */
export type RowContent = Pick<RegulationContent, 'title'> & Partial<RegulationContent>;

export type ReadRow =
  { readonly ok: true; readonly content: RowContent } | { readonly ok: false; readonly flaw: RowFlaw };

class Unreadable extends Error {
  readonly flaw: RowFlaw;
  constructor(flaw: RowFlaw) {
    super(flaw.code);
    this.flaw = flaw;
  }
}

/** Reads one row by its table's header. Texts are kept as they stand; a blank cell says nothing. */
export function readRow({ cells }: TableRow, header: Header): ReadRow {
  try {
    const content = contentOf(new Cells(cells, header));
    const flaw = contentFlaw({ ...EMPTY, ...content });
    return flaw === null ? { ok: true, content } : { ok: false, flaw: { code: flaw } };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, flaw: error.flaw };
    throw error;
  }
}

/** What a new regulation has where its row says nothing. */
export const EMPTY: Omit<RegulationContent, 'title'> & { title: string } = {
  title: '',
  numbers: [],
  issuer: null,
  level: null,
  issuedOn: null,
  effectiveOn: null,
  repealedOn: null,
  status: 'in-force',
  source: null,
};

function contentOf(cells: Cells): RowContent {
  const title = cells.text('title', LONGEST.title);
  if (title === undefined) throw new Unreadable({ code: 'row.title-missing' });
  const found = {
    numbers: cells.numbers(),
    issuer: cells.text('issuer', LONGEST.issuer),
    level: cells.text('level', LONGEST.level),
    issuedOn: cells.read('issuedOn', readDate, 'row.date-unreadable'),
    effectiveOn: cells.read('effectiveOn', readDate, 'row.date-unreadable'),
    repealedOn: cells.read('repealedOn', readDate, 'row.date-unreadable'),
    status: cells.status(),
    source: cells.text('source', LONGEST.source),
  };
  const said: { readonly [K in keyof typeof found]?: Exclude<(typeof found)[K], undefined> } = Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  );
  return { title, ...said };
}

class Cells {
  readonly #cells: readonly string[];
  readonly #header: Header;

  constructor(cells: readonly string[], header: Header) {
    this.#cells = cells;
    this.#header = header;
  }

  /** The column's text; undefined where it is blank or there is no such column. */
  text(column: Column, max: number): string | undefined {
    const text = this.#cell(column);
    if (text === undefined) return undefined;
    if (text.length > max) throw new Unreadable({ code: 'row.too-long', params: { column, max } });
    return text;
  }

  read<T>(column: Column, reader: (word: string) => T | undefined, code: RowFlaw['code']): T | undefined {
    const text = this.#cell(column);
    if (text === undefined) return undefined;
    const value = reader(text);
    if (value === undefined) throw new Unreadable({ code, params: { column, value: text.slice(0, 40) } });
    return value;
  }

  numbers(): string[] | undefined {
    const text = this.#cell('numbers');
    if (text === undefined) return undefined;
    const numbers = readNumbers(text);
    if (numbers.length > MOST_NUMBERS) {
      throw new Unreadable({ code: 'row.too-many-numbers', params: { max: MOST_NUMBERS } });
    }
    if (numbers.some((number) => number.length > LONGEST.number)) {
      throw new Unreadable({ code: 'row.too-long', params: { column: 'numbers', max: LONGEST.number } });
    }
    return numbers;
  }

  status(): RegulationContent['status'] | undefined {
    const status = this.read('status', readStatus, 'row.status-unknown');
    if (status !== undefined) return status;
    const expired = this.read('expired', readFlag, 'row.status-unknown');
    return expired === undefined ? undefined : expired ? 'expired' : 'in-force';
  }

  #cell(column: Column): string | undefined {
    const at = this.#header.at.get(column);
    const text = at === undefined ? undefined : this.#cells[at];
    if (text === undefined || text.trim() === '') return undefined;
    const forbidden = findForbidden(text);
    if (forbidden !== null) {
      const codePoint = `U+${forbidden.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      throw new Unreadable({ code: 'row.forbidden-character', params: { column, codePoint } });
    }
    return text;
  }
}
