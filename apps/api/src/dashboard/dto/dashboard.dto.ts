import { ApiProperty } from '@nestjs/swagger';
import { AmendmentSummaryDto, TimelineItemDto } from '../../amendments/dto/amendment.dto.js';
import { EditionSummary } from '../../editions/dto/edition.dto.js';

export class RecentAmendmentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'integer' })
  readonly number!: number;

  @ApiProperty()
  readonly title!: string;
}

export class RecentActDto extends TimelineItemDto {
  @ApiProperty({ type: RecentAmendmentDto })
  readonly amendment!: RecentAmendmentDto;
}

export class DashboardDto {
  @ApiProperty({ type: [AmendmentSummaryDto], description: 'Open amendments that I am an author of, latest first.' })
  readonly myWork!: readonly AmendmentSummaryDto[];

  @ApiProperty({ type: [AmendmentSummaryDto], description: 'Amendments on which I am to act next, oldest first.' })
  readonly waitingForReview!: readonly AmendmentSummaryDto[];

  @ApiProperty({ type: [EditionSummary], description: 'Editions that are being worked on.' })
  readonly drafts!: readonly EditionSummary[];

  @ApiProperty({ type: [RecentActDto], description: 'What was done to amendments, latest first.' })
  readonly recent!: readonly RecentActDto[];
}
