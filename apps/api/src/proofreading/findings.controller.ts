import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { UuidParam } from '../platform/http/params.js';
import { notFound } from '../platform/http/problem.js';
import { IfMatch } from '../platform/http/version.js';
import { AnswerCommand } from './commands/answer.command.js';
import { AnswerFinding, FindingDto, FindingList, FindingsQuery } from './dto/finding.dto.js';
import { FindingsRepository } from './findings.repository.js';

@ApiTags('findings')
@Controller('editions/:editionId/findings')
export class FindingsController {
  constructor(
    private readonly findings: FindingsRepository,
    private readonly answering: AnswerCommand,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listFindings' })
  @ApiOkResponse({ type: FindingList })
  async list(@UuidParam('editionId') editionId: string, @Query() query: FindingsQuery): Promise<FindingList> {
    const found = await this.findings.list(editionId, query);
    if (found === null) throw notFound('edition');
    return found;
  }

  @Post(':findingId/answer')
  @HttpCode(200)
  @Requires('finding.answer')
  @ApiOperation({ operationId: 'answerFinding' })
  @ApiOkResponse({ type: FindingDto })
  answer(
    @CurrentActor() actor: Actor,
    @UuidParam('editionId') editionId: string,
    @UuidParam('findingId') findingId: string,
    @IfMatch() version: number,
    @Body() body: AnswerFinding,
  ): Promise<FindingDto> {
    return this.answering.run(actor, { editionId, findingId, version }, body);
  }
}
