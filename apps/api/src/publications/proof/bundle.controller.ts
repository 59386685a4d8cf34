import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { Requires } from '../../platform/auth/access.js';
import { UuidParam } from '../../platform/http/params.js';
import { BundleService } from './bundle.service.js';

@ApiTags('publications')
@Controller('editions/:editionId/publication/bundle')
export class BundleController {
  constructor(private readonly bundles: BundleService) {}

  @Get()
  @Requires('export.read')
  @ApiOperation({
    operationId: 'downloadBundle',
    description: 'Everything that proves the publication, for `dingben verify` without this service.',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @UuidParam('editionId') editionId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName, manifestHash, bytes } = await this.bundles.bundle(editionId);
    const disposition = `attachment; filename="publication.zip"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    reply.header('ETag', `"${manifestHash}"`);
    return new StreamableFile(Readable.from(bytes, { objectMode: false }), { type: 'application/zip', disposition });
  }
}
