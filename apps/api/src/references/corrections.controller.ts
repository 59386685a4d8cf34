import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { UuidParam } from '../platform/http/params.js';
import { notFound } from '../platform/http/problem.js';
import { IfMatch } from '../platform/http/version.js';
import { CorrectReferenceCommand } from './commands/correct-reference.command.js';
import { CorrectionsRepository } from './corrections.repository.js';
import { CorrectReference, CorrectionList } from './dto/correction.dto.js';

@ApiTags('references')
@Controller('editions/:editionId/entries/:serviceId/corrections')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsRepository,
    private readonly correcting: CorrectReferenceCommand,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listCorrections' })
  @ApiOkResponse({ type: CorrectionList })
  async list(
    @UuidParam('editionId') editionId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<CorrectionList> {
    const found = await this.corrections.list(editionId, serviceId);
    if (found === null) throw notFound('entry');
    return found;
  }

  @Post()
  @HttpCode(200)
  @Requires('reference.correct')
  @ApiOperation({ operationId: 'correctReference' })
  @ApiOkResponse({ type: CorrectionList })
  correct(
    @CurrentActor() actor: Actor,
    @UuidParam('editionId') editionId: string,
    @UuidParam('serviceId') serviceId: string,
    @IfMatch() version: number,
    @Body() body: CorrectReference,
  ): Promise<CorrectionList> {
    return this.correcting.run(actor, { editionId, serviceId, version }, body);
  }
}
