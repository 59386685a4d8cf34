import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import type { Reader, Tx } from '../../platform/prisma/database.js';
import type { EditKind, EditRecord, Place, RevisionText } from '../model.js';
import type { FrozenEdit } from './frozen-edit.js';

interface EditRow {
  readonly id: string;
  readonly kind: EditKind;
  readonly version: number;
  readonly serviceId: string;
  readonly code: string;
  readonly updatedById: string;
  readonly updatedByName: string;
  readonly updatedAt: Date;
  readonly base: RevisionText | null;
  readonly current: RevisionText | null;
  readonly proposed: RevisionText | null;
  readonly sectionKey: string | null;
  readonly parentServiceId: string | null;
  readonly afterServiceId: string | null;
}

/** A revision's text as JSON, written by PostgreSQL; null where the join found none. `alias` is ours, never a caller's. */
export function revisionJson(alias: 'b' | 'c' | 'p' | 'r'): Prisma.Sql {
  return Prisma.raw(`CASE WHEN ${alias}.id IS NULL THEN NULL ELSE json_build_object('revisionId', ${alias}.id,
    'contentHash', ${alias}.content_hash, 'title', ${alias}.title,
    'provisions', CASE WHEN ${alias}.content IS NULL THEN NULL ELSE json_build_object('targetGroup', ${alias}.target_group,
      'content', ${alias}.content, 'standard', ${alias}.standard, 'funding', ${alias}.funding,
      'leadAgency', ${alias}.lead_agency) END) END`);
}

const EDIT = Prisma.sql`
  SELECT e.id::text, e.kind, e.version, e.service_id::text AS "serviceId", s.code, u.id::text AS "updatedById",
    u.name AS "updatedByName", e.updated_at AS "updatedAt", e.section_key::text AS "sectionKey",
    e.parent_service_id::text AS "parentServiceId", e.after_service_id::text AS "afterServiceId",
    ${revisionJson('b')} AS base, ${revisionJson('c')} AS current, ${revisionJson('p')} AS proposed
  FROM amendment_edit e
  JOIN amendment a ON a.id = e.amendment_id
  JOIN service s ON s.id = e.service_id
  JOIN account u ON u.id = e.updated_by_id
  LEFT JOIN revision b ON b.id = e.base_revision_id
  LEFT JOIN revision p ON p.id = e.proposed_revision_id
  LEFT JOIN placement pl ON pl.edition_id = a.edition_id AND pl.service_id = e.service_id
  LEFT JOIN revision c ON c.id = pl.revision_id`;

export interface NewEdit {
  readonly amendmentId: string;
  readonly kind: EditKind;
  readonly serviceId: string;
  readonly baseRevisionId: string | null;
  readonly proposedRevisionId: string | null;
  readonly place: Place | null;
  readonly updatedById: string;
}

/** Rows of amendment_edit, with the texts that they point at. */
@Injectable()
export class EditsRepository {
  async ofAmendment(reader: Reader, amendmentId: string): Promise<EditRecord[]> {
    const rows = await reader.$queryRaw<EditRow[]>`${EDIT} WHERE e.amendment_id = ${amendmentId}::uuid ORDER BY e.id`;
    return rows.map(editRecord);
  }

  /** By service, the texts of what the amendment touches in the edition that the draft was forked from, which is frozen. */
  async published(reader: Reader, amendmentId: string): Promise<ReadonlyMap<string, RevisionText>> {
    const rows = await reader.$queryRaw<{ serviceId: string; text: RevisionText }[]>`
      SELECT pl.service_id::text AS "serviceId", ${revisionJson('r')} AS text
      FROM amendment a JOIN edition ed ON ed.id = a.edition_id
        JOIN placement pl ON pl.edition_id = ed.based_on_id
          AND pl.service_id IN (SELECT service_id FROM amendment_edit WHERE amendment_id = a.id)
        JOIN revision r ON r.id = pl.revision_id
      WHERE a.id = ${amendmentId}::uuid`;
    return new Map(rows.map(({ serviceId, text }) => [serviceId, text]));
  }

  async one(reader: Reader, amendmentId: string, editId: string): Promise<EditRecord | null> {
    const [row] = await reader.$queryRaw<EditRow[]>`
      ${EDIT} WHERE e.amendment_id = ${amendmentId}::uuid AND e.id = ${editId}::uuid`;
    return row === undefined ? null : editRecord(row);
  }

  /** The edit as this very transaction leaves it: what a save is answered with, whoever saves a moment later. */
  async written(tx: Tx, amendmentId: string, editId: string): Promise<EditRecord> {
    const edit = await this.one(tx, amendmentId, editId);
    if (edit === null) throw new Error(`edit ${editId} was written and is not there`);
    return edit;
  }

  /** Kinds of edit that the amendment has for a service already. */
  async kindsFor(tx: Tx, amendmentId: string, serviceId: string): Promise<EditKind[]> {
    const rows = await tx.$queryRaw<{ kind: EditKind }[]>`
      SELECT kind FROM amendment_edit WHERE amendment_id = ${amendmentId}::uuid AND service_id = ${serviceId}::uuid`;
    return rows.map(({ kind }) => kind);
  }

