import { Injectable } from '@nestjs/common';
import { offsetOf } from '../platform/http/list.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { FundingQuery, FundingSourceDto } from './dto/registry.dto.js';

/** What an edition's entries mention, with how many do; without an edition, what the standing outlines of all mention. */
const FUNDING = `SELECT x.key, count(DISTINCT p.service_id)::int AS entries
  FROM placement p JOIN reference x ON x.revision_id = p.revision_id AND x.kind = 'funding'
  WHERE $3::uuid IS NULL OR p.edition_id = $3 GROUP BY x.key`;

const FUNDING_COLUMNS = { key: 'key', entries: 'entries' } as const;

@Injectable()
export class RegistryRepository {
  constructor(private readonly reads: HotReads) {}

  async funding(query: FundingQuery): Promise<{ items: FundingSourceDto[]; total: number }> {
    const values = [query.editionId ?? null];
    const order = `${FUNDING_COLUMNS[query.sort]} ${query.order}, key`;
    const [items, total] = await Promise.all([
      this.reads.rows<FundingSourceDto>(pageOf('funding', FUNDING, order), [query.perPage, offsetOf(query), ...values]),
      this.#total('funding', FUNDING, values),
    ]);
    return { items, total };
  }

  async #total(name: string, rows: string, values: readonly unknown[]): Promise<number> {
    // The rows' parameters stand behind the page's two.
    const text = `SELECT count(*)::int AS total FROM (${rows}) AS found WHERE $1::int IS NULL AND $2::int IS NULL`;
    const counted = await this.reads.row<{ total: number }>({ name: `registry_${name}_count`, text }, [
      null,
      null,
      ...values,
    ]);
    return counted?.total ?? 0;
  }
}

/** @param order built from constants of this file and `asc` or `desc`, which the query's class has checked. */
function pageOf(name: string, rows: string, order: string): HotStatement {
  const text = `SELECT * FROM (${rows}) AS found ORDER BY ${order} LIMIT $1 OFFSET $2`;
  return { name: `registry_${name}_${order}`, text };
}
