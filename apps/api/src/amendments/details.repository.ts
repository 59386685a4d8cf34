import type { EditionState, Relation } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { Prisma } from '../generated/prisma/client.js';
import type { Reader } from '../platform/prisma/database.js';
import type { PersonRef } from './model.js';
import { SUMMARY_COLUMNS, type SummaryRow } from './summaries.repository.js';

interface CommitRef {
  readonly id: string;
  readonly number: number;
}

export interface DetailRow extends SummaryRow {
  readonly rationale: string;
  readonly legalBasis: string;
  readonly editionState: EditionState;
  readonly baseCommit: CommitRef;
  readonly headCommitNumber: number;
  readonly mergedCommit: CommitRef | null;
  readonly mergedContentHash: string | null;
  readonly relation: Relation;
  readonly approvalsGiven: readonly {
    readonly approver: PersonRef;
    readonly at: string;
    readonly draftNumber: number;
    readonly contentHash: string;
    readonly comment: string | null;
  }[];
}

export interface TimelineRow {
  readonly id: string;
  readonly action: string;
  readonly actor: PersonRef | null;
  readonly at: Date;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly comment: string | null;
  readonly data: string | null;
  /** Of an act on an edit. */
  readonly serviceId: string | null;
  readonly outcome: string;
}

/** ISO 8601 in UTC with microseconds, as JSON built by PostgreSQL carries times. `column` is ours. */
function isoTime(column: string): Prisma.Sql {
  return Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);
}

/** One amendment with everything about it but its edits. */
@Injectable()
export class DetailsRepository {
  async one(reader: Reader, amendmentId: string, actorId: string): Promise<DetailRow | null> {
    const [row] = await reader.$queryRaw<DetailRow[]>`
      SELECT ${SUMMARY_COLUMNS}, a.rationale, a.legal_basis AS "legalBasis", ed.state AS "editionState",
        json_build_object('id', base.id, 'number', base.number) AS "baseCommit", head.number AS "headCommitNumber",
        CASE WHEN merged.id IS NULL THEN NULL ELSE json_build_object('id', merged.id, 'number', merged.number) END
          AS "mergedCommit",
        merged.content_hash AS "mergedContentHash",
        COALESCE((SELECT role FROM participant WHERE amendment_id = a.id AND account_id = ${actorId}::uuid), 'none') AS relation,
        (SELECT COALESCE(json_agg(json_build_object('approver', json_build_object('id', u.id, 'name', u.name),
            'at', ${isoTime('ap.at')}, 'draftNumber', ap.draft_number, 'contentHash', ap.content_hash,
            'comment', ap.comment) ORDER BY ap.at DESC), '[]')
          FROM approval ap JOIN account u ON u.id = ap.approver_id WHERE ap.amendment_id = a.id) AS "approvalsGiven"
      FROM amendment a JOIN edition ed ON ed.id = a.edition_id
      JOIN commit base ON base.id = a.base_commit_id JOIN commit head ON head.id = ed.head_commit_id
      LEFT JOIN commit merged ON merged.id = a.merged_commit_id
      WHERE a.id = ${amendmentId}::uuid`;
    return row ?? null;
  }

  async timeline(reader: Reader, amendmentId: string): Promise<TimelineRow[]> {
    return reader.$queryRaw<TimelineRow[]>`
      SELECT e.id::text, e.action, e.at, e.from_state AS "fromState", e.to_state AS "toState", e.comment, e.data, e.outcome,
        e.data::jsonb->>'serviceId' AS "serviceId",
        CASE WHEN u.id IS NULL THEN NULL ELSE json_build_object('id', u.id, 'name', u.name) END AS actor
      FROM event e LEFT JOIN account u ON u.id = e.actor_id
      WHERE e.amendment_id = ${amendmentId}::uuid
      ORDER BY e.at DESC, e.id DESC LIMIT 500`;
  }

  /** By service, the title of its latest text: what an entry is called that stands in no outline. */
  async titles(reader: Reader, serviceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (serviceIds.length === 0) return new Map();
    const rows = await reader.$queryRaw<{ serviceId: string; title: string }[]>`
      SELECT DISTINCT ON (r.service_id) r.service_id::text AS "serviceId", r.title
      FROM revision r WHERE r.service_id = ANY(${serviceIds}::uuid[]) ORDER BY r.service_id, r.created_at DESC, r.id DESC`;
    return new Map(rows.map(({ serviceId, title }) => [serviceId, title]));
  }
}
