import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { UuidParam } from '../../platform/http/params.js';
import { ApiIfMatch, IfMatch } from '../../platform/http/version.js';
import { DecideMatchingCommand } from './commands/decide-matching.command.js';
import { ImportDto } from './dto/import.dto.js';
import { DecideMatchingDto, MatchingDto, ProposalDto } from './dto/matching.dto.js';
import { ImportsService } from './imports.service.js';
import { MatchingService } from './matching/matching.service.js';

@ApiTags('imports')
@Controller('imports/:id')
@Requires('import.write')
export class MatchingController {
  constructor(
    private readonly imports: ImportsService,
    private readonly services: MatchingService,
    private readonly decide: DecideMatchingCommand,
  ) {}

  @Get('matching')
  @ApiOperation({ operationId: 'readMatching', description: 'Which known services the entries go on with.' })
  @ApiOkResponse({ type: MatchingDto })
  async matching(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<MatchingDto> {
    return this.services.matching(await this.imports.open(id, actor));
  }

  @Put('matching')
  @ApiIfMatch()
  @ApiOperation({ operationId: 'decideMatching' })
  @ApiOkResponse({ type: ImportDto })
  save(
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: DecideMatchingDto,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDto> {
    return this.decide.run(id, version, body, actor);
  }

  @Get('proposal')
  @ApiOperation({ operationId: 'readProposal', description: 'The edits that lead from the draft to the document.' })
  @ApiOkResponse({ type: ProposalDto })
  async proposal(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<ProposalDto> {
    return this.services.proposal(await this.imports.open(id, actor));
  }
}
