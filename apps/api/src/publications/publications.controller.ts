import { Controller, Get, Param, ParseEnumPipe, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommitQuery } from '../entries/dto/entries.query.js';
import { Requires } from '../platform/auth/access.js';
import { answerDownload, goneSignal } from '../platform/http/download.js';
import { UuidParam } from '../platform/http/params.js';
import { notFound } from '../platform/http/problem.js';
import { RawJson } from '../platform/http/raw-json.js';
import { DocumentService } from './document.service.js';
import { ExportQuery, FORMATS, PublicationDto, type Format } from './dto/publication.dto.js';
import { ExportService } from './export.service.js';
import { PublicationsService } from './publications.service.js';

const FORMAT = new ParseEnumPipe(Object.fromEntries(FORMATS.map((format) => [format, format])), {
  exceptionFactory: () => notFound('export'),
});

@ApiTags('publications')
@Controller('editions/:editionId')
export class PublicationsController {
  constructor(
    private readonly publications: PublicationsService,
    private readonly documents: DocumentService,
    private readonly exports: ExportService,
  ) {}

  @Get('document')
  @Requires('export.read')
  @ApiOperation({ operationId: 'readDocument', description: 'The exchange form `dingben.outline/1`.' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async document(@UuidParam('editionId') editionId: string, @Query() query: CommitQuery): Promise<RawJson> {
    const { outline } = await this.documents.document(editionId, query.commit);
    return new RawJson(JSON.stringify(outline));
  }

  @Get('export/:format')
  @Requires('export.read')
  @ApiOperation({
    operationId: 'exportEdition',
    description: 'The frozen file of what is published; else written while you wait. `documents` does it as a job.',
  })
  @ApiParam({ name: 'format', enum: FORMATS })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @UuidParam('editionId') editionId: string,
    @Param('format', FORMAT) format: Format,
    @Query() { commit, chapter }: ExportQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const file = await this.exports.file({ editionId, commit, chapter }, format, goneSignal(reply));
    return answerDownload(file, request, reply);
  }

  @Get('publication')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readPublication' })
  @ApiOkResponse({ type: PublicationDto })
  publication(@UuidParam('editionId') editionId: string): Promise<PublicationDto> {
    return this.publications.publication(editionId);
  }
}
