import { Injectable } from '@nestjs/common';
import { recordEvents } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { StaleVersion, orStale } from '../../../amendments/stale-version.js';
import type { ChangeRegulation } from '../dto/regulation-input.dto.js';
import { stateOf } from '../regulation.mapper.js';
import { checkContent, checkIsAnother, checkSuccessor, differenceOf, given } from '../regulation-writing.js';
import { RegulationsRepository } from '../regulations.repository.js';
import { RegulationsService } from '../regulations.service.js';

/** Changes what is known of a regulation: a fact, its status, what took its place. */
@Injectable()
export class ChangeRegulationCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regulations: RegulationsRepository,
    private readonly queries: RegulationsService,
    private readonly live: LiveEvents,
  ) {}

  async run(id: string, input: ChangeRegulation, seen: number, person: Actor): Promise<void> {
    const action = 'regulation.changed';
    const version = await orStale(this.#change(id, input, seen, person), () => this.queries.one(id));
    this.live.publish({ subjectType: 'regulation', subjectId: id, action, version });
  }

  #change(id: string, { comment, ...facts }: ChangeRegulation, seen: number, person: Actor): Promise<number> {
    return this.work.run(person, async (tx, actor) => {
      const rows = await this.regulations.lockAll(tx);
      const row = rows.find((candidate) => candidate.id === id);
      if (row === undefined) throw notFound('regulation');
      StaleVersion.check(seen, row.version);
      if (row.mergedIntoId !== null) throw conflict('regulation.merged');
      const before = stateOf(row);
      const state = { ...before, ...given(facts) };
      checkContent(state);
      checkIsAnother(id, state, rows);
      checkSuccessor(id, state.successorId, rows);
      const difference = differenceOf(before, state);
      // Nothing was changed: nothing is written.
      if (difference === null) return row.version;
      const [eventId = ''] = await this.regulations.newIds(tx, 1);
      await recordEvents(tx, [
        {
          id: eventId,
          subjectType: 'regulation',
          subjectId: id,
          action: 'regulation.changed',
          fromState: before.status,
          toState: state.status,
          comment: comment ?? null,
          data: difference,
          actor,
        },
      ]);
      await this.regulations.update(tx, [{ id, state, eventId }]);
      return row.version + 1;
    });
  }
}
