import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { StandardList, StandardsQuery } from './dto/standard.dto.js';
import { StandardsRepository } from './standards.repository.js';

@ApiTags('standards')
@Controller('standards')
export class StandardsController {
  constructor(private readonly standards: StandardsRepository) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listStandards' })
  @ApiOkResponse({ type: StandardList })
  list(@Query() query: StandardsQuery): Promise<StandardList> {
    return this.standards.list(query);
  }
}
