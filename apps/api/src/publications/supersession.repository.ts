import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/**
 * Editions in effect that a published edition of the same standard, whose day has come, takes the place of; the rule is
 * `dingben_is_outranked`. Asked for those in question alone: of standards that have a publication.
 */
const SUPERSEDED: HotStatement = {
  name: 'editions_to_supersede',
  text: `SELECT x.id::text FROM edition x
    WHERE x.state IN ('published', 'imported') AND x.standard_id IN (SELECT standard_id FROM publication)
      AND dingben_is_outranked(x.id) ORDER BY x.id`,
};

/** Editions whose place is free again, because what took it was withdrawn and the day of that has come. */
const REINSTATED: HotStatement = {
  name: 'editions_to_reinstate',
  text: `SELECT x.id::text FROM edition x
    WHERE x.state = 'superseded' AND x.standard_id IN (
      SELECT u.standard_id FROM withdrawal w JOIN publication u ON u.id = w.publication_id
      WHERE w.effective_date <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
      AND NOT dingben_is_outranked(x.id) ORDER BY x.id`,
};

/** What is due now, by what becomes of it. */
export interface Due {
  readonly supersede: readonly string[];
  readonly reinstate: readonly string[];
}

@Injectable()
export class SupersessionRepository {
  constructor(private readonly reads: HotReads) {}

  async due(): Promise<Due> {
    const [supersede, reinstate] = await Promise.all([
      this.reads.rows<{ id: string }>(SUPERSEDED, []),
      this.reads.rows<{ id: string }>(REINSTATED, []),
    ]);
    return { supersede: ids(supersede), reinstate: ids(reinstate) };
  }

  async dueIn(tx: Tx): Promise<Due> {
    const supersede = await tx.$queryRawUnsafe<{ id: string }[]>(SUPERSEDED.text);
    return { supersede: ids(supersede), reinstate: ids(await tx.$queryRawUnsafe<{ id: string }[]>(REINSTATED.text)) };
  }

  /** Whether it was imported: such an edition has no publication of its own. */
  async isImported(tx: Tx, editionId: string): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ origin: string }[]>`SELECT origin FROM edition WHERE id = ${editionId}::uuid`;
    return row?.origin === 'imported';
  }
}

function ids(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
