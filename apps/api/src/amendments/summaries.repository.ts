import type { AmendmentState } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { Prisma } from '../generated/prisma/client.js';
import { offsetOf, type Page } from '../platform/http/list.js';
import { Database, type Reader } from '../platform/prisma/database.js';
import type { AmendmentListQuery, AmendmentSort } from './dto/amendment-input.dto.js';
import type { PersonRef } from './model.js';

export interface SummaryRow {
  readonly id: string;
  readonly editionId: string;
  readonly editionLabel: string;
  readonly number: number;
  readonly title: string;
  readonly reasonClass: string;
  readonly state: AmendmentState;
  readonly version: number;
  readonly draftNumber: number;
  readonly authors: readonly PersonRef[];
  readonly approvals: number;
  readonly requiredApprovals: number;
  readonly entries: number;
  readonly provisions: number;
  readonly comments: { readonly open: number; readonly total: number };
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Columns of SummaryRow over `amendment a JOIN edition ed`. */
export const SUMMARY_COLUMNS = Prisma.sql`
  a.id::text, a.edition_id::text AS "editionId", ed.label AS "editionLabel", a.number, a.title,
  a.reason_class AS "reasonClass", a.state, a.version, a.draft_number AS "draftNumber",
  a.required_approvals AS "requiredApprovals", a.created_at AS "createdAt", a.updated_at AS "updatedAt",
  (SELECT COALESCE(json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY u.id <> a.created_by_id, u.name), '[]')
    FROM participant pa JOIN account u ON u.id = pa.account_id
    WHERE pa.amendment_id = a.id AND pa.role = 'author') AS authors,
  (SELECT count(*)::int FROM approval ap WHERE ap.amendment_id = a.id AND ap.draft_number = a.draft_number
    AND a.state IN ('submitted', 'approved', 'merged')) AS approvals,
  (SELECT json_build_object('total', count(*)::int, 'open', (count(*) FILTER (WHERE c.resolved_at IS NULL))::int)
    FROM comment c WHERE c.amendment_id = a.id AND c.parent_id IS NULL) AS comments,
  (SELECT count(DISTINCT e.service_id)::int FROM amendment_edit e WHERE e.amendment_id = a.id) AS entries,
  (SELECT COALESCE(sum((p.target_group IS DISTINCT FROM b.target_group)::int + (p.content IS DISTINCT FROM b.content)::int
      + (p.standard IS DISTINCT FROM b.standard)::int + (p.funding IS DISTINCT FROM b.funding)::int
      + (p.lead_agency IS DISTINCT FROM b.lead_agency)::int), 0)::int
    FROM amendment_edit e LEFT JOIN revision b ON b.id = e.base_revision_id LEFT JOIN revision p ON p.id = e.proposed_revision_id
    WHERE e.amendment_id = a.id AND e.kind <> 'move') AS provisions`;

const SORT_COLUMNS: Readonly<Record<AmendmentSort, Prisma.Sql>> = {
  number: Prisma.sql`a.number`,
  title: Prisma.sql`a.title`,
  state: Prisma.sql`a.state`,
  createdAt: Prisma.sql`a.created_at`,
  updatedAt: Prisma.sql`a.updated_at`,
};

/** A text or title that both the edition and the edit changed since the edit's base, or an entry that is gone. */
const IN_CONFLICT = Prisma.sql`EXISTS (
  SELECT FROM amendment_edit e JOIN revision b ON b.id = e.base_revision_id
  LEFT JOIN placement pl ON pl.edition_id = a.edition_id AND pl.service_id = e.service_id
  LEFT JOIN revision c ON c.id = pl.revision_id LEFT JOIN revision p ON p.id = e.proposed_revision_id
  WHERE e.amendment_id = a.id AND c.id IS DISTINCT FROM b.id AND (c.id IS NULL
    OR (e.kind = 'remove' AND c.content_hash <> b.content_hash)
    OR (e.kind = 'revise' AND ((c.content IS NULL) <> (b.content IS NULL)
      OR ${Prisma.join(
        ['title', 'target_group', 'content', 'standard', 'funding', 'lead_agency'].map((column) =>
          Prisma.raw(`(c.${column} <> b.${column} AND p.${column} <> b.${column} AND p.${column} <> c.${column})`),
        ),
        ' OR ',
      )}))))`;

/** What the lists of amendments show. */
@Injectable()
export class SummariesRepository {
  constructor(private readonly database: Database) {}

