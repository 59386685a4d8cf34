import type { EditionState } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Tx } from '../../platform/prisma/database.js';
import { EditionsRepository, type LockedEdition } from '../steps/editions.repository.js';

export interface Fork {
  readonly base: LockedEdition;
  readonly label: string;
  readonly kind: 'final' | 'corrigendum';
  readonly state: EditionState;
  readonly actor: Actor;
}

@Injectable()
export class ForkRepository {
  constructor(private readonly editions: EditionsRepository) {}

  /** Writes the new edition with its outline, open findings and first commit, and returns its id. */
  async fork(tx: Tx, { base, label, kind, state, actor }: Fork): Promise<string> {
    const id = await this.editions.newId(tx);
    const eventId = await recordEvent(tx, {
      subjectType: 'edition',
      subjectId: id,
      editionId: id,
      action: 'edition.forked',
      toState: state,
      data: { basedOnId: base.id, label, treeHash: base.treeHash, ...(kind === 'final' ? {} : { kind }) },
      actor,
    });
    await tx.$executeRaw`
      INSERT INTO edition (id, standard_id, label, kind, origin, state, based_on_id, last_event_id, created_by_id)
      VALUES (${id}::uuid, ${base.standardId}::uuid, ${label}, ${kind}, 'forked', ${state}, ${base.id}::uuid,
        ${eventId}::uuid, ${actor.id}::uuid)`;
    await this.#copyOutline(tx, id, base.id);
    await this.#copyOpenFindings(tx, id, base.id);
    await tx.$executeRaw`
      INSERT INTO commit (edition_id, number, kind, parent_id, tree_hash, actor_id, message)
      VALUES (${id}::uuid, 1, 'fork', ${base.headCommitId}::uuid, ${base.treeHash}, ${actor.id}::uuid, ${base.label})`;
    await tx.$executeRaw`
      UPDATE edition SET head_commit_id = (SELECT c.id FROM commit c WHERE c.edition_id = ${id}::uuid AND c.number = 1)
      WHERE id = ${id}::uuid`;
    return id;
  }

  async #copyOutline(tx: Tx, id: string, baseId: string): Promise<void> {
    await tx.$executeRaw`
      WITH made AS MATERIALIZED (SELECT s.*, uuidv7() AS new_id FROM section s WHERE s.edition_id = ${baseId}::uuid)
      INSERT INTO section (id, edition_id, key, parent_id, kind, title, restored, position)
      SELECT m.new_id, ${id}::uuid, m.key, above.new_id, m.kind, m.title, m.restored, m.position
      FROM made m LEFT JOIN made above ON above.id = m.parent_id`;
    await tx.$executeRaw`
      INSERT INTO placement (edition_id, service_id, section_id, parent_service_id, position, revision_id)
      SELECT ${id}::uuid, p.service_id, copy.id, p.parent_service_id, p.position, p.revision_id
      FROM placement p JOIN section s ON s.id = p.section_id JOIN section copy ON copy.edition_id = ${id}::uuid AND copy.key = s.key
      WHERE p.edition_id = ${baseId}::uuid`;
  }

  async #copyOpenFindings(tx: Tx, id: string, baseId: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO finding (edition_id, ordinal, code, severity, entry, service_id, provision, line, start, "end", found, fix, origin,
        identity, params)
      SELECT ${id}::uuid, ordinal, code, severity, entry, service_id, provision, line, start, "end", found, fix, origin, identity, params
      FROM finding WHERE edition_id = ${baseId}::uuid AND state = 'open'`;
  }
}
