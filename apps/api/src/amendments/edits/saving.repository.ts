import { revisionHash } from '@dingben/outline/hash';
import type { AmendmentState, EditionState, Relation, Role } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { Batch } from '../../platform/prisma/batch.js';
import { wasRefused } from '../../platform/prisma/fault.js';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';
import type { EditRecord, PersonRef, RevisionText } from '../model.js';
import { TextsRepository } from '../texts.repository.js';
import { WRITE, columnsOf, type Save } from './save-statement.js';

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

interface SeenRow extends Omit<SeenEdit, 'place' | 'updatedAt' | 'updatedBy' | 'base' | 'current' | 'proposed'> {
  /** Which of the questions it answers, from 1. */
  readonly asked: string;
  readonly updatedAt: Date;
  readonly updatedById: string;
  readonly updatedByName: string;
  readonly sectionKey: string | null;
  readonly parentServiceId: string | null;
  readonly afterServiceId: string | null;
  readonly baseId: string | null;
  readonly currentId: string | null;
  readonly proposedId: string | null;
}

/** A save as it is asked for. */
type Wanted = Omit<Save, 'contentHash'>;

/** What a save wrote. */
export interface WrittenText {
  readonly proposed: RevisionText;
  readonly version: number;
  readonly updatedAt: string;
  readonly amendmentVersion: number;
}

interface WrittenRow extends Omit<WrittenText, 'proposed' | 'updatedAt'> {
  readonly amendmentId: string;
  readonly revisionId: string;
  readonly updatedAt: Date;
}

// LIMIT keeps the planner from joining whole tables for the few rows that are asked for.
const SEE: HotStatement = {
  name: 'edits_to_save',
  text: `
    SELECT asked.ordinality AS asked, found.*
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY AS asked(amendment_id, edit_id, account_id),
    LATERAL (
      SELECT a.id AS "amendmentId", a.edition_id AS "editionId", a.state, a.version AS "amendmentVersion",
        a.draft_number AS "draftNumber", ed.state AS "editionState", ed.head_commit_id AS "headCommitId",
        COALESCE((SELECT role FROM participant WHERE amendment_id = a.id AND account_id = asked.account_id), 'none') AS relation,
        (SELECT roles FROM account WHERE id = asked.account_id AND active) AS roles,
        e.id, e.kind, e.version, e.service_id AS "serviceId", s.code, e.updated_at AS "updatedAt",
        u.id AS "updatedById", u.name AS "updatedByName", e.section_key AS "sectionKey",
        e.parent_service_id AS "parentServiceId", e.after_service_id AS "afterServiceId",
        e.base_revision_id AS "baseId", e.proposed_revision_id AS "proposedId",
        (SELECT revision_id FROM placement p WHERE p.edition_id = a.edition_id AND p.service_id = e.service_id) AS "currentId"
      FROM amendment_edit e JOIN amendment a ON a.id = e.amendment_id JOIN edition ed ON ed.id = a.edition_id
      JOIN service s ON s.id = e.service_id JOIN account u ON u.id = e.updated_by_id
      WHERE e.id = asked.edit_id AND e.amendment_id = asked.amendment_id LIMIT 1) AS found`,
};

/** What a save is decided on, and the write that checks it again; of all saves of one moment together (docs/adr/0012). */
@Injectable()
export class SavingRepository {
  readonly #seen: Batch<SeenRow>;
  readonly #written: Batch<WrittenRow>;
  /** By amendment: what goes with the next statement. */
  readonly #saves = new Map<string, Save>();

  constructor(
    private readonly reads: HotReads,
    private readonly texts: TextsRepository,
  ) {
    this.#seen = new Batch((questions) => this.#see(questions));
    this.#written = new Batch((amendmentIds) => this.#write(amendmentIds));
  }

  async see(amendmentId: string, editId: string, actorId: string): Promise<SeenEdit | null> {
    const row = await this.#seen.get(`${amendmentId} ${editId} ${actorId}`);
    if (row === undefined) return null;
    const [base, current, proposed] = await Promise.all(
      [row.baseId, row.currentId, row.proposedId].map((id) => this.texts.of(id)),
    );
    return seenEdit(row, { base: base ?? null, current: current ?? null, proposed: proposed ?? null });
  }

  /**
   * Writes the revision with its references, the edit and the amendment, and spends the person's key. Null, and nothing is
   * written, where anything that was decided on has changed: the amendment is no draft any more, another saved this edit or
   * holds it, the person lost a role or the edition was closed, or the command was carried out before.
   */
  async write({ seen, text, minimal, actor }: Wanted): Promise<WrittenText | null> {
    // One statement writes a row once; whoever comes second to an amendment takes its lock by himself.
    if (this.#saves.has(seen.amendmentId)) return null;
    const contentHash = revisionHash(text);
    this.#saves.set(seen.amendmentId, { seen, text, contentHash, minimal, actor });
    const row = await this.#written.get(seen.amendmentId);
    if (row === undefined) return null;
    const { revisionId, version, amendmentVersion } = row;
    const proposed = { revisionId, contentHash, ...text };
    this.texts.keep(proposed);
    if (minimal && actor.commandKey !== undefined) actor.commandKey.answered = true;
    return { proposed, version, amendmentVersion, updatedAt: row.updatedAt.toISOString() };
  }

  async #see(questions: readonly string[]): Promise<Map<string, SeenRow>> {
    const ids = questions.map((question) => question.split(' '));
    const rows = await this.reads.rows<SeenRow>(
      SEE,
      [0, 1, 2].map((column) => ids.map((of) => of[column])),
    );
    return new Map(rows.map((row) => [questions[Number(row.asked) - 1] ?? '', row]));
  }

  async #write(amendmentIds: readonly string[]): Promise<Map<string, WrittenRow>> {
    const saves = amendmentIds.flatMap((id) => this.#saves.get(id) ?? []);
    for (const id of amendmentIds) this.#saves.delete(id);
    try {
      const rows = await this.reads.rows<WrittenRow>(WRITE, columnsOf(saves));
      return new Map(rows.map((row) => [row.amendmentId, row]));
    } catch (error) {
      // Nothing was written. Whose save it was that the database refused is told to him when each takes the long way.
      if (wasRefused(error)) return new Map();
      throw error;
    }
  }
}

function seenEdit(row: SeenRow, texts: Pick<SeenEdit, 'base' | 'current' | 'proposed'>): SeenEdit {
  const { amendmentId, editionId, state, amendmentVersion, draftNumber, editionState, headCommitId, relation, roles } =
    row;
  const { id, kind, version, serviceId, code, updatedAt, sectionKey, parentServiceId, afterServiceId } = row;
  const updatedBy: PersonRef = { id: row.updatedById, name: row.updatedByName };
  return {
    ...{ amendmentId, editionId, state, amendmentVersion, draftNumber, editionState, headCommitId, relation, roles },
    ...{ id, kind, version, serviceId, code, updatedBy, updatedAt: updatedAt.toISOString(), ...texts },
    place: sectionKey === null ? null : { sectionKey, parentServiceId, afterServiceId },
  };
}
