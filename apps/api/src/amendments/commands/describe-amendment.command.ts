import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { conflict } from '../../platform/http/problem.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { AmendmentsRepository } from '../amendments.repository.js';
import { AmendmentsService } from '../amendments.service.js';
import type { DescribeAmendmentDto } from '../dto/amendment-input.dto.js';
import type { AmendmentReason } from '../model.js';
import { orStale } from '../stale-version.js';
import { Writing } from '../writing.js';

/** Changes title, reason class, rationale or legal basis. They are part of what is approved, so this is writing. */
@Injectable()
export class DescribeAmendmentCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly amendments: AmendmentsRepository,
    private readonly writing: Writing,
    private readonly queries: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  async run(amendmentId: string, input: DescribeAmendmentDto, seen: number, person: Actor): Promise<void> {
    const work = this.work.run(person, async (tx, actor) => {
      const opened = await this.writing.begin(tx, amendmentId, actor, seen);
      const { amendment } = opened;
      const before = pick(amendment);
      const after = { ...before, ...given(input) };
      const isErratum = after.reasonClass === 'erratum';
      if (!isErratum && (await this.amendments.isOfCorrigendum(tx, amendment.editionId)))
        throw conflict('amendment.erratum-only');
      await this.amendments.describe(tx, amendmentId, after);
      await recordEvent(tx, {
        subjectType: 'amendment',
        subjectId: amendmentId,
        editionId: amendment.editionId,
        amendmentId,
        action: 'amendment.described',
        data: { before, after },
        actor,
      });
      return { version: await this.writing.finish(tx, opened), editionId: amendment.editionId };
    });
    const change = await orStale(work, () => this.queries.one(amendmentId, person));
    this.live.publish({
      subjectType: 'amendment',
      subjectId: amendmentId,
      amendmentId,
      action: 'amendment.described',
      ...change,
    });
  }
}

function pick({ title, reasonClass, rationale, legalBasis }: AmendmentReason): AmendmentReason {
  return { title, reasonClass, rationale, legalBasis };
}

/** What the caller sent; a key that is absent leaves the field as it was. */
function given(input: DescribeAmendmentDto): Partial<AmendmentReason> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
