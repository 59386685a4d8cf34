import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { FundingQuery, FundingSourceList } from './dto/registry.dto.js';
import { RegistryRepository } from './registry.repository.js';

@ApiTags('registry')
@Controller()
export class RegistryController {
  constructor(private readonly registry: RegistryRepository) {}

  @Get('funding-sources')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listFundingSources' })
  @ApiOkResponse({ type: FundingSourceList })
  fundingSources(@Query() query: FundingQuery): Promise<FundingSourceList> {
    return this.registry.funding(query);
  }
}
