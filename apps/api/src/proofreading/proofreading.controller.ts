import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { UuidParam } from '../platform/http/params.js';
import { notFound } from '../platform/http/problem.js';
import { ProofreadCommand } from './commands/proofread.command.js';
import { ProofreadTextsDto, ProofreadingDto, ProofreadingStartedDto, TextFindingsDto } from './dto/proofreading.dto.js';
import { RunsRepository } from './runs.repository.js';
import { TextsService } from './texts.service.js';

@ApiTags('findings')
@Controller('editions/:editionId/proofreading')
export class ProofreadingController {
  constructor(
    private readonly runs: RunsRepository,
    private readonly proofreading: ProofreadCommand,
    private readonly texts: TextsService,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readProofreading' })
  @ApiOkResponse({ type: ProofreadingDto })
  async read(@UuidParam('editionId') editionId: string): Promise<ProofreadingDto> {
    const found = await this.runs.latest(editionId);
    if (found === null) throw notFound('edition');
    return found;
  }

  @Post()
  @HttpCode(202)
  @Requires('finding.answer')
  @ApiOperation({ operationId: 'proofreadEdition' })
  @ApiAcceptedResponse({ type: ProofreadingStartedDto })
  start(@CurrentActor() actor: Actor, @UuidParam('editionId') editionId: string): Promise<ProofreadingStartedDto> {
    return this.proofreading.run(actor, editionId);
  }

  /** Texts as they are typed: nothing is stored. */
  @Post('texts')
  @HttpCode(200)
  @Requires('standard.read')
  @ApiOperation({ operationId: 'proofreadTexts' })
  @ApiOkResponse({ type: TextFindingsDto })
  async check(
    @UuidParam('editionId') editionId: string,
    @Body() { entries }: ProofreadTextsDto,
  ): Promise<TextFindingsDto> {
    return { findings: await this.texts.findings(editionId, entries) };
  }
}
