import type { AmendmentState, EditionState, Relation } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { Prisma } from '../generated/prisma/client.js';
import type { Reader, Tx } from '../platform/prisma/database.js';
import type { AmendmentReason, LockedAmendment, PersonRef } from './model.js';

export interface NewAmendment extends AmendmentReason {
  readonly id: string;
  readonly editionId: string;
  readonly number: number;
  readonly baseCommitId: string;
  readonly lastEventId: string;
  readonly createdById: string;
}

export interface LockedEdition {
  readonly id: string;
  readonly standardId: string;
  readonly state: EditionState;
  readonly kind: string;
  readonly headCommitId: string;
  /** Number of the next amendment. */
  readonly nextNumber: number;
  /** A fresh id for it. */
  readonly newId: string;
}

export interface StateChange {
  readonly state: AmendmentState;
  readonly eventId: string;
  readonly draftNumber?: number;
  readonly mergedCommitId?: string | null;
}

/** What approvals stand for the content that was submitted last. */
export interface Standing {
  readonly approvals: number;
  readonly actorApproved: boolean;
  /** Hash of the latest draft; null before the first submission. */
  readonly draftHash: string | null;
}

/** Rows of amendment, participant, approval and amendment_draft, for commands. Lists and pages read elsewhere. */
@Injectable()
export class AmendmentsRepository {
  /** Locks the edition: amendments are numbered one after another. */
  async lockEdition(tx: Tx, editionId: string): Promise<LockedEdition | null> {
    await tx.$executeRaw`SELECT FROM edition WHERE id = ${editionId}::uuid FOR NO KEY UPDATE`;
    const [row] = await tx.$queryRaw<LockedEdition[]>`
      SELECT id::text, standard_id::text AS "standardId", state, kind, head_commit_id::text AS "headCommitId",
        (SELECT COALESCE(max(number), 0) + 1 FROM amendment WHERE edition_id = edition.id)::int AS "nextNumber",
        uuidv7()::text AS "newId"
      FROM edition WHERE id = ${editionId}::uuid`;
    return row ?? null;
  }

