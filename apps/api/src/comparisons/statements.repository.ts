import { Injectable } from '@nestjs/common';
import type { PersonRef } from '../platform/http/person-ref.js';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/** The last word on why something changed. */
export interface Statement {
  readonly version: number;
  readonly reason: string;
  readonly basis: string;
  readonly by: PersonRef;
  readonly at: string;
}

const LAST: HotStatement = {
  name: 'change_reasons',
  text: `SELECT DISTINCT ON (r.change) r.change, r.number AS version, r.reason, r.basis, json_build_object('id', a.id, 'name', a.name) AS by,
      to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
    FROM change_reason r JOIN account a ON a.id = r.actor_id WHERE r.change = ANY($1::text[]) ORDER BY r.change, r.number DESC`,
};

@Injectable()
export class StatementsRepository {
  constructor(private readonly reads: HotReads) {}

  /** By the name of the change; one that nobody spoke of is left out. */
  async of(changes: readonly string[]): Promise<Map<string, Statement>> {
    if (changes.length === 0) return new Map();
    const rows = await this.reads.rows<Statement & { readonly change: string }>(LAST, [[...changes]]);
    return new Map(rows.map(({ change, ...statement }) => [change, statement]));
  }

  /** How many words there are on each change, in their order. */
  async versions(tx: Tx, changes: readonly string[]): Promise<number[]> {
    const rows = await tx.$queryRaw<{ version: number }[]>`
      SELECT (SELECT coalesce(max(r.number), 0)::int FROM change_reason r WHERE r.change = x.change) AS version
      FROM unnest(${[...changes]}::text[]) WITH ORDINALITY AS x(change, at) ORDER BY at`;
    return rows.map(({ version }) => version);
  }

  async insert(
    tx: Tx,
    words: readonly {
      readonly change: string;
      readonly number: number;
      readonly reason: string;
      readonly basis: string;
    }[],
    act: { readonly actorId: string; readonly eventId: string },
  ): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO change_reason (change, number, reason, basis, actor_id, event_id)
      SELECT change, number, reason, basis, ${act.actorId}::uuid, ${act.eventId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS x(change text, number int, reason text, basis text)`;
  }
}
