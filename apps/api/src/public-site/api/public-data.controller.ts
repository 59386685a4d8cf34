import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { Controller, Get, Query, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { PrintedMark } from '../printed-mark.js';
import { Public } from '../../platform/auth/access.js';
import { PublicEditionInForceDto, PublicMatchList, PublicStandardDto, PublicStandardList } from '../dto/edition.dto.js';
import { PublicEditionDto, PublicEntryDto, PublicEntryHistoryDto, PublicProvisionDto } from '../dto/entry.dto.js';
import { DayQuery } from '../dto/public.query.js';
import { PUBLIC_API } from '../headers.js';
import { FormatParam, MarkParam, NameParam, NumberParam, ProvisionParam } from '../params.js';
import { PublicReplyInterceptor } from '../public-reply.interceptor.js';
import { PublicSiteGuard } from '../public-site.guard.js';
import type { PublicResource } from '../resource.js';
import { PublicDataService } from './public-data.service.js';

/** Published editions for programs: read by anybody, kept by any cache (docs/public.md). */
@ApiTags('public')
@Controller(PUBLIC_API)
@Public()
@UseGuards(PublicSiteGuard)
@UseInterceptors(PublicReplyInterceptor)
export class PublicDataController {
  constructor(private readonly published: PublicDataService) {}

  @Get('standards')
  @ApiOperation({ operationId: 'readPublicStandards' })
  @ApiOkResponse({ type: PublicStandardList })
  standards(): Promise<PublicResource> {
    return this.published.standards();
  }

  @Get('standards/:code')
  @ApiOperation({ operationId: 'readPublicStandard' })
  @ApiOkResponse({ type: PublicStandardDto })
  standard(@NameParam('code') code: string): Promise<PublicResource> {
    return this.published.standard(code);
  }

  @Get('standards/:code/in-force')
  @ApiOperation({ operationId: 'readPublicEditionInForce' })
  @ApiOkResponse({ type: PublicEditionInForceDto })
  inForce(@NameParam('code') code: string, @Query() { on }: DayQuery): Promise<PublicResource> {
    return this.published.inForce(code, on);
  }

  @Get('standards/:code/entries/:entry')
  @ApiOperation({ operationId: 'readPublicEntryHistory' })
  @ApiOkResponse({ type: PublicEntryHistoryDto })
  history(@NameParam('code') code: string, @NameParam('entry') entry: string): Promise<PublicResource> {
    return this.published.history(code, entry);
  }

  @Get('standards/:code/editions/:number')
  @ApiOperation({ operationId: 'readPublicEdition' })
  @ApiOkResponse({ type: PublicEditionDto })
  edition(@NameParam('code') code: string, @NumberParam('number') number: number): Promise<PublicResource> {
    return this.published.edition(code, number);
  }

  @Get('standards/:code/editions/:number/manifest')
  @ApiOperation({ operationId: 'readPublicManifest', description: 'As it was written: its hash is over these bytes.' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  manifest(@NameParam('code') code: string, @NumberParam('number') number: number): Promise<PublicResource> {
    return this.published.manifest(code, number);
  }

  @Get('standards/:code/editions/:number/files/:format')
  @ApiOperation({ operationId: 'readPublicFile' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(
    @NameParam('code') code: string,
    @NumberParam('number') number: number,
    @FormatParam('format') format: string,
  ): Promise<PublicResource> {
    return this.published.file(code, number, format);
  }

  @Get('standards/:code/editions/:number/entries/:entry')
  @ApiOperation({ operationId: 'readPublicEntry' })
  @ApiOkResponse({ type: PublicEntryDto })
  entry(
    @NameParam('code') code: string,
    @NumberParam('number') number: number,
    @NameParam('entry') entry: string,
  ): Promise<PublicResource> {
    return this.published.entry(code, number, entry);
  }

  @Get('standards/:code/editions/:number/entries/:entry/:provision')
  @ApiOperation({ operationId: 'readPublicProvision' })
  @ApiParam({ name: 'provision', enum: PROVISION_KEYS })
  @ApiOkResponse({ type: PublicProvisionDto })
  provision(
    @NameParam('code') code: string,
    @NumberParam('number') number: number,
    @NameParam('entry') entry: string,
    @ProvisionParam('provision') provision: ProvisionKey,
  ): Promise<PublicResource> {
    return this.published.provision(code, number, entry, provision);
  }

  @Get('look-up/:mark')
  @ApiOperation({
    operationId: 'findPublicEditions',
    description: 'By a hash that a document shows, or its beginning.',
  })
  @ApiOkResponse({ type: PublicMatchList })
  byMark(@MarkParam('mark') mark: PrintedMark): Promise<PublicResource> {
    return this.published.byMark(mark);
  }
}
