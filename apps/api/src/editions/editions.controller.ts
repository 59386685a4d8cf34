import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CommitQuery } from '../entries/dto/entries.query.js';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { IdempotencyRequired } from '../platform/http/idempotency.js';
import { UuidParam } from '../platform/http/params.js';
import { RawJson } from '../platform/http/raw-json.js';
import { IfMatch } from '../platform/http/version.js';
import { CauseCommand } from './commands/cause.command.js';
import { ForkCommand } from './commands/fork.command.js';
import { CauseEditionEvent, EditionDto, EditionList, EditionsQuery, ForkEdition } from './dto/edition.dto.js';
import { OutlineDto } from './dto/outline.dto.js';
import { EditionsService } from './editions.service.js';
import { OutlineViewService } from './outline/outline-view.service.js';

@ApiTags('editions')
@Controller('editions')
export class EditionsController {
  constructor(
    private readonly editions: EditionsService,
    private readonly outline: OutlineViewService,
    private readonly forking: ForkCommand,
    private readonly causing: CauseCommand,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listEditions' })
  @ApiOkResponse({ type: EditionList })
  list(@Query() query: EditionsQuery): Promise<EditionList> {
    return this.editions.list(query);
  }

  @Post()
  @Requires('edition.fork')
  @ApiOperation({ operationId: 'forkEdition' })
  @ApiCreatedResponse({ type: EditionDto })
  async fork(@CurrentActor() actor: Actor, @Body() body: ForkEdition): Promise<EditionDto> {
    return this.editions.edition(await this.forking.run(actor, body), actor);
  }

  @Get(':editionId')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readEdition' })
  @ApiOkResponse({ type: EditionDto })
  edition(@CurrentActor() actor: Actor, @UuidParam('editionId') editionId: string): Promise<EditionDto> {
    return this.editions.edition(editionId, actor);
  }

  @Post(':editionId/events')
  @HttpCode(200)
  @Requires('edition.transition', 'edition.publish')
  @IdempotencyRequired()
  @ApiOperation({ operationId: 'causeEditionEvent' })
  @ApiOkResponse({ type: EditionDto })
  cause(
    @CurrentActor() actor: Actor,
    @UuidParam('editionId') editionId: string,
    @IfMatch() version: number,
    @Body() body: CauseEditionEvent,
  ): Promise<EditionDto> {
    return this.causing.run(actor, editionId, version, body);
  }

  @Get(':editionId/outline')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readOutline' })
  @ApiOkResponse({ type: OutlineDto })
  async readOutline(@UuidParam('editionId') editionId: string, @Query() query: CommitQuery): Promise<RawJson> {
    return new RawJson(await this.outline.view(editionId, query.commit));
  }
}
