import type { TableQuantity } from '@dingben/comparison';
import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/** An edition of a standard as it stands. */
export interface EditionRow {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly effectiveDate: string | null;
  readonly createdAt: string;
  readonly headCommitId: string;
}

export interface StandardEditions {
  readonly id: string;
  readonly title: string;
  /** Counts up when references of texts that stand became others. */
  readonly stamp: string;
  readonly editions: readonly EditionRow[];
}

const EDITIONS: HotStatement = {
  name: 'quantities_editions',
  text: `SELECT s.id::text, s.title, (SELECT version::text FROM reference_stamp) AS stamp,
      COALESCE((SELECT json_agg(json_build_object('id', e.id, 'label', e.label, 'state', e.state,
        'effectiveDate', to_char(e.effective_date, 'YYYY-MM-DD'), 'headCommitId', e.head_commit_id,
        'createdAt', to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
        FROM edition e WHERE e.standard_id = s.id AND e.state <> 'abandoned'), '[]') AS editions
    FROM standard s WHERE s.id = $1`,
};

const OF_REVISIONS: HotStatement = {
  name: 'quantities_of_revisions',
  text: `SELECT x.revision_id::text AS id, json_agg(json_build_object('provision', x.provision, 'start', x.start, 'end', x."end",
      'data', x.data) ORDER BY x.ordinal) AS quantities
    FROM reference x WHERE x.kind = 'quantity' AND x.revision_id = ANY($1::uuid[]) GROUP BY x.revision_id`,
};

@Injectable()
export class QuantitiesRepository {
  constructor(private readonly reads: HotReads) {}

  /** Null where there is no such standard. */
  editions(standardId: string): Promise<StandardEditions | null> {
    return this.reads.row<StandardEditions>(EDITIONS, [standardId]);
  }

  /** What was read in each text, as people corrected it; a revision without amounts is left out. */
  async ofRevisions(ids: readonly string[]): Promise<Map<string, TableQuantity[]>> {
    const rows = await this.reads.rows<{ id: string; quantities: TableQuantity[] }>(OF_REVISIONS, [[...ids]]);
    return new Map(rows.map(({ id, quantities }) => [id, quantities]));
  }
}
