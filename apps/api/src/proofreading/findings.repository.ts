import type { EditionState } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { offsetOf } from '../platform/http/list.js';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { FindingDto, FindingState, FindingsQuery } from './dto/finding.dto.js';

export interface LockedFinding {
  readonly version: number;
  readonly state: FindingState;
  readonly code: string;
  readonly editionState: EditionState;
}

const COLUMNS = `SELECT f.id::text, f.ordinal, f.code, f.severity, f.entry, f.service_id::text AS "serviceId", f.provision, f.line, f.start,
    f."end", f.found, f.fix, f.origin, COALESCE(f.params, '{}') AS params, f.state, f.answer,
    CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS "answeredBy",
    to_char(f.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "answeredAt", f.version
  FROM finding f LEFT JOIN account p ON p.id = f.answered_by_id`;
const MATCHING = `f.edition_id = $1 AND ($2::text IS NULL OR f.state = $2) AND ($3::text IS NULL OR f.severity = $3)
  AND ($4::text IS NULL OR f.origin = $4)`;

const COUNT: HotStatement = {
  name: 'finding_count',
  text: `SELECT (SELECT count(*)::int FROM finding f WHERE ${MATCHING}) AS total FROM edition e WHERE e.id = $1`,
};
const ONE: HotStatement = { name: 'finding_one', text: `${COLUMNS} WHERE f.edition_id = $1 AND f.id = $2` };

@Injectable()
export class FindingsRepository {
  constructor(private readonly reads: HotReads) {}

  /** Null where there is no such edition. */
  async list(editionId: string, query: FindingsQuery): Promise<{ items: FindingDto[]; total: number } | null> {
    const matching = [editionId, query.state ?? null, query.severity ?? null, query.origin ?? null];
    const page: HotStatement = {
      name: `finding_list_${query.order}`,
      text: `${COLUMNS} WHERE ${MATCHING} ORDER BY f.origin, f.ordinal ${query.order === 'desc' ? 'DESC' : 'ASC'} LIMIT $5 OFFSET $6`,
    };
    const [items, count] = await Promise.all([
      this.reads.rows<FindingDto>(page, [...matching, query.perPage, offsetOf(query)]),
      this.reads.row<{ total: number }>(COUNT, matching),
    ]);
    return count && { items, total: count.total };
  }

  one(editionId: string, id: string): Promise<FindingDto | null> {
    return this.reads.row<FindingDto>(ONE, [editionId, id]);
  }

  /** Locks the finding; the edition is locked first, so that its state holds until the end. */
  async lock(tx: Tx, editionId: string, id: string): Promise<LockedFinding | null> {
    const [edition] = await tx.$queryRaw<{ state: EditionState }[]>`
      SELECT state FROM edition WHERE id = ${editionId}::uuid FOR SHARE`;
    const [finding] = await tx.$queryRaw<{ version: number; state: FindingState; code: string }[]>`
      SELECT version, state, code FROM finding WHERE id = ${id}::uuid AND edition_id = ${editionId}::uuid FOR UPDATE`;
    return edition === undefined || finding === undefined ? null : { ...finding, editionState: edition.state };
  }

  async answer(tx: Tx, id: string, answer: { state: FindingState; answer: string; actorId: string }): Promise<void> {
    await tx.$executeRaw`
      UPDATE finding SET state = ${answer.state}, answer = ${answer.answer}, answered_by_id = ${answer.actorId}::uuid,
        answered_at = now(), version = version + 1 WHERE id = ${id}::uuid`;
  }
}