  async list(query: AmendmentListQuery, actorId: string): Promise<Page<SummaryRow>> {
    const where = Prisma.join([Prisma.sql`true`, ...filters(query, actorId)], ' AND ');
    const order = Prisma.sql`${SORT_COLUMNS[query.sort]} ${Prisma.raw(query.order === 'desc' ? 'DESC' : 'ASC')}, a.id`;
    const { client } = this.database;
    const [items, total] = await Promise.all([
      client.$queryRaw<SummaryRow[]>`
        SELECT ${SUMMARY_COLUMNS} FROM amendment a JOIN edition ed ON ed.id = a.edition_id
        WHERE ${where} ORDER BY ${order} LIMIT ${query.perPage} OFFSET ${offsetOf(query)}`,
      count(client, where),
    ]);
    return { items, total };
  }
}

async function count(reader: Reader, where: Prisma.Sql): Promise<number> {
  const [row] = await reader.$queryRaw<
    { total: number }[]
  >`SELECT count(*)::int AS total FROM amendment a WHERE ${where}`;
  return row?.total ?? 0;
}

function filters(query: AmendmentListQuery, actorId: string): Prisma.Sql[] {
  const found: Prisma.Sql[] = [];
  if (query.editionId !== undefined) found.push(Prisma.sql`a.edition_id = ${query.editionId}::uuid`);
  if (query.state !== undefined) found.push(Prisma.sql`a.state = ${query.state}`);
  if (query.reasonClass !== undefined) found.push(Prisma.sql`a.reason_class = ${query.reasonClass}`);
  if (query.author !== undefined) found.push(isParticipant(query.author, 'author'));
  if (query.mine !== undefined) found.push(not(!query.mine, isParticipant(actorId, 'author')));
  if (query.waitingForMe !== undefined) found.push(not(!query.waitingForMe, waitingFor(actorId)));
  if (query.serviceId !== undefined) {
    found.push(Prisma.sql`EXISTS (SELECT FROM amendment_edit e
      WHERE e.amendment_id = a.id AND e.service_id = ${query.serviceId}::uuid)`);
  }
  if (query.q !== undefined) {
    // strpos, not LIKE: what was typed is text, never a pattern.
    found.push(Prisma.sql`(strpos(lower(a.title), lower(${query.q})) > 0 OR a.number::text = ${query.q})`);
  }
  return found;
}

function not(negated: boolean, condition: Prisma.Sql): Prisma.Sql {
  return negated ? Prisma.sql`NOT (${condition})` : condition;
}

function isParticipant(accountId: string, role: 'author' | 'reviewer'): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM participant pa
    WHERE pa.amendment_id = a.id AND pa.account_id = ${accountId}::uuid AND pa.role = ${role})`;
}

/**
 * On whom an amendment waits: on reviewers who have no part in it and have not approved this draft; on its authors when
 * changes were asked for, or when it was approved and cannot be merged as it is.
 */
function waitingFor(actorId: string): Prisma.Sql {
  const author = isParticipant(actorId, 'author');
  return Prisma.sql`(
    (a.state = 'submitted' AND NOT ${author}
      AND EXISTS (SELECT FROM account u WHERE u.id = ${actorId}::uuid AND 'reviewer' = ANY(u.roles))
      AND NOT EXISTS (SELECT FROM approval ap WHERE ap.amendment_id = a.id AND ap.draft_number = a.draft_number
        AND ap.approver_id = ${actorId}::uuid))
    OR (${author} AND (a.state = 'changes_requested' OR (a.state = 'approved' AND ${IN_CONFLICT}))))`;
}
