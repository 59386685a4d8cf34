import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { UuidParam } from '../platform/http/params.js';
import { notFound } from '../platform/http/problem.js';
import { Settings } from '../platform/settings.js';
import { pages } from './addresses.js';
import { PublishedRepository } from './published.repository.js';

export class PublicAddressDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Whole, or a path of this service where its origin is not told; null while the public reads nothing.',
  })
  readonly address!: string | null;
}

/** Tells the desk where the public finds an edition. */
@ApiTags('publications')
@Controller('editions/:editionId/public-address')
export class PublicAddressController {
  constructor(
    private readonly repository: PublishedRepository,
    private readonly settings: Settings,
  ) {}

  /** 404 `publication.not-found`. */
  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readPublicAddress' })
  @ApiOkResponse({ type: PublicAddressDto })
  async address(@UuidParam('editionId') editionId: string): Promise<PublicAddressDto> {
    const publication = await this.repository.ofEdition(editionId);
    if (publication === null) throw notFound('publication');
    const { publicSite } = this.settings;
    const { code, number } = publication;
    return { address: publicSite === null ? null : publicSite + pages.edition(code, number) };
  }
}
