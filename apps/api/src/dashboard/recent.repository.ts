import { Injectable } from '@nestjs/common';
import { Database } from '../platform/prisma/database.js';
import type { RecentActDto } from './dto/dashboard.dto.js';

type RecentRow = Omit<RecentActDto, 'at'> & { at: Date };

@Injectable()
export class RecentRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The latest acts on amendments. Ids of events rise with time, so their index gives the order. */
  async acts(limit: number): Promise<RecentActDto[]> {
    const rows = await this.#database.client.$queryRaw<RecentRow[]>`
      SELECT e.id::text, e.action, e.at, e.from_state AS "fromState", e.to_state AS "toState", e.comment, e.outcome,
        (e.data::jsonb->>'draftNumber')::int AS "draftNumber",
        CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS actor,
        json_build_object('id', a.id, 'number', a.number, 'title', a.title) AS amendment
      FROM event e JOIN amendment a ON a.id = e.amendment_id LEFT JOIN account u ON u.id = e.actor_id
      WHERE e.outcome = 'ok' ORDER BY e.id DESC LIMIT ${limit}`;
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
