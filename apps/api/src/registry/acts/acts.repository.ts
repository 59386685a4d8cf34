import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';
import type { RegistryActDto } from './acts.dto.js';

interface Row extends Omit<RegistryActDto, 'data'> {
  readonly data: string | null;
}

const OF: HotStatement = {
  name: 'registry_acts',
  text: `SELECT e.id::text, e.action, e.comment, e.data, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
      CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS actor
    FROM event e LEFT JOIN account u ON u.id = e.actor_id
    WHERE e.subject_id = $1 AND e.subject_type IN ('regulation', 'agency') ORDER BY e.at DESC, e.id DESC LIMIT 500`,
};

/** The record of what was done to the registries' rows. */
@Injectable()
export class RegistryActsRepository {
  constructor(private readonly reads: HotReads) {}

  /** Newest first. */
  async of(subjectId: string): Promise<RegistryActDto[]> {
    const rows = await this.reads.rows<Row>(OF, [subjectId]);
    return rows.map(({ data, ...row }) => ({ ...row, data: factsOf(data) }));
  }
}

function factsOf(data: string | null): Readonly<Record<string, unknown>> {
  const facts: unknown = data === null ? {} : JSON.parse(data);
  return typeof facts === 'object' && facts !== null ? { ...facts } : {};
}
