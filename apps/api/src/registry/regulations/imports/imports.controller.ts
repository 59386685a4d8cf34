import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/auth/access.js';
import { CurrentActor, type Actor } from '../../../platform/auth/actor.js';
import { IdempotencyRequired } from '../../../platform/http/idempotency.js';
import { ProblemError } from '../../../platform/http/problem.js';
import { TakesFile } from '../../../platform/http/upload.js';
import { ConfirmQuery, ImportDoneDto, ImportPreviewDto, TableQuery } from './import.dto.js';
import { ImportRegulationsCommand } from './import.command.js';
import { previewDto, planOf, tableOf } from './import-plan.js';
import { RegulationsRepository } from '../regulations.repository.js';
import { TableProcess } from './table-process.js';

@ApiTags('registry')
@Controller('regulations/imports')
@Requires('registry.write')
export class RegulationImportsController {
  constructor(
    private readonly tables: TableProcess,
    private readonly regulations: RegulationsRepository,
    private readonly importing: ImportRegulationsCommand,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @TakesFile()
  @ApiOperation({ operationId: 'previewRegulations', description: 'The file is the whole body, of at most 10 MiB.' })
  @ApiOkResponse({ type: ImportPreviewDto })
  async preview(@Query() { encoding }: TableQuery, @Body() body: unknown): Promise<ImportPreviewDto> {
    const table = tableOf(await this.tables.read(encoding === undefined ? {} : { encoding }, fileOf(body)));
    const rows = await this.regulations.all();
    return previewDto(table, planOf(table, rows), rows);
  }

  @Post()
  @HttpCode(200)
  @TakesFile()
  @IdempotencyRequired()
  @ApiOperation({
    operationId: 'importRegulations',
    description: 'The same file again, with the fingerprint of its preview.',
  })
  @ApiOkResponse({ type: ImportDoneDto })
  confirm(@Query() query: ConfirmQuery, @Body() body: unknown, @CurrentActor() actor: Actor): Promise<ImportDoneDto> {
    return this.importing.run(query, fileOf(body), actor);
  }
}

function fileOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  throw new ProblemError(415, 'request.media-type');
}
