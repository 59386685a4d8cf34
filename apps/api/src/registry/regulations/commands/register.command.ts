import { EMPTY } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import { recordEvents } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import type { RegisterRegulation } from '../dto/regulation-input.dto.js';
import { checkContent, checkIsAnother, checkSuccessor, given } from '../regulation-writing.js';
import { RegulationsRepository } from '../regulations.repository.js';

/** Registers a regulation. */
@Injectable()
export class RegisterRegulationCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regulations: RegulationsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** The new regulation's id. */
  async run(input: RegisterRegulation, person: Actor): Promise<string> {
    const { comment, successorId = null, ...facts } = input;
    const content = { ...EMPTY, ...given(facts) };
    checkContent(content);
    const action = 'regulation.registered';
    const id = await this.work.run(person, async (tx, actor) => {
      const rows = await this.regulations.lockAll(tx);
      checkIsAnother(null, content, rows);
      checkSuccessor(null, successorId, rows);
      const [newId = '', eventId = ''] = await this.regulations.newIds(tx, 2);
      const state = { ...content, successorId, mergedIntoId: null };
      await recordEvents(tx, [
        {
          id: eventId,
          subjectType: 'regulation',
          subjectId: newId,
          action,
          toState: content.status,
          comment: comment ?? null,
          data: { after: state },
          actor,
        },
      ]);
      await this.regulations.insert(tx, [{ id: newId, state, eventId }]);
      return newId;
    });
    this.live.publish({ subjectType: 'regulation', subjectId: id, action, version: 1 });
    return id;
  }
}
