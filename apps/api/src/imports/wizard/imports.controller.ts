import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Requires } from '../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IdempotencyRequired } from '../../platform/http/idempotency.js';
import { UuidParam } from '../../platform/http/params.js';
import { TakesFile } from '../../platform/http/upload.js';
import { ApiIfMatch, IfMatch } from '../../platform/http/version.js';
import { CompleteCommand } from './commands/complete.command.js';
import { DiscardCommand } from './commands/discard.command.js';
import { UploadCommand } from './commands/upload.command.js';
import { CompleteDto } from './dto/completion.dto.js';
import { ImportDto, ImportListQuery, ImportPageDto, UploadQuery } from './dto/import.dto.js';
import { ImportsService } from './imports.service.js';

@ApiTags('imports')
@Controller('imports')
@Requires('import.write')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly upload: UploadCommand,
    private readonly discard: DiscardCommand,
    private readonly complete: CompleteCommand,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listImports', description: 'The own ones.' })
  @ApiOkResponse({ type: ImportPageDto })
  list(@Query() query: ImportListQuery, @CurrentActor() actor: Actor): Promise<ImportPageDto> {
    return this.imports.list(query, actor);
  }

  @Post()
  @TakesFile()
  @ApiOperation({ operationId: 'uploadDocument', description: 'The file is the whole body, of at most 10 MiB.' })
  @ApiCreatedResponse({ type: ImportDto })
  create(@Query() { name }: UploadQuery, @Body() bytes: Buffer, @CurrentActor() actor: Actor): Promise<ImportDto> {
    return this.upload.run(name, bytes, actor);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readImport' })
  @ApiOkResponse({ type: ImportDto })
  read(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<ImportDto> {
    return this.imports.get(id, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'discardImport' })
  @ApiNoContentResponse()
  async remove(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.discard.run(id, actor);
  }

  @Post(':id/completion')
  @HttpCode(202)
  @IdempotencyRequired()
  @ApiIfMatch()
  @ApiOperation({ operationId: 'completeImport', description: 'A job writes the edition, or the amendment.' })
  @ApiAcceptedResponse({ type: ImportDto })
  finish(
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: CompleteDto,
    @CurrentActor() actor: Actor,
  ): Promise<ImportDto> {
    return this.complete.run(id, version, body, actor);
  }
}
