import { Injectable } from '@nestjs/common';
import type { EditionState } from '@dingben/workflow';
import type { Reader } from '../../../platform/prisma/database.js';

/** The edition whose services a document is held against. */
export interface Against {
  readonly id: string;
  readonly label: string;
  readonly state: EditionState;
  readonly standardId: string;
  readonly standardCode: string;
  readonly standardTitle: string;
}

@Injectable()
export class KnownRepository {
  /**
   * The edition with this id, or, without one, the likeliest: of the standard that the document names, an open draft before
   * anything else, then the latest. Null where there is none.
   */
  async against(db: Reader, id: string | null, standardTitle: string): Promise<Against | null> {
    const [row] = await db.$queryRaw<Against[]>`
      SELECT e.id::text, e.label, e.state, s.id::text AS "standardId", s.code AS "standardCode", s.title AS "standardTitle"
      FROM edition e JOIN standard s ON s.id = e.standard_id
      WHERE (${id}::uuid IS NULL OR e.id = ${id}::uuid) AND (e.id = ${id}::uuid OR e.state <> 'abandoned')
      ORDER BY s.title = ${standardTitle} DESC, e.state IN ('drafting', 'consulting', 'finalising', 'scheduled') DESC,
        e.created_at DESC, e.id
      LIMIT 1`;
    return row ?? null;
  }
}
