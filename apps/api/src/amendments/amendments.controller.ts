import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { IdempotencyRequired } from '../platform/http/idempotency.js';
import { IntegerParam, UuidParam } from '../platform/http/params.js';
import { IfMatch } from '../platform/http/version.js';
import { AmendmentsService } from './amendments.service.js';
import { DescribeAmendmentCommand } from './commands/describe-amendment.command.js';
import { OpenAmendmentCommand } from './commands/open-amendment.command.js';
import {
  AmendmentEventDto,
  AmendmentListQuery,
  DescribeAmendmentDto,
  OpenAmendmentDto,
} from './dto/amendment-input.dto.js';
import { AmendmentDto, AmendmentPageDto, DraftDto, TimelineDto } from './dto/amendment.dto.js';
import { CauseEvent } from './review/cause-event.js';

@ApiTags('amendments')
@Controller('amendments')
export class AmendmentsController {
  constructor(
    private readonly queries: AmendmentsService,
    private readonly openAmendment: OpenAmendmentCommand,
    private readonly describeAmendment: DescribeAmendmentCommand,
    private readonly causeEvent: CauseEvent,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listAmendments' })
  @ApiOkResponse({ type: AmendmentPageDto })
  async list(@Query() query: AmendmentListQuery, @CurrentActor() actor: Actor): Promise<AmendmentPageDto> {
    return this.queries.list(query, actor);
  }

  @Post()
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'openAmendment' })
  @ApiCreatedResponse({ type: AmendmentDto })
  async open(@Body() input: OpenAmendmentDto, @CurrentActor() actor: Actor): Promise<AmendmentDto> {
    return this.queries.one(await this.openAmendment.run(input, actor), actor);
  }

  @Get(':id')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readAmendment' })
  @ApiOkResponse({ type: AmendmentDto })
  async read(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<AmendmentDto> {
    return this.queries.one(id, actor);
  }

  @Patch(':id')
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'describeAmendment' })
  @ApiOkResponse({ type: AmendmentDto })
  async describe(
    @UuidParam('id') id: string,
    @Body() input: DescribeAmendmentDto,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<AmendmentDto> {
    await this.describeAmendment.run(id, input, seen, actor);
    return this.queries.one(id, actor);
  }

  @Post(':id/events')
  @HttpCode(200)
  @Requires('amendment.write', 'amendment.review', 'amendment.merge')
  @IdempotencyRequired()
  @ApiOperation({ operationId: 'causeAmendmentEvent' })
  @ApiOkResponse({ type: AmendmentDto })
  async event(
    @UuidParam('id') id: string,
    @Body() input: AmendmentEventDto,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<AmendmentDto> {
    return this.causeEvent.run(id, input, seen, actor);
  }

  @Get(':id/timeline')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readTimeline' })
  @ApiOkResponse({ type: TimelineDto })
  async timeline(@UuidParam('id') id: string): Promise<TimelineDto> {
    return this.queries.timeline(id);
  }

  @Get(':id/drafts/:number')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readDraft' })
  @ApiOkResponse({ type: DraftDto })
  async draft(@UuidParam('id') id: string, @IntegerParam('number') number: number): Promise<DraftDto> {
    return this.queries.draft(id, number);
  }
}
