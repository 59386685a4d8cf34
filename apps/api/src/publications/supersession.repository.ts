import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/**
 * Editions in effect that a published edition of the same standard, whose day has come, takes the place of: those of an
 * earlier day, of the same day but published before, and imported ones that were there before it was published. The day
 * begins at midnight in Beijing, wherever the server stands.
 */
const DUE: HotStatement = {
  name: 'editions_to_supersede',
  text: `SELECT x.id::text FROM edition x LEFT JOIN publication mine ON mine.edition_id = x.id
    WHERE x.state IN ('published', 'imported') AND EXISTS (
      SELECT FROM publication u WHERE u.standard_id = x.standard_id AND u.edition_id <> x.id
        AND u.effective_date <= (now() AT TIME ZONE 'Asia/Shanghai')::date
        AND CASE WHEN mine.id IS NULL THEN x.created_at < u.at
            ELSE (mine.effective_date, mine.number) < (u.effective_date, u.number) END)
    ORDER BY x.id`,
};

@Injectable()
export class SupersessionRepository {
  constructor(private readonly reads: HotReads) {}

  async due(): Promise<string[]> {
    return (await this.reads.rows<{ id: string }>(DUE, [])).map(({ id }) => id);
  }

  async dueIn(tx: Tx): Promise<string[]> {
    return (await tx.$queryRawUnsafe<{ id: string }[]>(DUE.text)).map(({ id }) => id);
  }
}
