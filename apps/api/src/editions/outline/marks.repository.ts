import type { EditionState } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';

/** What is open about one service: amendments that touch it, comments on it, findings in it. */
export interface Mark {
  readonly serviceId: string;
  readonly amendments: number;
  readonly comments: number;
  readonly findings: number;
}

export interface Marks {
  readonly label: string;
  readonly state: EditionState;
  readonly version: number;
  readonly marks: readonly Mark[];
}

const MARKS: HotStatement = {
  name: 'outline_marks',
  text: `SELECT e.label, e.state, e.version, COALESCE((SELECT json_agg(m ORDER BY m."serviceId") FROM (
      SELECT service_id::text AS "serviceId", sum(amendments)::int AS amendments, sum(comments)::int AS comments,
        sum(findings)::int AS findings
      FROM (
        SELECT d.service_id, count(DISTINCT a.id) AS amendments, 0 AS comments, 0 AS findings
        FROM amendment a JOIN amendment_edit d ON d.amendment_id = a.id
        WHERE a.edition_id = e.id AND a.state IN ('draft', 'submitted', 'approved', 'changes_requested') GROUP BY d.service_id
        UNION ALL
        SELECT c.service_id, 0, count(*), 0 FROM amendment a JOIN comment c ON c.amendment_id = a.id
        WHERE a.edition_id = e.id AND a.state IN ('draft', 'submitted', 'approved', 'changes_requested')
          AND c.service_id IS NOT NULL AND c.resolved_at IS NULL GROUP BY c.service_id
        UNION ALL
        SELECT f.service_id, 0, 0, count(*) FROM finding f
        WHERE f.edition_id = e.id AND f.service_id IS NOT NULL AND f.state = 'open' GROUP BY f.service_id) AS open
      GROUP BY service_id) AS m), '[]') AS marks
    FROM edition e WHERE e.id = $1`,
};

@Injectable()
export class MarksRepository {
  constructor(private readonly reads: HotReads) {}

  ofEdition(editionId: string): Promise<Marks | null> {
    return this.reads.row<Marks>(MARKS, [editionId]);
  }
}
