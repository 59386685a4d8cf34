import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { notFound } from '../../../platform/http/problem.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsService } from '../../amendments.service.js';
import { CommentsRepository } from '../comments.repository.js';

/** Marks a comment as dealt with. Done twice, it stays with the person who did it first. */
@Injectable()
export class ResolveCommentCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comments: CommentsRepository,
    private readonly amendments: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  async run(amendmentId: string, commentId: string, person: Actor): Promise<void> {
    const editionId = await this.amendments.editionOf(amendmentId);
    const action = 'comment.resolved';
    await this.work.run(person, async (tx, actor) => {
      if ((await this.comments.one(tx, amendmentId, commentId)) === null) throw notFound('comment');
      if (!(await this.comments.resolve(tx, commentId, actor.id))) return;
      await recordEvent(tx, { subjectType: 'comment', subjectId: commentId, editionId, amendmentId, action, actor });
    });
    this.live.publish({ subjectType: 'comment', subjectId: commentId, editionId, amendmentId, action });
  }
}
