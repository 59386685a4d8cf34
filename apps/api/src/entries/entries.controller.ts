import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { UuidParam } from '../platform/http/params.js';
import { RawJson } from '../platform/http/raw-json.js';
import { CommitQuery, EntriesQuery } from './dto/entries.query.js';
import { EntryDto, EntryList } from './dto/entry.dto.js';
import { EntriesService } from './entries.service.js';

@ApiTags('entries')
@Controller('editions/:editionId/entries')
export class EntriesController {
  constructor(private readonly entries: EntriesService) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listEntries' })
  @ApiOkResponse({ type: EntryList })
  async list(@UuidParam('editionId') editionId: string, @Query() query: EntriesQuery): Promise<RawJson> {
    return new RawJson(await this.entries.list(editionId, query));
  }

  @Get(':serviceId')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readEntry' })
  @ApiOkResponse({ type: EntryDto })
  async entry(
    @UuidParam('editionId') editionId: string,
    @UuidParam('serviceId') serviceId: string,
    @Query() query: CommitQuery,
  ): Promise<RawJson> {
    return new RawJson(await this.entries.entry(editionId, serviceId, query.commit));
  }
}
