import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsService } from '../../amendments.service.js';
import { StaleVersion, orStale } from '../../stale-version.js';
import { Writing } from '../../writing.js';
import { EditsRepository } from '../edits.repository.js';

/** Takes an edit back. Its revisions stay in the record; they are proposed no longer. */
@Injectable()
export class DeleteEditCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: Writing,
    private readonly edits: EditsRepository,
    private readonly queries: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  async run(amendmentId: string, editId: string, seen: number, person: Actor): Promise<void> {
    const action = 'amendment.edit-deleted';
    const work = this.work.run(person, async (tx, actor) => {
      const opened = await this.writing.begin(tx, amendmentId, actor);
      const { amendment } = opened;
      const edit = await this.edits.one(tx, amendmentId, editId);
      if (edit === null) throw notFound('edit');
      StaleVersion.check(seen, edit.version);
      const { kind, serviceId } = edit;
      if (kind === 'add' && (await this.edits.leaningOn(tx, amendmentId, serviceId)) > 0) throw conflict('edit.in-use');
      await this.edits.remove(tx, edit, amendmentId);
      await recordEvent(tx, {
        subjectType: 'amendment',
        subjectId: amendmentId,
        editionId: amendment.editionId,
        amendmentId,
        action,
        data: { editId, kind, serviceId, proposedHash: edit.proposed?.contentHash ?? null },
        actor,
      });
      return { editionId: amendment.editionId, version: await this.writing.finish(tx, opened) };
    });
    const change = await orStale(work, () => this.queries.edit(amendmentId, editId));
    this.live.publish({ subjectType: 'amendment', subjectId: amendmentId, amendmentId, action, ...change });
  }
}
