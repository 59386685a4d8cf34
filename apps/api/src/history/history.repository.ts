import { Injectable } from '@nestjs/common';
import { Database } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import { offsetOf } from '../platform/http/list.js';
import type { PersonRef } from '../platform/http/person-ref.js';

/** One revision of a service coming to stand, in an edition or in one that it goes back to. */
export interface ChangeRow {
  readonly revisionId: string;
  readonly previousId: string | null;
  readonly commitId: string;
  readonly commitNumber: number;
  readonly editionId: string;
  readonly editionLabel: string;
}

export interface CommitListRow {
  readonly id: string;
  readonly number: number;
  readonly kind: 'import' | 'fork' | 'merge';
  readonly amendment: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly actor: PersonRef;
  readonly at: string;
  readonly message: string;
  readonly treeHash: string;
  readonly changes: number;
}

const CHANGES: HotStatement = {
  name: 'history_changes',
  text: `WITH RECURSIVE lineage AS (
      SELECT id, based_on_id, label, 0 AS depth FROM edition WHERE id = $1
      UNION ALL
      SELECT e.id, e.based_on_id, e.label, l.depth + 1 FROM lineage l JOIN edition e ON e.id = l.based_on_id)
    SELECT ch.after->>'revisionId' AS "revisionId", ch.before->>'revisionId' AS "previousId", c.id::text AS "commitId",
      c.number AS "commitNumber", l.id::text AS "editionId", l.label AS "editionLabel"
    FROM commit_change ch JOIN commit c ON c.id = ch.commit_id JOIN lineage l ON l.id = c.edition_id
    WHERE ch.service_id = $3 AND ch.after->>'revisionId' IS NOT NULL
      AND ch.after->>'revisionId' IS DISTINCT FROM ch.before->>'revisionId'
      AND (l.depth > 0 OR c.number <= (SELECT number FROM commit WHERE id = $2))
    ORDER BY l.depth, c.number DESC, ch.ordinal DESC`,
};

@Injectable()
export class HistoryRepository {
  constructor(
    private readonly database: Database,
    private readonly reads: HotReads,
  ) {}

  /**
   * Up to and with a commit of the edition, newest first. Editions that others are forked from are frozen, so all of
   * their commits lie before the fork.
   */
  async changesOf(editionId: string, commitId: string, serviceId: string): Promise<ChangeRow[]> {
    return this.reads.rows<ChangeRow>(CHANGES, [editionId, commitId, serviceId]);
  }

  async commits(
    editionId: string,
    page: { page: number; perPage: number; order: 'asc' | 'desc' },
  ): Promise<{ items: CommitListRow[]; total: number }> {
    const total = await this.database.client.commit.count({ where: { editionId } });
    const rows = await this.database.client.$queryRaw<CommitListRow[]>`
      SELECT c.id::text, c.number, c.kind, json_build_object('id', p.id, 'name', p.name) AS actor,
        CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'number', a.number, 'title', a.title) END AS amendment,
        to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, c.message, c.tree_hash AS "treeHash",
        (SELECT count(*)::int FROM commit_change ch WHERE ch.commit_id = c.id) AS changes
      FROM commit c JOIN account p ON p.id = c.actor_id LEFT JOIN amendment a ON a.id = c.amendment_id
      WHERE c.edition_id = ${editionId}::uuid
      ORDER BY CASE WHEN ${page.order} = 'asc' THEN c.number ELSE -c.number END
      LIMIT ${page.perPage} OFFSET ${offsetOf(page)}`;
    return { items: rows, total };
  }
}
