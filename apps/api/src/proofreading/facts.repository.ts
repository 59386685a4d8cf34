import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/** An agency with its other names, and the name that stands for it today where it was renamed. */
export interface KnownAgency {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly renamedTo: string | null;
}

/** A merger or a split gives no one name: only a rename does. Renames in a row are followed to the last. */
const AGENCIES: HotStatement = {
  name: 'proofreading_agencies',
  text: `WITH RECURSIVE renamed AS (
      SELECT s.agency_id, s.successor_id, 1 AS step FROM agency_succession s WHERE s.kind = 'rename' AND s."on" <= current_date
      UNION ALL
      SELECT r.agency_id, s.successor_id, r.step + 1 FROM renamed r JOIN agency_succession s ON s.agency_id = r.successor_id
      WHERE s.kind = 'rename' AND s."on" <= current_date AND r.step < 20)
    SELECT a.name, a.aliases, (SELECT n.name FROM renamed r JOIN agency n ON n.id = r.successor_id WHERE r.agency_id = a.id
      ORDER BY r.step DESC LIMIT 1) AS "renamedTo"
    FROM agency a ORDER BY a.name`,
};

@Injectable()
export class FactsRepository {
  constructor(private readonly reads: HotReads) {}

  agencies(): Promise<KnownAgency[]> {
    return this.reads.rows<KnownAgency>(AGENCIES, []);
  }
}
