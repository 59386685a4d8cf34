import { ApiProperty } from '@nestjs/swagger';
import { ActDto, AmendmentSummaryDto } from '../../amendments/dto/amendment.dto.js';
import { EditionSummary } from '../../editions/dto/edition.dto.js';
import { EditionRef } from '../../history/dto/history.dto.js';

export class RecentAmendmentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'integer' })
  readonly number!: number;

  @ApiProperty()
  readonly title!: string;
}

export class RecentActDto extends ActDto {
  @ApiProperty({ type: RecentAmendmentDto, nullable: true, description: 'Null: it was done to the edition itself.' })
  readonly amendment!: RecentAmendmentDto | null;

  @ApiProperty({ type: EditionRef })
  readonly edition!: EditionRef;
}

export class DashboardDto {
  @ApiProperty({ type: [AmendmentSummaryDto], description: 'Open amendments that I am an author of, latest first.' })
  readonly myWork!: readonly AmendmentSummaryDto[];

  @ApiProperty({ type: [AmendmentSummaryDto], description: 'Amendments on which I am to act next, oldest first.' })
  readonly waitingForReview!: readonly AmendmentSummaryDto[];

  @ApiProperty({ type: [EditionSummary], description: 'Editions that are being worked on.' })
  readonly drafts!: readonly EditionSummary[];

  @ApiProperty({
    type: [RecentActDto],
    description: 'What was done to amendments, and what moved editions on, latest first.',
  })
  readonly recent!: readonly RecentActDto[];
}
