import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { KnownTexts } from '../../references/known-texts.js';
import { AmendmentsRepository } from '../amendments.repository.js';
import { AmendmentsService } from '../amendments.service.js';
import type { EditRecord } from '../model.js';
import { Situations, type Decided, type Sent } from '../review/situation.js';
import { Transitions } from '../review/transitions.js';
import { RevisionsRepository } from '../revisions.repository.js';
import { joinTexts } from './join-texts.js';
import { MergeRepository } from './merge.repository.js';
import { planMerge } from './plan.js';

/** Merges an approved amendment: one commit of its edition, made of the very content that was approved. */
@Injectable()
export class MergeCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly situations: Situations,
    private readonly transitions: Transitions,
    private readonly amendments: AmendmentsRepository,
    private readonly revisions: RevisionsRepository,
    private readonly merges: MergeRepository,
    private readonly known: KnownTexts,
    private readonly queries: AmendmentsService,
  ) {}

  async run(amendmentId: string, sent: Sent, person: Actor): Promise<{ readonly editionVersion: number }> {
    const editionId = await this.queries.editionOf(amendmentId);
    return this.work.run(person, async (tx, actor) => {
      // Edition before amendment, everywhere: two merges wait for each other in one order.
      const edition = await this.merges.lockEdition(tx, editionId);
      if (edition === null) throw notFound('edition');
      const decided = await this.situations.decide(tx, amendmentId, sent, actor);
      const { draftHash } = await this.amendments.standing(tx, decided.amendment, actor.id);
      if (draftHash !== decided.contentHash) throw conflict('amendment.content-changed');
      const revisionIds = await this.#revisions(tx, decided);
      const { changes, result } = planMerge(decided.edits, decided.ground, (edit) => revisionIds.get(edit.id) ?? '');
      await this.merges.place(tx, editionId, result);
      await this.known.follow(
        tx,
        [...revisionIds.values()].filter((id) => id !== ''),
      );
      const { contentHash, amendment } = decided;
      const commit = { editionId, amendmentId, contentHash, message: amendment.title, actorId: actor.id };
      const { commitId, editionVersion } = await this.merges.commit(tx, edition, commit, changes);
      await this.transitions.write(
        tx,
        decided,
        { event: 'merge', comment: sent.comment, mergedCommitId: commitId },
        actor,
      );
      await this.merges.judge(tx);
      return { editionVersion };
    });
  }

  /** The revision that each edit's service will show: the approved one, or one that joins it with what came meanwhile. */
  async #revisions(tx: Tx, { edits, amendment }: Decided): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const edit of edits) found.set(edit.id, await this.#revisionOf(tx, edit, amendment.id));
    return found;
  }

  async #revisionOf(tx: Tx, edit: EditRecord, amendmentId: string): Promise<string> {
    const join = joinTexts(edit);
    // Conflicts were counted under the same locks; one now is a bug, and nothing is merged.
    if (!join.ok) throw new Error(`edit ${edit.id} is in conflict after the check`);
    if (join.text.use !== 'joined') return edit[join.text.use]?.revisionId ?? '';
    const { title, provisions } = join.text;
    const { revisionId } = await this.revisions.insert(tx, {
      serviceId: edit.serviceId,
      parentId: edit.proposed?.revisionId ?? null,
      mergedWithId: edit.current?.revisionId ?? null,
      title,
      provisions,
      authorId: edit.updatedBy.id,
      amendmentId,
    });
    return revisionId;
  }
}
