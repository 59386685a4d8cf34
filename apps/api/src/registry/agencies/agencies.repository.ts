import type { SuccessionKind } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';

export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly beganOn: string | null;
  readonly endedOn: string | null;
  readonly version: number;
}

export interface SuccessionRow {
  readonly agencyId: string;
  readonly successorId: string;
  readonly kind: SuccessionKind;
  readonly on: string;
  /** The act by which it came about: one for all that were merged together. */
  readonly eventId: string;
}

const ALL: HotStatement = {
  name: 'agency_all',
  text: `SELECT id::text, name, aliases, began_on::text AS "beganOn", ended_on::text AS "endedOn", version FROM agency ORDER BY id`,
};
const SUCCESSIONS: HotStatement = {
  name: 'agency_successions',
  text: `SELECT agency_id::text AS "agencyId", successor_id::text AS "successorId", kind, "on"::text AS "on", event_id::text AS "eventId"
    FROM agency_succession ORDER BY "on", agency_id, successor_id`,
};

@Injectable()
export class AgenciesRepository {
  constructor(private readonly reads: HotReads) {}

  all(): Promise<AgencyRow[]> {
    return this.reads.rows<AgencyRow>(ALL, []);
  }

  successions(): Promise<SuccessionRow[]> {
    return this.reads.rows<SuccessionRow>(SUCCESSIONS, []);
  }

  /** Every row; changes wait for each other, so that one name is not given twice. */
  async lockAll(tx: Tx): Promise<AgencyRow[]> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('dingben.agencies', 0))`;
    return tx.$queryRawUnsafe<AgencyRow[]>(ALL.text);
  }

  async newId(tx: Tx): Promise<string> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT uuidv7()::text AS id`;
    if (row === undefined) throw new Error('PostgreSQL gave no id.');
    return row.id;
  }

  async insert(tx: Tx, agency: { id: string; name: string; beganOn: string | null }): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO agency (id, name, aliases, began_on) VALUES (${agency.id}::uuid, ${agency.name}, '{}', ${agency.beganOn}::date)`;
  }

  async end(tx: Tx, id: string, on: string): Promise<void> {
    await tx.$executeRaw`UPDATE agency SET ended_on = ${on}::date, version = version + 1 WHERE id = ${id}::uuid`;
  }

  async callAlso(tx: Tx, id: string, aliases: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE agency SET aliases = ${aliases}::text[], version = version + 1 WHERE id = ${id}::uuid`;
  }

  async succeed(tx: Tx, row: SuccessionRow): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO agency_succession (agency_id, successor_id, kind, "on", event_id)
      VALUES (${row.agencyId}::uuid, ${row.successorId}::uuid, ${row.kind}, ${row.on}::date, ${row.eventId}::uuid)`;
  }
}
