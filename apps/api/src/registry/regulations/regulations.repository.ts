import type { Regulation, RegulationContent } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';

export interface RegulationRow extends Regulation {
  readonly version: number;
}

/** What a row holds beside its identity. */
export type RegulationState = RegulationContent & Pick<Regulation, 'successorId' | 'mergedIntoId'>;

export interface ChangedRow {
  readonly id: string;
  readonly state: RegulationState;
  readonly eventId: string;
}

const COLUMNS = `id::text, title, numbers, issuer, level, issued_on::text AS "issuedOn", effective_on::text AS "effectiveOn",
  repealed_on::text AS "repealedOn", status, source, successor_id::text AS "successorId", merged_into_id::text AS "mergedIntoId", version`;

const ALL: HotStatement = { name: 'regulation_all', text: `SELECT ${COLUMNS} FROM regulation ORDER BY id` };

/** Names by which a JSON row is written; the casts are PostgreSQL's. */
const RECORD = `AS x(id uuid, "eventId" uuid, title text, numbers text[], issuer text, level text, "issuedOn" date, "effectiveOn" date,
  "repealedOn" date, status text, source text, "successorId" uuid, "mergedIntoId" uuid)`;

const INSERT = `INSERT INTO regulation (id, last_event_id, title, numbers, issuer, level, issued_on, effective_on, repealed_on, status,
    source, successor_id, merged_into_id)
  SELECT * FROM jsonb_to_recordset($1::jsonb) ${RECORD}`;

const UPDATE = `UPDATE regulation r SET last_event_id = x."eventId", title = x.title, numbers = x.numbers, issuer = x.issuer,
    level = x.level, issued_on = x."issuedOn", effective_on = x."effectiveOn", repealed_on = x."repealedOn", status = x.status,
    source = x.source, successor_id = x."successorId", merged_into_id = x."mergedIntoId", version = r.version + 1, updated_at = now()
  FROM jsonb_to_recordset($1::jsonb) ${RECORD} WHERE r.id = x.id`;

@Injectable()
export class RegulationsRepository {
  constructor(private readonly reads: HotReads) {}

  all(): Promise<RegulationRow[]> {
    return this.reads.rows<RegulationRow>(ALL, []);
  }

  /**
   * Every row, for a change of one or of many: who registers and who imports wait for each other, so that one number is
   * not registered twice.
   */
  async lockAll(tx: Tx): Promise<RegulationRow[]> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('dingben.regulations', 0))`;
    return tx.$queryRawUnsafe<RegulationRow[]>(ALL.text);
  }

  /** For an import, which chains thousands of events at its commit. */
  async allowTime(tx: Tx, milliseconds: number): Promise<void> {
    await tx.$queryRaw`SELECT set_config('statement_timeout', ${String(milliseconds)}, true)`;
  }

  async newIds(tx: Tx, count: number): Promise<string[]> {
    const rows = await tx.$queryRaw<
      { id: string }[]
    >`SELECT uuidv7()::text AS id FROM generate_series(1, ${count}::int)`;
    return rows.map(({ id }) => id);
  }

  async insert(tx: Tx, rows: readonly ChangedRow[]): Promise<void> {
    await tx.$executeRawUnsafe(INSERT, JSON.stringify(rows.map(flat)));
  }

  async update(tx: Tx, rows: readonly ChangedRow[]): Promise<void> {
    await tx.$executeRawUnsafe(UPDATE, JSON.stringify(rows.map(flat)));
  }
}

function flat({ id, eventId, state }: ChangedRow): object {
  return { id, eventId, ...state };
}
