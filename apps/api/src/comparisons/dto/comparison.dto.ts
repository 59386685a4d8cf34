import { CHANGE_KINDS, type ChangeKind, type Summary } from '@dingben/comparison';
import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { SegmentDto } from '../../history/dto/history.dto.js';
import { PersonRef } from '../../platform/http/person-ref.js';
import { ClassedChangeDto, ClassEvidenceDto } from './classes.dto.js';
import { StatedReasonDto } from './reasons.dto.js';
import { ComparedSides } from './sides.dto.js';

export class ComparisonQuery extends ComparedSides {}

export class ComparisonSummary implements Summary {
  @ApiProperty()
  readonly added!: number;

  @ApiProperty()
  readonly removed!: number;

  @ApiProperty()
  readonly moved!: number;

  @ApiProperty()
  readonly renumbered!: number;

  @ApiProperty()
  readonly retitled!: number;

  @ApiProperty()
  readonly amended!: number;

  @ApiProperty()
  readonly unchanged!: number;

  @ApiProperty({ required: false, description: 'Entries that became several; absent where none did.' })
  readonly split?: number;

  @ApiProperty({ required: false, description: 'Entries that came out of several; absent where none did.' })
  readonly merged?: number;
}

export class ComparedHeading {
  @ApiProperty()
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;
}

const SECTION_CHANGES = ['added', 'removed', 'renumbered', 'retitled'] as const;

export class ComparedSectionDto {
  @ApiProperty({ enum: SECTION_CHANGES, isArray: true })
  readonly changes!: (typeof SECTION_CHANGES)[number][];

  @ApiProperty({ enum: ['chapter', 'category'] })
  readonly kind!: 'chapter' | 'category';

  @ApiProperty({ type: ComparedHeading, nullable: true })
  readonly before!: ComparedHeading | null;

  @ApiProperty({ type: ComparedHeading, nullable: true })
  readonly after!: ComparedHeading | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Names the change; null where only the number is another.',
  })
  readonly change!: string | null;

  @ApiProperty({ type: StatedReasonDto, nullable: true })
  readonly stated!: StatedReasonDto | null;
}

export class ComparedPlace {
  @ApiProperty({ description: '`12`, or `16（1）` for an item.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: [String] })
  readonly path!: string[];

  @ApiProperty({ required: false })
  readonly code?: string;
}

export class DescentLineDto {
  @ApiProperty({ description: 'Whether this line’s entry is the same on both sides.' })
  readonly goesOn!: boolean;

  @ApiProperty({ type: [ComparedPlace], description: 'All that it became, or all that became it.' })
  readonly parts!: ComparedPlace[];
}

export class ComparedQuantityDto {
  @ApiProperty({ enum: PROVISION_KEYS })
  readonly provision!: ProvisionKey;

  @ApiProperty()
  readonly before!: string;

  @ApiProperty()
  readonly after!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly ratio!: number | null;
}

export class ReferenceTextDto {
  @ApiProperty({ enum: PROVISION_KEYS })
  readonly provision!: ProvisionKey;

  @ApiProperty()
  readonly text!: string;
}

export class ReferenceChangeDto {
  @ApiProperty({ type: [ReferenceTextDto] })
  readonly added!: ReferenceTextDto[];

  @ApiProperty({ type: [ReferenceTextDto] })
  readonly removed!: ReferenceTextDto[];
}

export class ComparisonReason {
  @ApiProperty({ format: 'uuid' })
  readonly amendmentId!: string;

  @ApiProperty()
  readonly number!: number;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty()
  readonly reasonClass!: string;

  @ApiProperty()
  readonly rationale!: string;

  @ApiProperty()
  readonly legalBasis!: string;

  @ApiProperty({ type: [PersonRef] })
  readonly authors!: PersonRef[];

  @ApiProperty({ type: [PersonRef] })
  readonly approvers!: PersonRef[];
}

@ApiExtraModels(SegmentDto)
export class ComparedEntryDto extends ClassedChangeDto {
  @ApiProperty({ enum: CHANGE_KINDS, isArray: true })
  readonly changes!: ChangeKind[];

  @ApiProperty({ type: [ClassEvidenceDto] })
  readonly evidence!: ClassEvidenceDto[];

  @ApiProperty({ description: 'What is proposed explains the whole difference, and does not contradict itself.' })
  readonly certain!: boolean;

  @ApiProperty({ type: ComparedPlace, nullable: true })
  readonly before!: ComparedPlace | null;

  @ApiProperty({ type: ComparedPlace, nullable: true })
  readonly after!: ComparedPlace | null;

  @ApiProperty({
    type: DescentLineDto,
    required: false,
    description: '`before` became several, `after` is one of them.',
  })
  readonly split?: DescentLineDto;

  @ApiProperty({ type: DescentLineDto, required: false, description: '`after` came out of several, `before` is one.' })
  readonly merged?: DescentLineDto;

  @ApiProperty({ enum: ['item', 'service'], required: false })
  readonly became?: 'item' | 'service';

  @ApiProperty({
    type: 'object',
    description: 'By provision; equal ones are absent.',
    additionalProperties: { type: 'array', items: { $ref: getSchemaPath(SegmentDto) } },
  })
  readonly provisions!: Record<string, SegmentDto[]>;

  @ApiProperty({ type: [ComparedQuantityDto] })
  readonly quantities!: ComparedQuantityDto[];

  @ApiProperty({ type: ReferenceChangeDto })
  readonly citations!: ReferenceChangeDto;

  @ApiProperty({ type: ReferenceChangeDto })
  readonly agencies!: ReferenceChangeDto;

  @ApiProperty({ type: ReferenceChangeDto })
  readonly funding!: ReferenceChangeDto;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Amendments that brought the change about, earliest first.',
  })
  readonly reasons!: string[];

  @ApiProperty({ type: StatedReasonDto, nullable: true, description: 'Only where no amendment says why.' })
  readonly stated!: StatedReasonDto | null;
}

export class ComparisonDto {
  @ApiProperty({ enum: ['dingben.comparison/1'] })
  readonly schema!: 'dingben.comparison/1';

  @ApiProperty()
  readonly before!: string;

  @ApiProperty()
  readonly after!: string;

  @ApiProperty({ type: ComparisonSummary })
  readonly summary!: ComparisonSummary;

  @ApiProperty({ type: [ComparedSectionDto] })
  readonly sections!: ComparedSectionDto[];

  @ApiProperty({ type: [ComparisonReason], description: 'Each amendment that an entry names, once.' })
  readonly amendments!: ComparisonReason[];

  @ApiProperty({ type: [ComparedEntryDto] })
  readonly entries!: ComparedEntryDto[];
}
