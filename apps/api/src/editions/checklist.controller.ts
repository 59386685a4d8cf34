import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { UuidParam } from '../platform/http/params.js';
import { ChecklistDto, type ChecklistItemDto } from './dto/checklist.dto.js';
import { EditionsService } from './editions.service.js';
import type { ChecklistItem } from './steps/checklist.repository.js';

@ApiTags('editions')
@Controller('editions/:editionId/checklist')
export class ChecklistController {
  constructor(private readonly editions: EditionsService) {}

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readChecklist' })
  @ApiOkResponse({ type: ChecklistDto })
  async read(@UuidParam('editionId') editionId: string): Promise<ChecklistDto> {
    const { clear, items } = await this.editions.checklist(editionId);
    return { clear, items: items.map(itemDto) };
  }
}

function itemDto({ links, clearedBy, ...item }: ChecklistItem): ChecklistItemDto {
  return {
    ...item,
    clearedBy: [...clearedBy],
    links: links.map(({ people, ...link }) => ({ ...link, people: [...people] })),
  };
}
