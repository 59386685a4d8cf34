import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { ProblemError, stale } from '../../platform/http/problem.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { CancelPlanCommand } from '../../publications/commands/cancel-plan.command.js';
import { PlanCommand } from '../../publications/commands/plan.command.js';
import { PublishCommand } from '../../publications/commands/publish.command.js';
import { WithdrawCommand } from '../../publications/commands/withdraw.command.js';
import type { CauseEditionEvent, EditionDto } from '../dto/edition.dto.js';
import { EditionsService } from '../editions.service.js';
import { MissingCharactersService } from '../missing-characters.service.js';
import { EDITION_ACTIONS, EditionSteps } from '../steps/edition-steps.js';

/** Takes an edition one step through its lifecycle, against the version that the person saw. */
@Injectable()
export class CauseCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly steps: EditionSteps,
    private readonly editions: EditionsService,
    private readonly publishing: PublishCommand,
    private readonly planning: PlanCommand,
    private readonly cancelling: CancelPlanCommand,
    private readonly withdrawing: WithdrawCommand,
    private readonly live: LiveEvents,
    private readonly characters: MissingCharactersService,
  ) {}

  async run(actor: Actor, editionId: string, version: number, body: CauseEditionEvent): Promise<EditionDto> {
    try {
      await this.#cause(actor, editionId, version, body);
    } catch (error) {
      const outdated = error instanceof ProblemError && error.code === 'request.version-stale';
      throw outdated ? stale(await this.editions.edition(editionId, actor)) : error;
    }
    const edition = await this.editions.edition(editionId, actor);
    const action = EDITION_ACTIONS[body.event];
    this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action, version: edition.version });
    return edition;
  }

  #cause(actor: Actor, editionId: string, version: number, body: CauseEditionEvent): Promise<void> {
    const { event, ...given } = body;
    const request = { ...given, editionId, version };
    switch (event) {
      case 'publish':
        return this.publishing.run(actor, { editionId, version, comment: body.comment });
      case 'plan':
        return this.planning.run(actor, request);
      case 'unplan':
      case 'unschedule':
        return this.cancelling.run(actor, { ...request, event });
      case 'withdraw':
        return this.withdrawing.run(actor, request);
      default:
        return this.#step(actor, editionId, version, body);
    }
  }

  async #step(
    actor: Actor,
    editionId: string,
    version: number,
    { event, effectiveDate, comment }: CauseEditionEvent,
  ): Promise<void> {
    // Before the transaction, which takes no second connection: whoever publishes would meet it with nothing to mend it by.
    if (event === 'schedule') await this.characters.assertNone(editionId);
    await this.work.run(actor, async (tx, now) => {
      const { edition, to } = await this.steps.decided(tx, now, { editionId, version, event, effectiveDate, comment });
      await this.steps.take(tx, edition, { event, to, effectiveDate, comment }, { actor: now });
    });
  }
}
