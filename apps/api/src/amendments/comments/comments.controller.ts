import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { UuidParam } from '../../platform/http/params.js';
import { AddCommentCommand } from './commands/add-comment.command.js';
import { ResolveCommentCommand } from './commands/resolve-comment.command.js';
import { CommentsService } from './comments.service.js';
import { AddCommentDto, CommentDto, CommentListDto } from './dto/comment.dto.js';

@ApiTags('amendments')
@Controller('amendments/:id/comments')
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly addComment: AddCommentCommand,
    private readonly resolveComment: ResolveCommentCommand,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listComments' })
  @ApiOkResponse({ type: CommentListDto })
  async list(@UuidParam('id') amendmentId: string): Promise<CommentListDto> {
    return this.comments.list(amendmentId);
  }

  @Post()
  @Requires('amendment.comment')
  @ApiOperation({ operationId: 'addComment' })
  @ApiCreatedResponse({ type: CommentDto })
  async add(
    @UuidParam('id') amendmentId: string,
    @Body() input: AddCommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<CommentDto> {
    return this.comments.one(amendmentId, await this.addComment.run(amendmentId, input, actor));
  }

  @Post(':commentId/resolution')
  @HttpCode(200)
  @Requires('amendment.comment')
  @ApiOperation({ operationId: 'resolveComment' })
  @ApiOkResponse({ type: CommentDto })
  async resolve(
    @UuidParam('id') amendmentId: string,
    @UuidParam('commentId') commentId: string,
    @CurrentActor() actor: Actor,
  ): Promise<CommentDto> {
    await this.resolveComment.run(amendmentId, commentId, actor);
    return this.comments.one(amendmentId, commentId);
  }
}
