import { ApiProperty, ApiSchema, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import type { Op } from '@dingben/text-diff';
import { AmendmentRef } from '../../entries/dto/entry.dto.js';
import { ListQuery } from '../../platform/http/list.js';
import { PersonRef } from '../../platform/http/person-ref.js';

/** One stretch of a difference: `equal` + `delete` joined are the old text, `equal` + `insert` the new one. */
@ApiSchema({ name: 'Segment' })
export class SegmentDto {
  @ApiProperty({ enum: ['equal', 'insert', 'delete'] })
  readonly op!: Op;

  @ApiProperty()
  readonly text!: string;
}

@ApiExtraModels(SegmentDto)
export class DifferenceDto {
  @ApiProperty({ type: [SegmentDto], nullable: true })
  readonly title!: SegmentDto[] | null;

  @ApiProperty({
    type: 'object',
    description: 'By provision; equal ones are absent.',
    additionalProperties: { type: 'array', items: { $ref: getSchemaPath(SegmentDto) } },
  })
  readonly provisions!: Record<string, SegmentDto[]>;
}

export class AmendmentReasonDto extends AmendmentRef {
  @ApiProperty()
  readonly reasonClass!: string;

  @ApiProperty()
  readonly rationale!: string;

  @ApiProperty()
  readonly legalBasis!: string;
}

export class EditionRef {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly label!: string;
}

export class CommitRef {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly number!: number;
}

/** One revision of an entry that came to stand, in the edition or in one that it goes back to. */
export class HistoryItem {
  @ApiProperty({ format: 'uuid' })
  readonly revisionId!: string;

  @ApiProperty()
  readonly ordinal!: number;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: PersonRef })
  readonly author!: PersonRef;

  @ApiProperty({ type: [PersonRef] })
  readonly approvers!: PersonRef[];

  @ApiProperty({ type: AmendmentReasonDto, nullable: true })
  readonly amendment!: AmendmentReasonDto | null;

  @ApiProperty({ type: EditionRef })
  readonly edition!: EditionRef;

  @ApiProperty({ type: CommitRef, nullable: true })
  readonly commit!: CommitRef | null;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: DifferenceDto, nullable: true, description: 'From the revision before it; null for the first.' })
  readonly difference!: DifferenceDto | null;
}

/** Newest first. */
export class EntryHistory {
  @ApiProperty({ type: [HistoryItem] })
  readonly items!: HistoryItem[];

  @ApiProperty()
  readonly total!: number;
}

export class CommitsQuery extends ListQuery {
  override order: 'asc' | 'desc' = 'desc';
}

export class CommitDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly number!: number;

  @ApiProperty({ enum: ['import', 'fork', 'merge'] })
  readonly kind!: 'import' | 'fork' | 'merge';

  @ApiProperty({ type: AmendmentRef, nullable: true })
  readonly amendment!: AmendmentRef | null;

  @ApiProperty({ type: PersonRef })
  readonly actor!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty()
  readonly message!: string;

  @ApiProperty()
  readonly treeHash!: string;

  @ApiProperty({ description: 'Services that it placed, changed, moved or removed.' })
  readonly changes!: number;
}

export class CommitList {
  @ApiProperty({ type: [CommitDto] })
  readonly items!: CommitDto[];

  @ApiProperty()
  readonly total!: number;
}
