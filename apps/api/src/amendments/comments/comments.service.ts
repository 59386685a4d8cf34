import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/problem.js';
import { Database } from '../../platform/prisma/database.js';
import { AmendmentsService } from '../amendments.service.js';
import { CommentsRepository, type CommentRow } from './comments.repository.js';
import type { CommentDto, CommentListDto } from './dto/comment.dto.js';

@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly comments: CommentsRepository,
    private readonly amendments: AmendmentsService,
  ) {}

  /** Oldest first. 404 `amendment.not-found`. */
  async list(amendmentId: string): Promise<CommentListDto> {
    await this.amendments.editionOf(amendmentId);
    const items = (await this.comments.ofAmendment(this.database.client, amendmentId)).map(commentDto);
    return { items, total: items.length };
  }

  /** 404 `comment.not-found`. */
  async one(amendmentId: string, commentId: string): Promise<CommentDto> {
    const row = await this.comments.one(this.database.client, amendmentId, commentId);
    if (row === null) throw notFound('comment');
    return commentDto(row);
  }
}

function commentDto(row: CommentRow): CommentDto {
  return { ...row, at: row.at.toISOString(), resolvedAt: row.resolvedAt?.toISOString() ?? null };
}
