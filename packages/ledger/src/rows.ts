import type { LedgerEvent } from './event.ts';

/** Runs one query. The caller gives all of them one snapshot (REPEATABLE READ, READ ONLY). Parameters are `$1`, `$2` … */
export type Read = (sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;
export type Row = Readonly<Record<string, unknown>>;

const BATCH = 2_000;

/** A column that is a text. @throws TypeError where it is not: the query does not fit the schema. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`${column} is no text`);
  return value;
}

/** A column that is a text or null. */
export function optional(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** A column that is a whole number. */
export function whole(row: Row, column: string): number {
  const value = row[column];
  if (!Number.isSafeInteger(value)) throw new TypeError(`${column} is no whole number`);
  return value as number; // judged above
}

/** A column that is an array of texts and nulls. */
export function texts(row: Row, column: string): (string | null)[] {
  const value = row[column];
  if (!Array.isArray(value)) throw new TypeError(`${column} is no array`);
  return value.map((item: unknown) => (typeof item === 'string' ? item : null));
}

/** All events in order, in batches, as `LedgerEvent`. */
export async function* readEvents(read: Read): AsyncGenerator<LedgerEvent, void, undefined> {
  const sql = `SELECT seq::float8 AS seq, prev_hash, hash, algorithm, form, at_us::float8 AS at_us, actor_id, action, outcome,
      subject_type, subject_id, before_hash, after_hash, request_id, payload
    FROM ledger_event WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`;
  for (let last = Number.MIN_SAFE_INTEGER; ;) {
    const rows = await read(sql, [last]);
    for (const row of rows) yield eventOf(row);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = whole(end, 'seq');
  }
}

function eventOf(row: Row): LedgerEvent {
  return {
    seq: whole(row, 'seq'),
    prevHash: text(row, 'prev_hash'),
    hash: text(row, 'hash'),
    algorithm: text(row, 'algorithm'),
    form: whole(row, 'form'),
    atUs: whole(row, 'at_us'),
    actorId: optional(row, 'actor_id'),
    action: text(row, 'action'),
    outcome: text(row, 'outcome'),
    subjectType: text(row, 'subject_type'),
    subjectId: optional(row, 'subject_id'),
    beforeHash: optional(row, 'before_hash'),
    afterHash: optional(row, 'after_hash'),
    requestId: optional(row, 'request_id'),
    payload: text(row, 'payload'),
  };
}

/** All rows of a query that ends in `WHERE … id > $1 ORDER BY id`, in batches; `id` must be among its columns. */
export async function* readById(read: Read, sql: string): AsyncGenerator<Row, void, undefined> {
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await read(`${sql} LIMIT ${BATCH}`, [last]);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = text(end, 'id');
  }
}
