import { Injectable } from '@nestjs/common';
import { offsetOf } from '../platform/http/list.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { AgenciesQuery, AgencyDto, FundingQuery, FundingSourceDto } from './dto/registry.dto.js';

/**
 * What an edition's entries mention, with how many do; without an edition, what the standing outlines of all mention, each
 * entry once. The registry's own rows are listed too when nothing mentions them.
 */
const AGENCIES = `WITH mentioned AS (
    SELECT x.key, count(DISTINCT p.service_id)::int AS entries,
      count(DISTINCT p.service_id) FILTER (WHERE x.data->>'lead' = 'true')::int AS leads
    FROM placement p JOIN reference x ON x.revision_id = p.revision_id AND x.kind = 'agency'
    WHERE $1::uuid IS NULL OR p.edition_id = $1 GROUP BY x.key),
  listed AS (
    SELECT COALESCE(a.id::text, m.key) AS id, COALESCE(a.name, m.key) AS name, COALESCE(a.aliases, '{}') AS aliases,
      COALESCE(m.entries, 0) AS entries, COALESCE(m.leads, 0) AS leads
    FROM agency a FULL JOIN mentioned m ON m.key = a.name)
  SELECT * FROM listed l WHERE $2::text IS NULL OR strpos(l.name, $2) > 0
    OR EXISTS (SELECT FROM unnest(l.aliases) AS alias WHERE strpos(alias, $2) > 0)`;

const FUNDING = `SELECT x.key, count(DISTINCT p.service_id)::int AS entries
  FROM placement p JOIN reference x ON x.revision_id = p.revision_id AND x.kind = 'funding'
  WHERE $1::uuid IS NULL OR p.edition_id = $1 GROUP BY x.key`;

const AGENCY_COLUMNS = { name: 'name', entries: 'entries', leads: 'leads' } as const;
const FUNDING_COLUMNS = { key: 'key', entries: 'entries' } as const;

@Injectable()
export class RegistryRepository {
  constructor(private readonly reads: HotReads) {}

  agencies(query: AgenciesQuery): Promise<{ items: AgencyDto[]; total: number }> {
    const order = `${AGENCY_COLUMNS[query.sort]} ${query.order}, name`;
    return this.#page<AgencyDto>('agencies', AGENCIES, order, [query.editionId ?? null, query.q ?? null], query);
  }

  funding(query: FundingQuery): Promise<{ items: FundingSourceDto[]; total: number }> {
    const order = `${FUNDING_COLUMNS[query.sort]} ${query.order}, key`;
    return this.#page<FundingSourceDto>('funding', FUNDING, order, [query.editionId ?? null], query);
  }

  /** @param order built from constants of this file and `asc` or `desc`, which the query's class has checked. */
  async #page<T extends object>(
    name: string,
    rows: string,
    order: string,
    values: readonly unknown[],
    page: { page: number; perPage: number },
  ): Promise<{ items: T[]; total: number }> {
    const at = values.length;
    const list: HotStatement = {
      name: `registry_${name}_${order}`,
      text: `SELECT * FROM (${rows}) AS found ORDER BY ${order} LIMIT $${at + 1} OFFSET $${at + 2}`,
    };
    const count: HotStatement = { name: `registry_${name}_count`, text: `SELECT count(*)::int AS total FROM (${rows}) AS found` };
    const [items, counted] = await Promise.all([
      this.reads.rows<T>(list, [...values, page.perPage, offsetOf(page)]),
      this.reads.row<{ total: number }>(count, values),
    ]);
    return { items, total: counted?.total ?? 0 };
  }
}
