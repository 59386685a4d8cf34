import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsService } from '../../amendments.service.js';
import { StaleVersion, orStale } from '../../stale-version.js';
import { Writing } from '../../writing.js';
import type { SaveEditDto } from '../dto/edit-input.dto.js';
import type { EditDto } from '../dto/edit.dto.js';
import { checkFields, placeOf } from '../edit-input.js';
import { EditsRepository } from '../edits.repository.js';
import { PlaceCheck } from '../place-check.js';

/** Changes where an addition or a move is to stand. */
@Injectable()
export class SavePlaceCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: Writing,
    private readonly edits: EditsRepository,
    private readonly places: PlaceCheck,
    private readonly queries: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  async run(
    ids: { amendmentId: string; editId: string },
    input: SaveEditDto,
    seen: number,
    person: Actor,
  ): Promise<EditDto> {
    const { amendmentId, editId } = ids;
    checkFields('place', input);
    const place = placeOf(input);
    const action = 'amendment.edit-placed';
    const work = this.work.run(person, async (tx, actor) => {
      const opened = await this.writing.begin(tx, amendmentId, actor);
      const { amendment } = opened;
      const edit = await this.edits.one(tx, amendmentId, editId);
      if (edit === null) throw notFound('edit');
      StaleVersion.check(seen, edit.version);
      if (edit.place === null) throw conflict('edit.has-no-place');
      await this.places.check(tx, amendment, { ...edit, place });
      await this.edits.updatePlace(tx, editId, place, actor.id);
      await recordEvent(tx, {
        subjectType: 'amendment',
        subjectId: amendmentId,
        editionId: amendment.editionId,
        amendmentId,
        action,
        data: { editId, serviceId: edit.serviceId, before: { ...edit.place }, after: { ...place } },
        actor,
      });
      const version = await this.writing.finish(tx, opened);
      const written = await this.edits.written(tx, amendmentId, editId);
      return { written, editionId: amendment.editionId, version };
    });
    const { written, ...change } = await orStale(work, () => this.queries.edit(amendmentId, editId));
    this.live.publish({ subjectType: 'amendment', subjectId: amendmentId, amendmentId, action, ...change });
    return this.queries.written(written, change.editionId);
  }
}
