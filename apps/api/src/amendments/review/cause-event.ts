import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { AmendmentsService } from '../amendments.service.js';
import type { AmendmentEventDto } from '../dto/amendment-input.dto.js';
import type { AmendmentDto } from '../dto/amendment.dto.js';
import { MergeCommand } from '../merge/merge.command.js';
import { ApproveCommand } from './commands/approve.command.js';
import { SendBackCommand } from './commands/send-back.command.js';
import { SubmitCommand } from './commands/submit.command.js';
import { TakeBackCommand } from './commands/take-back.command.js';
import { ACTIONS } from './transitions.js';
import { orStale } from '../stale-version.js';

/** Hands an event that a person sends to its command, and tells those who look on. */
@Injectable()
export class CauseEvent {
  constructor(
    private readonly submit: SubmitCommand,
    private readonly approve: ApproveCommand,
    private readonly sendBack: SendBackCommand,
    private readonly takeBack: TakeBackCommand,
    private readonly merge: MergeCommand,
    private readonly queries: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  async run(amendmentId: string, input: AmendmentEventDto, seen: number, actor: Actor): Promise<AmendmentDto> {
    const work = this.#dispatch(amendmentId, input, seen, actor);
    const editionVersion = await orStale(work, () => this.queries.one(amendmentId, actor));
    const amendment = await this.queries.one(amendmentId, actor);
    const { editionId, version } = amendment;
    const action = ACTIONS[input.event];
    this.live.publish({ subjectType: 'amendment', subjectId: amendmentId, amendmentId, editionId, action, version });
    if (editionVersion !== null) {
      this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action, version: editionVersion });
    }
    return amendment;
  }

  /** The edition's new version where the event changed the edition. */
  async #dispatch(amendmentId: string, input: AmendmentEventDto, seen: number, actor: Actor): Promise<number | null> {
    const { event } = input;
    const sent = { seen, comment: input.comment ?? null, contentHash: input.contentHash ?? null };
    switch (event) {
      case 'submit':
        await this.submit.run(amendmentId, { ...sent, event }, actor);
        return null;
      case 'approve':
        await this.approve.run(amendmentId, { ...sent, event }, actor);
        return null;
      case 'requestChanges':
      case 'reject':
        await this.sendBack.run(amendmentId, { ...sent, event }, actor);
        return null;
      case 'reopen':
      case 'withdraw':
        await this.takeBack.run(amendmentId, { ...sent, event }, actor);
        return null;
      case 'merge':
        return (await this.merge.run(amendmentId, { ...sent, event }, actor)).editionVersion;
    }
  }
}
