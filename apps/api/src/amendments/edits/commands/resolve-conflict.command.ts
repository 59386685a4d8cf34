import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsService } from '../../amendments.service.js';
import type { EditRecord } from '../../model.js';
import { RevisionsRepository } from '../../revisions.repository.js';
import { StaleVersion, orStale } from '../../stale-version.js';
import { Writing } from '../../writing.js';
import type { ResolutionDto } from '../dto/edit-input.dto.js';
import type { EditDto } from '../dto/edit.dto.js';
import { checkFields, checkForm, lower, textOf } from '../edit-input.js';
import { EditsRepository } from '../edits.repository.js';

interface Resolving {
  readonly amendmentId: string;
  readonly editId: string;
  readonly input: ResolutionDto;
}

/**
 * Rebases an edit on what stands in the edition now, with the text that its author made of both. The amendment is a draft
 * again, so that approval is asked for the new content.
 */
@Injectable()
export class ResolveConflictCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: Writing,
    private readonly edits: EditsRepository,
    private readonly revisions: RevisionsRepository,
    private readonly queries: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  async run(resolving: Resolving, seen: number, person: Actor): Promise<EditDto> {
    const { amendmentId, editId } = resolving;
    const action = 'amendment.conflict-resolved';
    const work = this.work.run(person, async (tx, actor) => {
      const opened = await this.writing.begin(tx, amendmentId, actor);
      const edit = await this.edits.one(tx, amendmentId, editId);
      if (edit === null) throw notFound('edit');
      StaleVersion.check(seen, edit.version);
      const baseRevisionId = lower(resolving.input.currentRevisionId);
      // What the person had before them is no longer what stands: the next look shows both again.
      if (edit.current === null || edit.base === null) throw conflict('edit.entry-gone');
      if (edit.current.revisionId !== baseRevisionId) throw new StaleVersion('the edition has moved on');
      const proposedRevisionId = await this.#text(tx, edit, resolving, actor);
      await this.edits.rebase(tx, editId, { baseRevisionId, proposedRevisionId }, actor.id);
      const { editionId } = opened.amendment;
      await recordEvent(tx, {
        subjectType: 'amendment',
        subjectId: amendmentId,
        editionId,
        amendmentId,
        action,
        data: { editId, serviceId: edit.serviceId, before: edit.base.revisionId, after: baseRevisionId },
        actor,
      });
      const version = await this.writing.finish(tx, opened);
      return { written: await this.edits.written(tx, amendmentId, editId), editionId, version };
    });
    const { written, ...change } = await orStale(work, () => this.queries.edit(amendmentId, editId));
    this.live.publish({ subjectType: 'amendment', subjectId: amendmentId, amendmentId, action, ...change });
    return this.queries.written(written, change.editionId);
  }

  /** The resolved text as a revision; null for a removal or move, which has none of its own. */
  async #text(tx: Tx, edit: EditRecord, { amendmentId, input }: Resolving, actor: Actor): Promise<string | null> {
    if (edit.proposed === null) return null;
    const { title, provisions } = input;
    checkFields('text', { title, provisions });
    const text = textOf(input);
    checkForm(text, edit.current !== null && edit.current.provisions !== null);
    const written = await this.revisions.insert(tx, {
      serviceId: edit.serviceId,
      parentId: edit.proposed.revisionId,
      mergedWithId: edit.current?.revisionId ?? null,
      ...text,
      authorId: actor.id,
      amendmentId,
    });
    return written.revisionId;
  }
}
