import { Injectable } from '@nestjs/common';
import { IDENTITY_SQL, type LedgerEvent } from '@dingben/ledger';
import { Prisma } from '../generated/prisma/client.js';
import { offsetOf, type Page } from '../platform/http/list.js';
import { Database } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { LedgerItemDto, LedgerListQuery } from './dto/ledger.dto.js';

/** pg gives bigints as text; they stay far below 2^53. */
type EventRow = Omit<LedgerEvent, 'seq' | 'atUs'> & { seq: string; atUs: string };
type ItemRow = Omit<LedgerItemDto, 'actor' | 'seq'> & { seq: bigint; actorId: string | null; actorName: string | null };

const COLUMNS = `seq, prev_hash AS "prevHash", hash, algorithm, form, at_us AS "atUs", actor_id AS "actorId", action, outcome,
  subject_type AS "subjectType", subject_id AS "subjectId", before_hash AS "beforeHash", after_hash AS "afterHash",
  request_id AS "requestId", payload`;

const RANGE: HotStatement = {
  name: 'ledger_range',
  text: `SELECT ${COLUMNS} FROM ledger_event WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3`,
};
const HASHES: HotStatement = {
  name: 'ledger_hashes',
  text: `SELECT seq, hash, at_us AS "atUs" FROM ledger_event WHERE seq > $1 ORDER BY seq LIMIT $2`,
};
const LAST: HotStatement = { name: 'ledger_last', text: 'SELECT coalesce(max(seq), 0) AS seq FROM ledger_event' };
const IDENTITY: HotStatement = { name: 'ledger_identity', text: IDENTITY_SQL };

const AT = Prisma.sql`to_char(to_timestamp(l.at_us / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') || '.'
  || lpad((l.at_us % 1000000)::text, 6, '0') || 'Z'`;
/** What a subject is called now; the record itself names it by its id. */
const LABEL = Prisma.sql`CASE l.subject_type
  WHEN 'amendment' THEN (SELECT title FROM amendment WHERE id = l.subject_id::uuid)
  WHEN 'edition' THEN (SELECT label FROM edition WHERE id = l.subject_id::uuid)
  WHEN 'standard' THEN (SELECT title FROM standard WHERE id = l.subject_id::uuid)
  WHEN 'regulation' THEN (SELECT title FROM regulation WHERE id = l.subject_id::uuid)
  WHEN 'agency' THEN (SELECT name FROM agency WHERE id = l.subject_id::uuid)
  WHEN 'account' THEN (SELECT name FROM account WHERE id = l.subject_id::uuid)
  WHEN 'session' THEN (SELECT name FROM account WHERE id = l.subject_id::uuid)
  WHEN 'revision' THEN (SELECT title FROM revision WHERE id = l.subject_id::uuid) END`;

@Injectable()
export class LedgerRepository {
  readonly #database: Database;
  readonly #reads: HotReads;

  constructor(database: Database, reads: HotReads) {
    this.#database = database;
    this.#reads = reads;
  }

  async list(query: LedgerListQuery): Promise<Page<LedgerItemDto>> {
    const where = conditions(query);
    const order = query.order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    // The page first: names are looked up for its rows only.
    const rows = await this.#database.client.$queryRaw<ItemRow[]>`
      SELECT l.seq, ${AT} AS at, l.actor_id AS "actorId", a.name AS "actorName", l.action, l.outcome,
        l.subject_type AS "subjectType", l.subject_id AS "subjectId", ${LABEL} AS label, l.before_hash AS "beforeHash",
        l.after_hash AS "afterHash", l.request_id AS "requestId", l.hash, l.prev_hash AS "prevHash"
      FROM (SELECT * FROM ledger_event WHERE ${where} ORDER BY seq ${order}
            LIMIT ${query.perPage} OFFSET ${offsetOf(query)}) l
        LEFT JOIN account a ON a.id = l.actor_id::uuid
      ORDER BY l.seq ${order}`;
    const [count] = await this.#database.client.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM ledger_event WHERE ${where}`;
    return { items: rows.map(toItem), total: count?.total ?? 0 };
  }

  /** The number of the last event; 0 where there is none. */
  async lastSeq(): Promise<number> {
    const row = await this.#reads.row<{ seq: string }>(LAST, []);
    return Number(row?.seq ?? 0);
  }

  /** Events after `after` up to `until`, in order, `size` at a time: a ledger of any length needs the memory of one batch. */
  async *events(after: number, until: number, size = 1_000): AsyncGenerator<LedgerEvent[]> {
    for (let at = after; at < until;) {
      const rows = await this.#reads.rows<EventRow>(RANGE, [at, until, size]);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map((row) => ({ ...row, seq: Number(row.seq), atUs: Number(row.atUs) }));
      at = Number(last.seq);
    }
  }

  /** Hashes of the events after `after`, in order, at most `size`. */
  async hashes(after: number, size: number): Promise<{ seq: number; hash: string; atUs: number }[]> {
    const rows = await this.#reads.rows<{ seq: string; hash: string; atUs: string }>(HASHES, [after, size]);
    return rows.map(({ seq, hash, atUs }) => ({ seq: Number(seq), hash, atUs: Number(atUs) }));
  }

  /** The database's own identity, so that a checkpoint cannot vouch for the ledger of another. */
  async databaseIdentity(): Promise<string> {
    return (await this.#reads.row<{ identity: string }>(IDENTITY, []))?.identity ?? '';
  }
}

function conditions({ actorId, action, outcome, subjectType, subjectId, from, to }: LedgerListQuery): Prisma.Sql {
  const all = [Prisma.sql`true`];
  if (actorId !== undefined) all.push(Prisma.sql`actor_id = ${actorId.toLowerCase()}`);
  if (action !== undefined) {
    all.push(action.endsWith('.') ? Prisma.sql`starts_with(action, ${action})` : Prisma.sql`action = ${action}`);
  }
  if (outcome !== undefined) all.push(Prisma.sql`outcome = ${outcome}`);
  if (subjectType !== undefined) all.push(Prisma.sql`subject_type = ${subjectType}`);
  if (subjectId !== undefined) all.push(Prisma.sql`subject_id = ${subjectId.toLowerCase()}`);
  if (from !== undefined) all.push(Prisma.sql`at_us >= ${from}::bigint`);
  if (to !== undefined) all.push(Prisma.sql`at_us <= ${to}::bigint`);
  return Prisma.join(all, ' AND ');
}

function toItem({ seq, actorId, actorName, ...item }: ItemRow): LedgerItemDto {
  return { ...item, seq: Number(seq), actor: actorId === null ? null : { id: actorId, name: actorName ?? '' } };
}
