import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/prisma/database.js';
import type { Change, Standing } from './plan.js';

export interface EditionHead {
  readonly id: string;
  readonly headCommitId: string;
  readonly headNumber: number;
}

export interface NewCommit {
  readonly editionId: string;
  readonly amendmentId: string;
  readonly contentHash: string;
  readonly message: string;
  readonly actorId: string;
}

/** What a merge writes: placements, one commit with its changes, and the edition's head. */
@Injectable()
export class MergeRepository {
  async lockEdition(tx: Tx, editionId: string): Promise<EditionHead | null> {
    await tx.$executeRaw`SELECT FROM edition WHERE id = ${editionId}::uuid FOR NO KEY UPDATE`;
    const [row] = await tx.$queryRaw<EditionHead[]>`
      SELECT e.id::text, c.id::text AS "headCommitId", c.number AS "headNumber"
      FROM edition e JOIN commit c ON c.id = e.head_commit_id WHERE e.id = ${editionId}::uuid`;
    return row ?? null;
  }

  /** Brings the touched services to where they stand afterwards. */
  async place(tx: Tx, editionId: string, result: ReadonlyMap<string, Standing | null>): Promise<void> {
    const gone = [...result].filter(([, to]) => to === null).map(([serviceId]) => serviceId);
    const placed = [...result].flatMap(([serviceId, to]) => (to === null ? [] : [{ serviceId, ...to }]));
    if (gone.length > 0) {
      await tx.$executeRaw`
        DELETE FROM placement WHERE edition_id = ${editionId}::uuid AND service_id = ANY(${gone}::uuid[])`;
    }
    if (placed.length === 0) return;
    await tx.$executeRaw`
      INSERT INTO placement (edition_id, service_id, section_id, parent_service_id, position, revision_id)
      SELECT ${editionId}::uuid, x."serviceId", s.id, x."parentServiceId", x.position, x."revisionId"
      FROM jsonb_to_recordset(${JSON.stringify(placed)}::jsonb)
        AS x("serviceId" uuid, "sectionKey" uuid, "parentServiceId" uuid, position text, "revisionId" uuid)
      JOIN section s ON s.edition_id = ${editionId}::uuid AND s.key = x."sectionKey"
      ON CONFLICT (edition_id, service_id) DO UPDATE SET section_id = EXCLUDED.section_id,
        parent_service_id = EXCLUDED.parent_service_id, position = EXCLUDED.position, revision_id = EXCLUDED.revision_id`;
  }

  /** The tree hash is that of the placements as they now stand, so it is taken in a statement after theirs. */
  async commit(
    tx: Tx,
    head: EditionHead,
    commit: NewCommit,
    changes: readonly Change[],
  ): Promise<{ commitId: string; editionVersion: number }> {
    const rows = changes.map((change, ordinal) => ({ ...change, ordinal }));
    const [row] = await tx.$queryRaw<{ commitId: string; editionVersion: number }[]>`
      WITH commit_row AS (
        INSERT INTO commit (edition_id, number, kind, amendment_id, parent_id, tree_hash, content_hash, actor_id, message)
        VALUES (${commit.editionId}::uuid, ${head.headNumber + 1}, 'merge', ${commit.amendmentId}::uuid,
          ${head.headCommitId}::uuid, dingben_tree_hash(${commit.editionId}::uuid), ${commit.contentHash},
          ${commit.actorId}::uuid, ${commit.message})
        RETURNING id),
      change_rows AS (
        INSERT INTO commit_change (commit_id, ordinal, operation, service_id, before, after)
        SELECT c.id, x.ordinal, x.operation, x."serviceId", x.before, x.after
        FROM commit_row c, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS x(ordinal int, operation text, "serviceId" uuid, before jsonb, after jsonb)),
      edition_row AS (
        UPDATE edition SET head_commit_id = (SELECT id FROM commit_row), version = version + 1
        WHERE id = ${commit.editionId}::uuid RETURNING version)
      SELECT c.id::text AS "commitId", e.version AS "editionVersion" FROM commit_row c, edition_row e`;
    if (row === undefined) throw new Error('A commit was written and has no id.');
    return row;
  }

  /** Has the database judge the outline now, before this transaction takes the ledger's lock, which all writers share. */
  async judge(tx: Tx): Promise<void> {
    await tx.$executeRaw`SET CONSTRAINTS outline_change_judged IMMEDIATE`;
  }
}
