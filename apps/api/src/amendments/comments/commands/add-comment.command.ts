import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { notFound } from '../../../platform/http/problem.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsService } from '../../amendments.service.js';
import { lower } from '../../edits/edit-input.js';
import { CommentsRepository } from '../comments.repository.js';
import type { AddCommentDto } from '../dto/comment.dto.js';

/** Says something about an amendment: about all of it, an entry, a provision or some words, or in answer to a comment. */
@Injectable()
export class AddCommentCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comments: CommentsRepository,
    private readonly amendments: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  /** Returns the new comment's id. */
  async run(amendmentId: string, input: AddCommentDto, person: Actor): Promise<string> {
    const editionId = await this.amendments.editionOf(amendmentId);
    const parentId = lower(input.parentId ?? null);
    const serviceId = lower(input.serviceId ?? null);
    const id = await this.work.run(person, async (tx, actor) => {
      if (parentId !== null && (await this.comments.one(tx, amendmentId, parentId)) === null) throw notFound('comment');
      if (serviceId !== null && !(await this.comments.serviceExists(tx, serviceId))) throw notFound('entry');
      const { text, provision = null, quote = null } = input;
      const comment = { amendmentId, parentId, serviceId, provision, quote, text, authorId: actor.id };
      const commentId = await this.comments.insert(tx, comment);
      await recordEvent(tx, {
        subjectType: 'comment',
        subjectId: commentId,
        editionId,
        amendmentId,
        action: 'comment.added',
        comment: text,
        data: { serviceId, provision, quote, parentId },
        actor,
      });
      return commentId;
    });
    this.live.publish({ subjectType: 'comment', subjectId: id, editionId, amendmentId, action: 'comment.added' });
    return id;
  }
}
