import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { OpenAmendmentDto } from '../dto/amendment-input.dto.js';
import { Opening } from '../opening.js';

/** Opens an amendment on a draft edition. */
@Injectable()
export class OpenAmendmentCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: Opening,
    private readonly live: LiveEvents,
  ) {}

  /** Returns the new amendment's id. */
  async run({ editionId, ...reason }: OpenAmendmentDto, person: Actor): Promise<string> {
    const { id } = await this.work.run(person, (tx, actor) => this.opening.run(tx, editionId, reason, actor));
    const action = 'amendment.opened';
    this.live.publish({ subjectType: 'amendment', subjectId: id, editionId, amendmentId: id, action, version: 1 });
    return id;
  }
}
