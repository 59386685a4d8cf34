import type { ChangeClassName } from '@dingben/comparison';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { Change, Confirmation } from './built.js';

/** The last word on each change of a service that anybody gave one on. */
export interface ConfirmedChange extends Change, Confirmation {
  /** Of the later side, where the word was given. */
  readonly editionId: string;
}

const LAST: HotStatement = {
  name: 'class_confirmations',
  text: `SELECT DISTINCT ON (c.service_id, c.before_hash, c.after_hash, c.place) c.service_id::text AS "serviceId",
      c.before_hash AS "beforeHash", c.after_hash AS "afterHash", c.place, c.number AS version, c.confirmed AS classes, e.edition_id::text AS "editionId",
      json_build_object('id', a.id, 'name', a.name) AS by,
      to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
    FROM class_confirmation c JOIN account a ON a.id = c.actor_id JOIN event e ON e.id = c.event_id WHERE c.service_id = ANY($1::uuid[])
    ORDER BY c.service_id, c.before_hash, c.after_hash, c.place, c.number DESC`,
};

@Injectable()
export class ConfirmationsRepository {
  constructor(private readonly reads: HotReads) {}

  of(serviceIds: readonly string[]): Promise<ConfirmedChange[]> {
    return this.reads.rows<ConfirmedChange>(LAST, [[...serviceIds]]);
  }

  /** Everybody who confirms comes through here one by one; who keeps a comparison sees by the number that it is outdated. */
  async lock(tx: Tx): Promise<void> {
    await tx.$executeRaw`UPDATE class_stamp SET version = version + 1`;
  }

  /** How many words there are on each change, in their order. */
  async versions(tx: Tx, changes: readonly Change[]): Promise<number[]> {
    const rows = await tx.$queryRaw<{ version: number }[]>`
      SELECT (SELECT coalesce(max(c.number), 0)::int FROM class_confirmation c WHERE c.service_id = x."serviceId"
          AND c.before_hash = x."beforeHash" AND c.after_hash = x."afterHash" AND c.place = x.place) AS version
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        AS ("serviceId" uuid, "beforeHash" text, "afterHash" text, place text)) WITH ORDINALITY
        AS x("serviceId", "beforeHash", "afterHash", place, at) ORDER BY at`;
    return rows.map(({ version }) => version);
  }

  async insert(
    tx: Tx,
    words: readonly (Change & {
      readonly number: number;
      readonly proposed: readonly ChangeClassName[];
      readonly confirmed: readonly ChangeClassName[];
    })[],
    act: { readonly actorId: string; readonly eventId: string },
  ): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO class_confirmation (service_id, before_hash, after_hash, place, number, proposed, confirmed, actor_id, event_id)
      SELECT "serviceId", "beforeHash", "afterHash", place, number, proposed, confirmed, ${act.actorId}::uuid, ${act.eventId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS x("serviceId" uuid, "beforeHash" text, "afterHash" text,
        place text, number int, proposed text[], confirmed text[])`;
  }
}
