import { revisionHash } from '@dingben/outline/hash';
import type { AmendmentState, EditionState, Relation, Role } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Reader } from '../../platform/prisma/database.js';
import { commitBeforeDisk } from '../../platform/prisma/durability.js';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';
import type { EditRecord, PersonRef } from '../model.js';
import { insertReferences, insertRevision } from '../revisions.repository.js';
import type { GivenText } from './edit-input.js';
import { revisionJson } from './edits.repository.js';

/** An edit and its amendment, with the texts that a save is judged by and answered with. */
export interface SeenEdit extends EditRecord {
  readonly amendmentId: string;
  readonly editionId: string;
  readonly state: AmendmentState;
  readonly amendmentVersion: number;
  readonly draftNumber: number;
  readonly editionState: EditionState;
  readonly headCommitId: string;
  readonly relation: Relation;
  /** The person's roles now; null where the account was deactivated. */
  readonly roles: Role[] | null;
}

interface SeenRow extends Omit<SeenEdit, 'place' | 'updatedAt' | 'updatedBy'> {
  readonly updatedAt: Date;
  readonly updatedBy: PersonRef;
  readonly sectionKey: string | null;
  readonly parentServiceId: string | null;
  readonly afterServiceId: string | null;
  /** The base still stands, and its text was not read twice. */
  readonly currentIsBase: boolean | null;
}

export interface WrittenText {
  readonly revisionId: string;
  readonly contentHash: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly amendmentVersion: number;
}

interface WrittenRow extends Omit<WrittenText, 'contentHash' | 'updatedAt'> {
  readonly updatedAt: Date;
}

const SEE: HotStatement = {
  name: 'edit_to_save',
  text: `
    SELECT a.id AS "amendmentId", a.edition_id AS "editionId", a.state, a.version AS "amendmentVersion",
      a.draft_number AS "draftNumber", ed.state AS "editionState", ed.head_commit_id AS "headCommitId",
      COALESCE((SELECT role FROM participant WHERE amendment_id = a.id AND account_id = $3), 'none') AS relation,
      (SELECT roles FROM account WHERE id = $3 AND active) AS roles,
      e.id, e.kind, e.version, e.service_id AS "serviceId", s.code, e.updated_at AS "updatedAt",
      json_build_object('id', u.id, 'name', u.name) AS "updatedBy", e.section_key AS "sectionKey",
      e.parent_service_id AS "parentServiceId", e.after_service_id AS "afterServiceId",
      ${revisionJson('b').text} AS base, ${revisionJson('p').text} AS proposed,
      CASE WHEN c.id = b.id THEN NULL ELSE ${revisionJson('c').text} END AS current, c.id = b.id AS "currentIsBase"
    FROM amendment_edit e JOIN amendment a ON a.id = e.amendment_id JOIN edition ed ON ed.id = a.edition_id
    JOIN service s ON s.id = e.service_id JOIN account u ON u.id = e.updated_by_id
    LEFT JOIN revision b ON b.id = e.base_revision_id LEFT JOIN revision p ON p.id = e.proposed_revision_id
    LEFT JOIN placement pl ON pl.edition_id = a.edition_id AND pl.service_id = e.service_id
    LEFT JOIN revision c ON c.id = pl.revision_id
    WHERE e.id = $2 AND e.amendment_id = $1`,
};

/** The two statements of a save: what it is decided on, and the write that checks it again. */
@Injectable()
export class SavingRepository {
  constructor(private readonly reads: HotReads) {}

  async see(amendmentId: string, editId: string, actorId: string): Promise<SeenEdit | null> {
    const row = await this.reads.row<SeenRow>(SEE, [amendmentId, editId, actorId]);
    return row === null ? null : seenEdit(row);
  }

  /**
   * Locks the amendment, then the edit, and writes the revision with its references, the edit and the amendment, all in one
   * statement; null, and nothing is written, where anything that was decided on has changed: the amendment is no draft any
   * more, another saved this edit, the person lost a role or the edition was closed, or the command was carried out before.
   * The edit's trigger looks for the revision, which is there by then: the edit's new value is read from it.
   */
  async write(client: Reader, seen: SeenEdit, text: GivenText, actor: Actor): Promise<WrittenText | null> {
    const { amendmentId } = seen;
    const revision = {
      serviceId: seen.serviceId,
      parentId: seen.proposed?.revisionId ?? null,
      mergedWithId: null,
      ...text,
    };
    const contentHash = revisionHash(text);
    const [row] = await client.$queryRaw<WrittenRow[]>`
      WITH ${ready(seen, actor)}, claim AS (${claim(actor)}),
      revision_row AS (${insertRevision({ ...revision, authorId: actor.id, amendmentId }, contentHash, Prisma.sql`claim`)}),
      reference_rows AS (${insertReferences(text.provisions)}),
      edit_row AS (
        UPDATE amendment_edit e SET proposed_revision_id = r.id, version = e.version + 1, updated_by_id = ${actor.id}::uuid,
          updated_at = now()
        FROM revision_row r WHERE e.id = ${seen.id}::uuid RETURNING e.version, e.updated_at),
      amendment_row AS (
        UPDATE amendment a SET version = a.version + 1, updated_at = now()
        FROM revision_row r WHERE a.id = ${amendmentId}::uuid RETURNING a.version)
      SELECT r.id::text AS "revisionId", e.version, e.updated_at AS "updatedAt", a.version AS "amendmentVersion"
      FROM revision_row r, edit_row e, amendment_row a`;
    return row === undefined ? null : { ...row, contentHash, updatedAt: row.updatedAt.toISOString() };
  }
}

/** One row where everything still is as it was seen, both rows locked; none elsewhere. */
function ready(seen: SeenEdit, actor: Actor): Prisma.Sql {
  return Prisma.sql`
    a AS (SELECT id, edition_id FROM amendment WHERE id = ${seen.amendmentId}::uuid AND state = 'draft' FOR NO KEY UPDATE),
    e AS (SELECT x.id, a.id AS amendment_id, a.edition_id FROM a JOIN amendment_edit x ON x.amendment_id = a.id
      WHERE x.id = ${seen.id}::uuid AND x.version = ${seen.version} FOR NO KEY UPDATE OF x),
    ready AS MATERIALIZED (
      SELECT set_config('dingben.request_id', ${actor.requestId}, true) AS request_id, ${commitBeforeDisk} AS early
      FROM e JOIN edition ed ON ed.id = e.edition_id AND ed.state = ${seen.editionState}
      JOIN participant p ON p.amendment_id = e.amendment_id AND p.account_id = ${actor.id}::uuid AND p.role = 'author'
      JOIN account u ON u.id = p.account_id AND u.active AND u.roles = ${seen.roles ?? []}::text[])`;
}

/** Spends the request's key, where it has one that is unspent, in the same statement as the effect. */
function claim({ id, commandKey }: Actor): Prisma.Sql {
  if (commandKey === undefined || commandKey.spent) return Prisma.sql`SELECT FROM ready`;
  return Prisma.sql`
    INSERT INTO idempotency_key (account_id, key, request_hash)
    SELECT ${id}::uuid, ${commandKey.key}, ${commandKey.requestHash} FROM ready ON CONFLICT DO NOTHING RETURNING 1`;
}

function seenEdit(row: SeenRow): SeenEdit {
  const { sectionKey, parentServiceId, afterServiceId, currentIsBase, updatedAt, ...rest } = row;
  return {
    ...rest,
    current: currentIsBase === true ? rest.base : rest.current,
    updatedAt: updatedAt.toISOString(),
    place: sectionKey === null ? null : { sectionKey, parentServiceId, afterServiceId },
  };
}
