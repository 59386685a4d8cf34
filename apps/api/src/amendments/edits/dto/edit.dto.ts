import { PROVISION_KEYS } from '@dingben/outline';
import { ApiProperty } from '@nestjs/swagger';
import { ProvisionsDto } from '../../../entries/dto/entry.dto.js';
import { DifferenceDto } from '../../../history/dto/history.dto.js';
import { PersonRef } from '../../../platform/http/person-ref.js';
import { EDIT_KINDS, type ConflictField, type EditKind } from '../../model.js';

export class RevisionTextDto {
  @ApiProperty({ format: 'uuid' })
  readonly revisionId!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({
    type: ProvisionsDto,
    nullable: true,
    description: 'null: a service with items has no texts of its own.',
  })
  readonly provisions!: ProvisionsDto | null;
}

export class PlaceDto {
  @ApiProperty({ format: 'uuid' })
  readonly sectionKey!: string;

  @ApiProperty({ type: [String], description: 'Headings, outermost first, as printed.' })
  readonly sectionPath!: readonly string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly parentServiceId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The entry that it follows; null: first.' })
  readonly afterServiceId!: string | null;
}

export class QuantityChangeDto {
  @ApiProperty()
  readonly before!: string;

  @ApiProperty()
  readonly after!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly ratio!: number | null;
}

/** One proposed edit with the texts that it is about. */
export class EditDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: EDIT_KINDS })
  readonly kind!: EditKind;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Printed number in the draft as it stands; null: not in it.',
  })
  readonly number!: string | null;

  @ApiProperty({ type: PersonRef })
  readonly updatedBy!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: string;

  @ApiProperty({ type: RevisionTextDto, nullable: true, description: 'What the edit started from.' })
  readonly base!: RevisionTextDto | null;

  @ApiProperty({
    type: RevisionTextDto,
    nullable: true,
    required: false,
    description:
      'What the edition was forked from says; null: it has no such entry. Said with the amendment as it stands.',
  })
  readonly published?: RevisionTextDto | null;

  @ApiProperty({ type: RevisionTextDto, nullable: true, description: 'What stands in the edition now.' })
  readonly current!: RevisionTextDto | null;

  @ApiProperty({ type: RevisionTextDto, nullable: true, description: 'What is proposed.' })
  readonly proposed!: RevisionTextDto | null;

  @ApiProperty({ type: PlaceDto, nullable: true })
  readonly place!: PlaceDto | null;

  @ApiProperty({ type: DifferenceDto })
  readonly differences!: DifferenceDto;

  @ApiProperty({ type: [QuantityChangeDto] })
  readonly quantities!: readonly QuantityChangeDto[];

  @ApiProperty({ type: [String] })
  readonly classes!: readonly string[];
}

const CONFLICT_FIELDS: readonly ConflictField[] = ['title', ...PROVISION_KEYS, 'place', 'entry'];

/** A stretch of a three-way merge: what both sides agree on, or the three readings of one place. */
export class MergePieceDto {
  @ApiProperty({ enum: ['agreed', 'conflict'] })
  readonly kind!: 'agreed' | 'conflict';

  @ApiProperty({ required: false, description: 'agreed: the text.' })
  readonly text?: string;

  @ApiProperty({ required: false, description: 'conflict: the base.' })
  readonly base?: string;

  @ApiProperty({ required: false, description: 'conflict: what stands in the edition.' })
  readonly current?: string;

  @ApiProperty({ required: false, description: 'conflict: what is proposed.' })
  readonly proposed?: string;
}

export class ConflictDto {
  @ApiProperty({ format: 'uuid' })
  readonly editId!: string;

  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty({ enum: CONFLICT_FIELDS })
  readonly field!: ConflictField;

  @ApiProperty({ type: String, nullable: true })
  readonly base!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly current!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly proposed!: string | null;

  @ApiProperty({ required: false, type: [MergePieceDto], description: 'Texts: where the two changes meet.' })
  readonly pieces?: readonly MergePieceDto[];
}
