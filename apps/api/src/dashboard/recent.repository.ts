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

  /**
   * The latest acts on amendments, and those that took an edition from one state to the next or failed to. What was said of
   * an edition's step is for those who read the ledger. Ids of events rise with time, so their index gives the order.
   */
  async acts(limit: number): Promise<RecentActDto[]> {
    const rows = await this.#database.client.$queryRaw<RecentRow[]>`
      SELECT e.id::text, e.action, e.at, e.from_state AS "fromState", e.to_state AS "toState", e.outcome,
        CASE WHEN a.id IS NOT NULL THEN e.comment END AS comment,
        (e.data::jsonb->>'draftNumber')::int AS "draftNumber",
        CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS actor,
        CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'number', a.number, 'title', a.title) END AS amendment,
        json_build_object('id', d.id, 'label', d.label) AS edition
      FROM event e LEFT JOIN amendment a ON a.id = e.amendment_id
        JOIN edition d ON d.id = COALESCE(a.edition_id, e.edition_id) LEFT JOIN account u ON u.id = e.actor_id
      WHERE e.outcome = 'ok' AND (a.id IS NOT NULL OR (e.subject_type = 'edition'
        AND (e.to_state IS NOT NULL OR e.action = 'edition.publication-stopped')))
      ORDER BY e.id DESC LIMIT ${limit}`;
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
