import { sha256 } from '@dingben/kernel/hash';
import { writeQuantitiesXlsx } from '@dingben/writer/xlsx';
import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../platform/auth/access.js';
import { UuidParam } from '../platform/http/params.js';
import { QuantityTableDto } from './dto/quantities.dto.js';
import { QuantitiesService } from './quantities.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('quantities')
@Controller('standards/:standardId/quantities')
export class QuantitiesController {
  constructor(private readonly quantities: QuantitiesService) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readQuantities' })
  @ApiOkResponse({ type: QuantityTableDto })
  table(@UuidParam('standardId') standardId: string): Promise<QuantityTableDto> {
    return this.quantities.table(standardId);
  }

  @Get('xlsx')
  @Requires('export.read')
  @ApiOperation({ operationId: 'exportQuantities' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async xlsx(
    @UuidParam('standardId') standardId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const table = await this.quantities.table(standardId);
    const bytes = writeQuantitiesXlsx(table);
    const name = `${table.title.replaceAll(/[/\\:*?"<>|]/g, '_')}数量标准.xlsx`;
    // RFC 6266: the plain name for old clients, the true one beside it.
    const disposition = `attachment; filename="quantities.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`;
    reply.header('Digest', `sha-256=${Buffer.from(sha256(bytes), 'hex').toString('base64')}`);
    return new StreamableFile(bytes, { type: XLSX, disposition, length: bytes.length });
  }
}
