import { Body, Controller, Get, HttpCode, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { answerDownload } from '../platform/http/download.js';
import { UuidParam } from '../platform/http/params.js';
import { WriteDocumentCommand } from './commands/write-document.command.js';
import { WriteNotesDto, WriteStandardDto, WriteTableDto, WritingStartedDto } from './dto/documents.dto.js';
import { WrittenDocumentsService } from './written-documents.service.js';

@ApiTags('documents')
@Controller('documents')
@Requires('export.read')
export class DocumentsController {
  constructor(
    private readonly writing: WriteDocumentCommand,
    private readonly written: WrittenDocumentsService,
  ) {}

  @Post('standard')
  @HttpCode(202)
  @ApiOperation({ operationId: 'writeStandard' })
  @ApiAcceptedResponse({ type: WritingStartedDto })
  standard(@CurrentActor() actor: Actor, @Body() body: WriteStandardDto): Promise<WritingStartedDto> {
    return this.writing.standard(actor, body);
  }

  @Post('comparison-table')
  @HttpCode(202)
  @ApiOperation({ operationId: 'writeComparisonTable' })
  @ApiAcceptedResponse({ type: WritingStartedDto })
  comparisonTable(@CurrentActor() actor: Actor, @Body() body: WriteTableDto): Promise<WritingStartedDto> {
    return this.writing.comparisonTable(actor, body);
  }

  @Post('revision-notes')
  @HttpCode(202)
  @ApiOperation({ operationId: 'writeRevisionNotes' })
  @ApiAcceptedResponse({ type: WritingStartedDto })
  revisionNotes(@CurrentActor() actor: Actor, @Body() body: WriteNotesDto): Promise<WritingStartedDto> {
    return this.writing.revisionNotes(actor, body);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'readDocumentFile', description: 'The own ones, for a day.' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @UuidParam('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    return answerDownload(await this.written.download(id, actor), request, reply);
  }
}
