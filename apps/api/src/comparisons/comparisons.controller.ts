import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { RawJson } from '../platform/http/raw-json.js';
import { ComparisonsService } from './comparisons.service.js';
import { ComparisonDto, ComparisonQuery, parseRef } from './dto/comparison.dto.js';

@ApiTags('comparisons')
@Controller('comparisons')
export class ComparisonsController {
  constructor(private readonly comparisons: ComparisonsService) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'compare' })
  @ApiOkResponse({ type: ComparisonDto })
  async compare(@Query() query: ComparisonQuery): Promise<RawJson> {
    return new RawJson(await this.comparisons.compare(parseRef(query.before), parseRef(query.after)));
  }
}
