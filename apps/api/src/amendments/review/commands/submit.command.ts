import { Injectable } from '@nestjs/common';
import { OutlineService } from '../../../editions/outline/outline.service.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsRepository } from '../../amendments.repository.js';
import { AmendmentsService } from '../../amendments.service.js';
import { freeze } from '../../edits/frozen-edit.js';
import { Situations, type Sent } from '../situation.js';
import { Transitions } from '../transitions.js';

/** Submits an amendment for review: its content is frozen as 第 N 稿, and that is what an approval names. */
@Injectable()
export class SubmitCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly situations: Situations,
    private readonly transitions: Transitions,
    private readonly amendments: AmendmentsRepository,
    private readonly queries: AmendmentsService,
    private readonly outlines: OutlineService,
  ) {}

  async run(amendmentId: string, sent: Sent, person: Actor): Promise<void> {
    // Printed numbers are for the reader of the frozen draft; they are read before the transaction takes its connection.
    const { tree } = await this.outlines.current(await this.queries.editionOf(amendmentId));
    await this.work.run(person, async (tx, actor) => {
      const decided = await this.situations.decide(tx, amendmentId, sent, actor);
      const { amendment, edits, contentHash } = decided;
      const draftNumber = amendment.draftNumber + 1;
      await this.amendments.insertDraft(tx, {
        amendmentId,
        number: draftNumber,
        contentHash,
        edits: freeze(edits, (serviceId) => tree.byService.get(serviceId)?.path ?? null),
        submittedById: actor.id,
      });
      await this.transitions.write(tx, decided, { event: 'submit', comment: sent.comment, draftNumber }, actor);
    });
  }
}
