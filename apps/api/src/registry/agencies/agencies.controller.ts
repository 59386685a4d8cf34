import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AmendmentsService } from '../../amendments/amendments.service.js';
import { AmendmentDto } from '../../amendments/dto/amendment.dto.js';
import { Requires } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RowParam, UuidParam } from '../../platform/http/params.js';
import { IfMatch } from '../../platform/http/version.js';
import { RegistryActs } from '../acts/acts.dto.js';
import { ImpactDto, OpenForImpact } from '../impact/dto/impact.dto.js';
import { AgenciesService } from './agencies.service.js';
import { ChangeAgencyCommand } from './commands/change-agency.command.js';
import { OpenForAgencyCommand } from './commands/open-for-agency.command.js';
import { SucceedAgenciesCommand } from './commands/succeed.command.js';
import { ChangeAgency, SucceedAgencies } from './dto/agency-input.dto.js';
import { AgenciesQuery, AgencyDetail, AgencyList, LoadDto, LoadQuery } from './dto/agency.dto.js';

@ApiTags('registry')
@Controller('agencies')
export class AgenciesController {
  constructor(
    private readonly queries: AgenciesService,
    private readonly succeeding: SucceedAgenciesCommand,
    private readonly changing: ChangeAgencyCommand,
    private readonly opening: OpenForAgencyCommand,
    private readonly amendments: AmendmentsService,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listAgencies' })
  @ApiOkResponse({ type: AgencyList })
  list(@Query() query: AgenciesQuery): Promise<AgencyList> {
    return this.queries.list(query);
  }

  @Get('load')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readAgencyLoad' })
  @ApiOkResponse({ type: LoadDto })
  load(@Query() { editionId }: LoadQuery): Promise<LoadDto> {
    return this.queries.load(editionId.toLowerCase());
  }

  @Post('successions')
  @Requires('registry.write')
  @ApiOperation({ operationId: 'succeedAgencies' })
  @ApiCreatedResponse({ type: AgencyDetail })
  async succeed(@Body() input: SucceedAgencies, @CurrentActor() actor: Actor): Promise<AgencyDetail> {
    return this.queries.one(await this.succeeding.run(input, actor));
  }

  @Get(':id')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readAgency' })
  @ApiOkResponse({ type: AgencyDetail })
  read(@RowParam('id') id: string): Promise<AgencyDetail> {
    return this.queries.one(id);
  }

  @Patch(':id')
  @Requires('registry.write')
  @ApiOperation({ operationId: 'changeAgency' })
  @ApiOkResponse({ type: AgencyDetail })
  async change(
    @UuidParam('id') id: string,
    @Body() input: ChangeAgency,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<AgencyDetail> {
    await this.changing.run(id, input, seen, actor);
    return this.queries.one(id);
  }

  @Get(':id/impact')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readAgencyImpact' })
  @ApiOkResponse({ type: ImpactDto })
  impact(@RowParam('id') id: string): Promise<ImpactDto> {
    return this.queries.impact(id);
  }

  @Post(':id/amendments')
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'openForAgency' })
  @ApiCreatedResponse({ type: AmendmentDto })
  async open(
    @UuidParam('id') id: string,
    @Body() input: OpenForImpact,
    @CurrentActor() actor: Actor,
  ): Promise<AmendmentDto> {
    return this.amendments.one(await this.opening.run(id, input, actor), actor);
  }

  @Get(':id/history')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readAgencyHistory' })
  @ApiOkResponse({ type: RegistryActs })
  history(@RowParam('id') id: string): Promise<RegistryActs> {
    return this.queries.history(id);
  }
}