  /** Whether the edition takes errata only. What an edition is does not change, so no lock is needed. */
  async isOfCorrigendum(tx: Tx, editionId: string): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ kind: string }[]>`SELECT kind FROM edition WHERE id = ${editionId}::uuid`;
    return row?.kind === 'corrigendum';
  }

  /**
   * Locks the amendment's row and then reads what decisions need, in a statement of its own: a statement that waits for a
   * lock goes on with the other tables as they were before it waited.
   */
  async lock(tx: Tx, amendmentId: string, actorId: string): Promise<LockedAmendment | null> {
    await tx.$executeRaw`SELECT FROM amendment WHERE id = ${amendmentId}::uuid FOR NO KEY UPDATE`;
    const [row] = await tx.$queryRaw<LockedAmendment[]>`
      SELECT a.id::text, a.edition_id::text AS "editionId", ed.standard_id::text AS "standardId", a.number, a.title,
        a.reason_class AS "reasonClass", a.rationale, a.legal_basis AS "legalBasis", a.state, a.version,
        a.draft_number AS "draftNumber", a.required_approvals AS "requiredApprovals", ed.state AS "editionState",
        ed.head_commit_id::text AS "headCommitId",
        COALESCE((SELECT role FROM participant WHERE amendment_id = a.id AND account_id = ${actorId}::uuid), 'none') AS relation
      FROM amendment a JOIN edition ed ON ed.id = a.edition_id WHERE a.id = ${amendmentId}::uuid`;
    return row ?? null;
  }

  /** The edition that an amendment belongs to; it never changes. */
  async editionOf(reader: Reader, amendmentId: string): Promise<string | null> {
    const [row] = await reader.$queryRaw<{ id: string }[]>`
      SELECT edition_id::text AS id FROM amendment WHERE id = ${amendmentId}::uuid`;
    return row?.id ?? null;
  }

  async standing(tx: Tx, amendment: LockedAmendment, actorId: string): Promise<Standing> {
    const [row] = await tx.$queryRaw<Standing[]>`
      SELECT (SELECT content_hash FROM amendment_draft WHERE amendment_id = ${amendment.id}::uuid
          AND number = ${amendment.draftNumber}) AS "draftHash",
        count(*)::int AS approvals, COALESCE(bool_or(approver_id = ${actorId}::uuid), false) AS "actorApproved"
      FROM approval WHERE amendment_id = ${amendment.id}::uuid AND draft_number = ${amendment.draftNumber}`;
    return row ?? { approvals: 0, actorApproved: false, draftHash: null };
  }

  async insert(tx: Tx, amendment: NewAmendment): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO amendment (id, edition_id, number, title, reason_class, rationale, legal_basis, state, base_commit_id,
        last_event_id, created_by_id)
      VALUES (${amendment.id}::uuid, ${amendment.editionId}::uuid, ${amendment.number}, ${amendment.title},
        ${amendment.reasonClass}, ${amendment.rationale}, ${amendment.legalBasis}, 'draft', ${amendment.baseCommitId}::uuid,
        ${amendment.lastEventId}::uuid, ${amendment.createdById}::uuid)`;
  }

  /** A person who is the other of the two already stays it; what comes next is then refused by the database. */
  async addParticipant(tx: Tx, amendmentId: string, accountId: string, role: Exclude<Relation, 'none'>): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO participant (amendment_id, account_id, role) VALUES (${amendmentId}::uuid, ${accountId}::uuid, ${role})
      ON CONFLICT DO NOTHING`;
  }

  async describe(tx: Tx, amendmentId: string, reason: AmendmentReason): Promise<void> {
    await tx.$executeRaw`
      UPDATE amendment SET title = ${reason.title}, reason_class = ${reason.reasonClass}, rationale = ${reason.rationale},
        legal_basis = ${reason.legalBasis}
      WHERE id = ${amendmentId}::uuid`;
  }

  /** Every write bumps the version; a transition also moves the state together with the event that says so. */
  async touch(tx: Tx, amendmentId: string, transition: StateChange | null): Promise<number> {
    const moved =
      transition === null
        ? Prisma.empty
        : Prisma.sql`, state = ${transition.state}, last_event_id = ${transition.eventId}::uuid,
            draft_number = COALESCE(${transition.draftNumber ?? null}::int, draft_number),
            merged_commit_id = ${transition.mergedCommitId ?? null}::uuid`;
    const [row] = await tx.$queryRaw<{ version: number }[]>`
      UPDATE amendment SET version = version + 1, updated_at = now()${moved} WHERE id = ${amendmentId}::uuid RETURNING version`;
    if (row === undefined) throw new Error(`amendment ${amendmentId} vanished under its lock`);
    return row.version;
  }

  async insertDraft(
    tx: Tx,
    draft: { amendmentId: string; number: number; contentHash: string; edits: string; submittedById: string },
  ): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO amendment_draft (amendment_id, number, content_hash, edits, submitted_by_id)
      VALUES (${draft.amendmentId}::uuid, ${draft.number}, ${draft.contentHash}, ${draft.edits}, ${draft.submittedById}::uuid)`;
  }

  async insertApproval(
    tx: Tx,
    approval: {
      amendmentId: string;
      draftNumber: number;
      contentHash: string;
      approverId: string;
      comment: string | null;
    },
  ): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO approval (amendment_id, draft_number, content_hash, approver_id, comment)
      VALUES (${approval.amendmentId}::uuid, ${approval.draftNumber}, ${approval.contentHash}, ${approval.approverId}::uuid,
        ${approval.comment})`;
  }

  async draft(reader: Reader, amendmentId: string, number: number): Promise<DraftRow | null> {
    const [row] = await reader.$queryRaw<DraftRow[]>`
      SELECT d.number, d.content_hash AS "contentHash", d.edits, d.submitted_at AS "submittedAt",
        json_build_object('id', u.id, 'name', u.name) AS "submittedBy"
      FROM amendment_draft d JOIN account u ON u.id = d.submitted_by_id
      WHERE d.amendment_id = ${amendmentId}::uuid AND d.number = ${number}`;
    return row ?? null;
  }
}

export interface DraftRow {
  readonly number: number;
  readonly contentHash: string;
  readonly edits: string;
  readonly submittedAt: Date;
  readonly submittedBy: PersonRef;
}