  async insert(tx: Tx, edit: NewEdit): Promise<string> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO amendment_edit (amendment_id, kind, service_id, base_revision_id, proposed_revision_id, section_key,
        parent_service_id, after_service_id, updated_by_id)
      VALUES (${edit.amendmentId}::uuid, ${edit.kind}, ${edit.serviceId}::uuid, ${edit.baseRevisionId}::uuid,
        ${edit.proposedRevisionId}::uuid, ${edit.place?.sectionKey ?? null}::uuid,
        ${edit.place?.parentServiceId ?? null}::uuid, ${edit.place?.afterServiceId ?? null}::uuid, ${edit.updatedById}::uuid)
      RETURNING id::text`;
    if (row === undefined) throw new Error('An edit was written and has no id.');
    return row.id;
  }

  async updatePlace(tx: Tx, editId: string, place: Place, updatedById: string): Promise<void> {
    await tx.$executeRaw`
      UPDATE amendment_edit SET section_key = ${place.sectionKey}::uuid, parent_service_id = ${place.parentServiceId}::uuid,
        after_service_id = ${place.afterServiceId}::uuid, version = version + 1, updated_by_id = ${updatedById}::uuid,
        updated_at = now()
      WHERE id = ${editId}::uuid`;
  }

  /** Points the edit at a new text. */
  async propose(tx: Tx, editId: string, proposedRevisionId: string, updatedById: string): Promise<void> {
    await tx.$executeRaw`
      UPDATE amendment_edit SET proposed_revision_id = ${proposedRevisionId}::uuid, version = version + 1,
        updated_by_id = ${updatedById}::uuid, updated_at = now()
      WHERE id = ${editId}::uuid`;
  }

  /** Points the edit at a new text and at what it is now based on. */
  async rebase(
    tx: Tx,
    editId: string,
    texts: { readonly baseRevisionId: string; readonly proposedRevisionId: string | null },
    updatedById: string,
  ): Promise<void> {
    await tx.$executeRaw`
      UPDATE amendment_edit SET base_revision_id = ${texts.baseRevisionId}::uuid,
        proposed_revision_id = ${texts.proposedRevisionId}::uuid, version = version + 1,
        updated_by_id = ${updatedById}::uuid, updated_at = now()
      WHERE id = ${editId}::uuid`;
  }

  /** Takes an edit back, and with the removal of a service those of its items, which came with it. */
  async remove(tx: Tx, edit: EditRecord, amendmentId: string): Promise<void> {
    await tx.$executeRaw`
      DELETE FROM amendment_edit e WHERE e.amendment_id = ${amendmentId}::uuid AND (e.id = ${edit.id}::uuid
        OR (${edit.kind === 'remove'} AND e.kind = 'remove' AND EXISTS (
          SELECT FROM placement p JOIN amendment a ON a.edition_id = p.edition_id
          WHERE a.id = e.amendment_id AND p.service_id = e.service_id AND p.parent_service_id = ${edit.serviceId}::uuid)))`;
  }

  /** Other edits of the amendment that stand on a service which this one adds: its items, and what is to follow it. */
  async leaningOn(tx: Tx, amendmentId: string, serviceId: string): Promise<number> {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM amendment_edit WHERE amendment_id = ${amendmentId}::uuid
        AND (parent_service_id = ${serviceId}::uuid OR after_service_id = ${serviceId}::uuid)`;
    return row?.count ?? 0;
  }

  /** Edits as a draft froze them, with their texts; revisions never change. */
  async thaw(reader: Reader, frozen: readonly FrozenEdit[]): Promise<EditRecord[]> {
    const ids = frozen.flatMap((edit) => [edit.baseRevisionId, edit.currentRevisionId, edit.proposedRevisionId]);
    const rows = await reader.$queryRaw<{ id: string; text: RevisionText }[]>`
      SELECT r.id::text, ${revisionJson('r')} AS text FROM revision r
      WHERE r.id = ANY(${ids.filter((id) => id !== null)}::uuid[])`;
    const texts = new Map(rows.map((row) => [row.id, row.text]));
    const textOf = (id: string | null): RevisionText | null => (id === null ? null : (texts.get(id) ?? null));
    return frozen.map(({ baseRevisionId, currentRevisionId, proposedRevisionId, ...edit }) => ({
      ...edit,
      base: textOf(baseRevisionId),
      current: textOf(currentRevisionId),
      proposed: textOf(proposedRevisionId),
    }));
  }
}

function editRecord(row: EditRow): EditRecord {
  const { sectionKey, parentServiceId, afterServiceId, updatedById, updatedByName, updatedAt, ...rest } = row;
  return {
    ...rest,
    updatedBy: { id: updatedById, name: updatedByName },
    updatedAt: updatedAt.toISOString(),
    place: sectionKey === null ? null : { sectionKey, parentServiceId, afterServiceId },
  };
}
