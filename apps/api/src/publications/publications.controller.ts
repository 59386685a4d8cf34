import { Controller, Get, Param, ParseEnumPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CommitQuery } from '../entries/dto/entries.query.js';
import { Requires } from '../platform/auth/access.js';
import { UuidParam } from '../platform/http/params.js';
import { notFound } from '../platform/http/problem.js';
import { RawJson } from '../platform/http/raw-json.js';
import { DocumentService } from './document.service.js';
import { FORMATS, PublicationDto, type Format } from './dto/publication.dto.js';
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
  @ApiOperation({ operationId: 'exportEdition' })
  @ApiParam({ name: 'format', enum: FORMATS })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @UuidParam('editionId') editionId: string,
    @Param('format', FORMAT) format: Format,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, mediaType, sha256, bytes } = await this.exports.file(editionId, format);
    // RFC 6266: the plain name for old clients, the true one beside it.
    const named = `attachment; filename="edition.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    reply.header('Digest', `sha-256=${Buffer.from(sha256, 'hex').toString('base64')}`);
    return new StreamableFile(bytes, { type: mediaType, disposition: named, length: bytes.length });
  }

  @Get('publication')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readPublication' })
  @ApiOkResponse({ type: PublicationDto })
  publication(@UuidParam('editionId') editionId: string): Promise<PublicationDto> {
    return this.publications.publication(editionId);
  }
}
