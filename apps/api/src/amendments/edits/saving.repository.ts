import { revisionHash } from '@dingben/outline/hash';
import type { AmendmentState, EditionState, Relation } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/prisma/database.js';
import type { EditKind, EditRecord, PersonRef } from '../model.js';
import { insertReferences, insertRevision } from '../revisions.repository.js';
import type { GivenText } from './edit-input.js';
import { revisionJson } from './edits.repository.js';

/** An edit and its amendment, both rows locked, with the texts that a save is judged by and answered with. */
export interface LockedEdit extends EditRecord {
  readonly editionId: string;
  readonly state: AmendmentState;
  readonly amendmentVersion: number;
  readonly draftNumber: number;
  readonly editionState: EditionState;
  readonly headCommitId: string;
  readonly relation: Relation;
}

interface LockedRow extends Omit<LockedEdit, 'place' | 'updatedAt' | 'updatedBy' | 'kind'> {
  readonly kind: EditKind;
  readonly updatedAt: Date;
  readonly updatedBy: PersonRef;
  readonly sectionKey: string | null;
  readonly parentServiceId: string | null;
  readonly afterServiceId: string | null;
}

export interface TextToWrite {
  readonly amendmentId: string;
  readonly editId: string;
  readonly locked: LockedEdit;
  readonly text: GivenText;
  readonly actorId: string;
}

export interface WrittenText {
  readonly revisionId: string;
  readonly contentHash: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly amendmentVersion: number;
}

/** The two statements of a save. */
@Injectable()
export class SavingRepository {
  /**
   * Locks the amendment, then the edit, and reads the rest beside them. Where the statement had to wait, the locked rows are
   * the latest and the rest may be a moment older: a stale text goes with a stale edit version, and a person who became
   * reviewer in that moment is refused by the foreign key of what is written next.
   */
  async lock(tx: Tx, amendmentId: string, editId: string, actorId: string): Promise<LockedEdit | null> {
    const [row] = await tx.$queryRaw<LockedRow[]>`
      WITH a AS (SELECT * FROM amendment WHERE id = ${amendmentId}::uuid FOR NO KEY UPDATE),
      e AS (SELECT x.* FROM a JOIN amendment_edit x ON x.amendment_id = a.id WHERE x.id = ${editId}::uuid FOR NO KEY UPDATE OF x)
      SELECT a.edition_id::text AS "editionId", a.state, a.version AS "amendmentVersion", a.draft_number AS "draftNumber",
        ed.state AS "editionState", ed.head_commit_id::text AS "headCommitId",
        COALESCE((SELECT role FROM participant WHERE amendment_id = a.id AND account_id = ${actorId}::uuid), 'none') AS relation,
        e.id::text, e.kind, e.version, e.service_id::text AS "serviceId", s.code, e.updated_at AS "updatedAt",
        json_build_object('id', u.id, 'name', u.name) AS "updatedBy", e.section_key::text AS "sectionKey",
        e.parent_service_id::text AS "parentServiceId", e.after_service_id::text AS "afterServiceId",
        ${revisionJson('b')} AS base, ${revisionJson('p')} AS proposed,
        CASE WHEN c.id = b.id THEN NULL ELSE ${revisionJson('c')} END AS current, c.id = b.id AS "currentIsBase"
      FROM e JOIN a ON true JOIN edition ed ON ed.id = a.edition_id JOIN service s ON s.id = e.service_id
      JOIN account u ON u.id = e.updated_by_id
      LEFT JOIN revision b ON b.id = e.base_revision_id LEFT JOIN revision p ON p.id = e.proposed_revision_id
      LEFT JOIN placement pl ON pl.edition_id = a.edition_id AND pl.service_id = e.service_id
      LEFT JOIN revision c ON c.id = pl.revision_id`;
    return row === undefined ? null : lockedEdit(row);
  }

  /**
   * The revision with its references, the edit and the amendment, in one statement. The edit's trigger looks for the
   * revision, which is there by then: the edit's new value is read from it.
   */
  async write(tx: Tx, { amendmentId, editId, locked, text, actorId }: TextToWrite): Promise<WrittenText> {
    const revision = {
      serviceId: locked.serviceId,
      parentId: locked.proposed?.revisionId ?? locked.base?.revisionId ?? null,
      mergedWithId: null,
      ...text,
      authorId: actorId,
      amendmentId,
    };
    const contentHash = revisionHash(text);
    const [row] = await tx.$queryRaw<
      { revisionId: string; version: number; updatedAt: Date; amendmentVersion: number }[]
    >`
      WITH revision_row AS (${insertRevision(revision, contentHash)}),
      reference_rows AS (${insertReferences(text.provisions)}),
      edit_row AS (
        UPDATE amendment_edit SET proposed_revision_id = (SELECT id FROM revision_row), version = version + 1,
          updated_by_id = ${actorId}::uuid, updated_at = now()
        WHERE id = ${editId}::uuid RETURNING version, updated_at),
      amendment_row AS (
        UPDATE amendment SET version = version + 1, updated_at = now()
        WHERE id = ${amendmentId}::uuid RETURNING version)
      SELECT r.id::text AS "revisionId", e.version, e.updated_at AS "updatedAt", a.version AS "amendmentVersion"
      FROM revision_row r, edit_row e, amendment_row a`;
    if (row === undefined) throw new Error(`edit ${editId} vanished under its lock`);
    return { ...row, contentHash, updatedAt: row.updatedAt.toISOString() };
  }
}

function lockedEdit(row: LockedRow & { readonly currentIsBase?: boolean | null }): LockedEdit {
  const { sectionKey, parentServiceId, afterServiceId, currentIsBase, updatedAt, ...rest } = row;
  return {
    ...rest,
    current: currentIsBase === true ? rest.base : rest.current,
    updatedAt: updatedAt.toISOString(),
    place: sectionKey === null ? null : { sectionKey, parentServiceId, afterServiceId },
  };
}
