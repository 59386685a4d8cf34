import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { REFERENCE_KINDS, type ReferenceKind } from '@dingben/references';
import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../../platform/http/person-ref.js';

export class ProvisionsDto implements Record<ProvisionKey, string> {
  @ApiProperty()
  readonly targetGroup!: string;

  @ApiProperty()
  readonly content!: string;

  @ApiProperty()
  readonly standard!: string;

  @ApiProperty()
  readonly funding!: string;

  @ApiProperty()
  readonly leadAgency!: string;
}

/** Something that a provision mentions, with its span in UTF-16 units. */
export class ReferenceDto {
  @ApiProperty({ enum: REFERENCE_KINDS })
  readonly kind!: ReferenceKind;

  @ApiProperty({ enum: PROVISION_KEYS })
  readonly provision!: ProvisionKey;

  @ApiProperty()
  readonly start!: number;

  @ApiProperty()
  readonly end!: number;

  @ApiProperty({ description: 'Normalised name, by which lists filter.' })
  readonly key!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly data!: Record<string, string | number | boolean>;
}

/** An entry as others name it. */
export class EntryRef {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty({ description: '`12`, or `16（1）` for an item.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;
}

export class HeadingDto {
  @ApiProperty({ enum: ['chapter', 'category'] })
  readonly kind!: 'chapter' | 'category';

  @ApiProperty({ description: 'In 汉字, without brackets.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ format: 'uuid' })
  readonly key!: string;
}

export class AmendmentRef {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly number!: number;

  @ApiProperty()
  readonly title!: string;
}

export class EntryRevisionDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly contentHash!: string;

  @ApiProperty({ description: '第N修订版次: how many revisions of the entry have come to stand, this one included.' })
  readonly ordinal!: number;

  @ApiProperty({ type: PersonRef })
  readonly author!: PersonRef;

  @ApiProperty({ type: [PersonRef] })
  readonly approvers!: PersonRef[];

  @ApiProperty({ format: 'date-time', description: 'When it came to stand: its merge, or the import.' })
  readonly at!: string;

  @ApiProperty({ type: AmendmentRef, nullable: true })
  readonly amendment!: AmendmentRef | null;
}

export class EntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ description: '`12`, or `16（1）` for an item.' })
  readonly number!: string;

  @ApiProperty({ type: [HeadingDto] })
  readonly path!: HeadingDto[];

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: ProvisionsDto, nullable: true, description: 'Null where the service has items.' })
  readonly provisions!: ProvisionsDto | null;

  @ApiProperty({ type: [EntryRef], required: false })
  readonly items?: EntryRef[];

  @ApiProperty({ type: EntryRevisionDto })
  readonly revision!: EntryRevisionDto;

  @ApiProperty({ type: [ReferenceDto] })
  readonly references!: ReferenceDto[];

  @ApiProperty({ type: EntryRef, nullable: true })
  readonly previous!: EntryRef | null;

  @ApiProperty({ type: EntryRef, nullable: true })
  readonly next!: EntryRef | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'What stood in the edition that this one was forked from.',
  })
  readonly baseRevisionId!: string | null;
}

export class EntrySummary {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ description: '`12`, or `16（1）` for an item.' })
  readonly number!: string;

  @ApiProperty({ type: [String], description: 'Numbers of the headings above it, outermost first.' })
  readonly path!: string[];

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ format: 'uuid' })
  readonly revisionId!: string;

  @ApiProperty()
  readonly contentHash!: string;

  @ApiProperty({ type: ProvisionsDto, nullable: true })
  readonly provisions!: ProvisionsDto | null;

  @ApiProperty({ type: [ReferenceDto] })
  readonly references!: ReferenceDto[];
}

export class EntryList {
  @ApiProperty({ type: [EntrySummary] })
  readonly items!: EntrySummary[];

  @ApiProperty()
  readonly total!: number;
}
