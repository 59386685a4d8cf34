import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { UuidParam } from '../platform/http/params.js';
import { RawJson } from '../platform/http/raw-json.js';
import { CommitList, CommitsQuery, EntryHistory } from './dto/history.dto.js';
import { HistoryService } from './history.service.js';

@ApiTags('history')
@Controller('editions/:editionId')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get('entries/:serviceId/history')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readEntryHistory' })
  @ApiOkResponse({ type: EntryHistory })
  async ofEntry(
    @UuidParam('editionId') editionId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<RawJson> {
    return new RawJson(await this.history.historyOf(editionId, serviceId));
  }

  @Get('commits')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listCommits' })
  @ApiOkResponse({ type: CommitList })
  commits(@UuidParam('editionId') editionId: string, @Query() query: CommitsQuery): Promise<CommitList> {
    return this.history.commits(editionId, query);
  }
}
