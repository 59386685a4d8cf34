import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { Controller, Get, Param, Query, UseFilters, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/access.js';
import { InForcePageQuery, LookUpPageQuery, PageQuery } from '../dto/public.query.js';
import { PUBLIC_PAGES } from '../headers.js';
import { NameParam, NumberParam, ProvisionParam } from '../params.js';
import { PublicReplyInterceptor } from '../public-reply.interceptor.js';
import { PublicSiteGuard } from '../public-site.guard.js';
import type { PublicRedirect, PublicResource } from '../resource.js';
import { PageProblemFilter } from './page-problem.filter.js';
import { PublicPagesService } from './public-pages.service.js';

const PAGE = { schema: { type: 'string' } } as const;

/** Published editions for people: plain pages, without a script (docs/public.md). */
@ApiTags('public-pages')
@ApiProduces('text/html')
@Controller(PUBLIC_PAGES)
@Public()
@UseGuards(PublicSiteGuard)
@UseInterceptors(PublicReplyInterceptor)
@UseFilters(PageProblemFilter)
export class PublicPagesController {
  constructor(private readonly published: PublicPagesService) {}

  @Get()
  @ApiOperation({ operationId: 'showPublicIndex' })
  @ApiOkResponse(PAGE)
  index(@Query() { lang }: PageQuery): Promise<PublicResource> {
    return this.published.index(lang);
  }

  @Get('look-up')
  @ApiOperation({ operationId: 'showPublicLookUp', description: 'To the edition with this hash, where there is one.' })
  @ApiOkResponse(PAGE)
  lookUp(@Query() query: LookUpPageQuery): Promise<PublicResource | PublicRedirect> {
    return this.published.lookUp(query);
  }

  @Get('style/:hash')
  @ApiOperation({ operationId: 'readPublicStyle' })
  @ApiProduces('text/css')
  @ApiOkResponse(PAGE)
  style(@Param('hash') hash: string): PublicResource {
    return this.published.style(hash);
  }

  @Get('standards/:code')
  @ApiOperation({ operationId: 'showPublicStandard' })
  @ApiOkResponse(PAGE)
  standard(@NameParam('code') code: string, @Query() { lang }: PageQuery): Promise<PublicResource> {
    return this.published.standard(code, lang);
  }

  @Get('standards/:code/feed')
  @ApiOperation({ operationId: 'readPublicFeed', description: 'Atom, RFC 4287.' })
  @ApiProduces('application/atom+xml')
  @ApiOkResponse(PAGE)
  feed(@NameParam('code') code: string, @Query() { lang }: PageQuery): Promise<PublicResource> {
    return this.published.feed(code, lang);
  }

  @Get('standards/:code/in-force')
  @ApiOperation({ operationId: 'showPublicEditionInForce' })
  @ApiFoundResponse({ description: 'To the edition in force on the day.' })
  inForce(@NameParam('code') code: string, @Query() query: InForcePageQuery): Promise<PublicResource | PublicRedirect> {
    return this.published.inForce(code, query);
  }

  @Get('standards/:code/entries/:entry')
  @ApiOperation({ operationId: 'showPublicEntryHistory' })
  @ApiOkResponse(PAGE)
  history(
    @NameParam('code') code: string,
    @NameParam('entry') entry: string,
    @Query() { lang }: PageQuery,
  ): Promise<PublicResource> {
    return this.published.history(code, entry, lang);
  }

  @Get('standards/:code/editions/:number')
  @ApiOperation({ operationId: 'showPublicEdition' })
  @ApiOkResponse(PAGE)
  edition(
    @NameParam('code') code: string,
    @NumberParam('number') number: number,
    @Query() { lang }: PageQuery,
  ): Promise<PublicResource> {
    return this.published.edition(code, number, lang);
  }

  @Get('standards/:code/editions/:number/entries/:entry')
  @ApiOperation({ operationId: 'showPublicEntry' })
  @ApiOkResponse(PAGE)
  entry(
    @NameParam('code') code: string,
    @NumberParam('number') number: number,
    @NameParam('entry') entry: string,
    @Query() { lang }: PageQuery,
  ): Promise<PublicResource> {
    return this.published.entry(code, number, entry, lang);
  }

  @Get('standards/:code/editions/:number/entries/:entry/:provision')
  @ApiOperation({ operationId: 'showPublicProvision' })
  @ApiParam({ name: 'provision', enum: PROVISION_KEYS })
  @ApiFoundResponse({ description: 'To the place of the provision on the page of its entry.' })
  provision(
    @NameParam('code') code: string,
    @NumberParam('number') number: number,
    @NameParam('entry') entry: string,
    @ProvisionParam('provision') key: ProvisionKey,
    @Query() { lang }: PageQuery,
  ): Promise<PublicRedirect> {
    return this.published.provision(code, number, entry, lang, key);
  }

  /** Below /public there are no pages of the desk. */
  @Get('*')
  @ApiOperation({ operationId: 'showNoPublicPage', description: 'Whatever else is asked for is 404.' })
  nothing(@Query() { lang }: PageQuery): PublicResource {
    return this.published.nothing(lang);
  }
}
