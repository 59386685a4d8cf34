import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RowParam, UuidParam } from '../../platform/http/params.js';
import { IfMatch } from '../../platform/http/version.js';
import { AmendmentDto } from '../../amendments/dto/amendment.dto.js';
import { AmendmentsService } from '../../amendments/amendments.service.js';
import { RegistryActs } from '../acts/acts.dto.js';
import { ImpactDto, OpenForImpact } from '../impact/dto/impact.dto.js';
import { ChangeRegulationCommand } from './commands/change.command.js';
import { MergeRegulationCommand } from './commands/merge.command.js';
import { OpenForRegulationCommand } from './commands/open-for-regulation.command.js';
import { RegisterRegulationCommand } from './commands/register.command.js';
import { ChangeRegulation, MergeRegulation, RegisterRegulation } from './dto/regulation-input.dto.js';
import { DuplicateList, RegulationDto, RegulationList, RegulationsQuery } from './dto/regulation.dto.js';
import { RegulationsService } from './regulations.service.js';

@ApiTags('registry')
@Controller('regulations')
export class RegulationsController {
  constructor(
    private readonly queries: RegulationsService,
    private readonly register: RegisterRegulationCommand,
    private readonly changing: ChangeRegulationCommand,
    private readonly merging: MergeRegulationCommand,
    private readonly opening: OpenForRegulationCommand,
    private readonly amendments: AmendmentsService,
  ) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listRegulations' })
  @ApiOkResponse({ type: RegulationList })
  list(@Query() query: RegulationsQuery): Promise<RegulationList> {
    return this.queries.list(query);
  }

  @Post()
  @Requires('registry.write')
  @ApiOperation({ operationId: 'registerRegulation' })
  @ApiCreatedResponse({ type: RegulationDto })
  async add(@Body() input: RegisterRegulation, @CurrentActor() actor: Actor): Promise<RegulationDto> {
    return this.queries.one(await this.register.run(input, actor));
  }

  @Get('duplicates')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listDuplicates' })
  @ApiOkResponse({ type: DuplicateList })
  duplicates(): Promise<DuplicateList> {
    return this.queries.duplicates();
  }

  @Get(':id')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readRegulation' })
  @ApiOkResponse({ type: RegulationDto })
  read(@RowParam('id') id: string): Promise<RegulationDto> {
    return this.queries.one(id);
  }

  @Patch(':id')
  @Requires('registry.write')
  @ApiOperation({ operationId: 'changeRegulation' })
  @ApiOkResponse({ type: RegulationDto })
  async change(
    @UuidParam('id') id: string,
    @Body() input: ChangeRegulation,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<RegulationDto> {
    await this.changing.run(id, input, seen, actor);
    return this.queries.one(id);
  }

  @Get(':id/impact')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readRegulationImpact' })
  @ApiOkResponse({ type: ImpactDto })
  impact(@RowParam('id') id: string): Promise<ImpactDto> {
    return this.queries.impact(id);
  }

  @Post(':id/amendments')
  @Requires('amendment.write')
  @ApiOperation({ operationId: 'openForRegulation' })
  @ApiCreatedResponse({ type: AmendmentDto })
  async open(
    @RowParam('id') id: string,
    @Body() input: OpenForImpact,
    @CurrentActor() actor: Actor,
  ): Promise<AmendmentDto> {
    return this.amendments.one(await this.opening.run(id, input, actor), actor);
  }

  @Get(':id/history')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readRegulationHistory' })
  @ApiOkResponse({ type: RegistryActs })
  history(@RowParam('id') id: string): Promise<RegistryActs> {
    return this.queries.history(id);
  }

  @Post(':id/merge')
  @HttpCode(200)
  @Requires('registry.write')
  @ApiOperation({ operationId: 'mergeRegulation' })
  @ApiOkResponse({ type: RegulationDto })
  async merge(
    @UuidParam('id') id: string,
    @Body() input: MergeRegulation,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<RegulationDto> {
    await this.merging.merge(id, input, seen, actor);
    return this.queries.one(id);
  }

  @Post(':id/separation')
  @HttpCode(200)
  @Requires('registry.write')
  @ApiOperation({ operationId: 'separateRegulation' })
  @ApiOkResponse({ type: RegulationDto })
  async separate(
    @UuidParam('id') id: string,
    @IfMatch() seen: number,
    @CurrentActor() actor: Actor,
  ): Promise<RegulationDto> {
    await this.merging.separate(id, seen, actor);
    return this.queries.one(id);
  }
}
