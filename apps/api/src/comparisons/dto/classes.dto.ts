import { CLASS_NAMES, type ChangeClassName } from '@dingben/comparison';
import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PersonRef } from '../../platform/http/person-ref.js';
import { ComparedSides } from './sides.dto.js';

const NAMES = Object.values(CLASS_NAMES);
/** More changes than the largest standard has entries are no single act of a person. */
const MOST_CHANGES = 2000;
const FIELDS = [...PROVISION_KEYS, 'title'] as const;

export class EvidenceTextDto {
  @ApiProperty({ minimum: 0 })
  readonly start!: number;

  @ApiProperty({ minimum: 0 })
  readonly end!: number;

  @ApiProperty()
  readonly text!: string;
}

export class ClassEvidenceDto {
  @ApiProperty({ enum: NAMES })
  readonly class!: ChangeClassName;

  @ApiProperty({ enum: FIELDS, required: false, description: 'Absent: the whole entry, or its place.' })
  readonly provision?: ProvisionKey | 'title';

  @ApiProperty({ type: EvidenceTextDto, nullable: true })
  readonly before!: EvidenceTextDto | null;

  @ApiProperty({ type: EvidenceTextDto, nullable: true })
  readonly after!: EvidenceTextDto | null;
}

export class ConfirmationDto {
  @ApiProperty({ minimum: 1, description: 'How many words there are on the change; the last one holds.' })
  readonly version!: number;

  @ApiProperty({ type: PersonRef })
  readonly by!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

export class OutdatedConfirmationDto {
  @ApiProperty({ enum: NAMES, isArray: true })
  readonly classes!: ChangeClassName[];

  @ApiProperty({ type: PersonRef })
  readonly by!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

/** What a change is called. */
export class ClassedChangeDto {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Names the change of two exact texts and places; null where only the number is another.',
  })
  readonly change!: string | null;

  @ApiProperty({ enum: NAMES, isArray: true, description: 'As confirmed; as proposed where nobody has confirmed.' })
  readonly classes!: ChangeClassName[];

  @ApiProperty({ enum: NAMES, isArray: true })
  readonly classesProposed!: ChangeClassName[];

  @ApiProperty({ type: ConfirmationDto, nullable: true })
  readonly confirmation!: ConfirmationDto | null;

  @ApiProperty({
    type: OutdatedConfirmationDto,
    nullable: true,
    description: 'Was given on a later text that has changed since.',
  })
  readonly outdated!: OutdatedConfirmationDto | null;
}

export class ClassedChanges {
  @ApiProperty({ type: [ClassedChangeDto] })
  readonly items!: ClassedChangeDto[];
}

/** A person's word on one change, and what the person saw. */
export class ConfirmChange {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly serviceId!: string;

  @ApiProperty({ description: 'As the comparison named the change.' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly change!: string;

  @ApiProperty({ minimum: 0, description: 'Of the confirmation that the person saw; 0 for none.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  readonly version!: number;

  @ApiProperty({ enum: NAMES, isArray: true, description: 'What the person saw proposed.' })
  @IsArray()
  @ArrayMaxSize(NAMES.length)
  @ArrayUnique()
  @IsIn(NAMES, { each: true })
  readonly proposed!: ChangeClassName[];

  @ApiProperty({ enum: NAMES, isArray: true, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(NAMES.length)
  @ArrayUnique()
  @IsIn(NAMES, { each: true })
  readonly classes!: ChangeClassName[];
}

export class ConfirmClasses extends ComparedSides {
  @ApiProperty({ type: [ConfirmChange], minItems: 1, maxItems: MOST_CHANGES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHANGES)
  @ArrayUnique(({ serviceId }: ConfirmChange) => serviceId)
  @ValidateNested({ each: true })
  @Type(() => ConfirmChange)
  readonly changes!: ConfirmChange[];
}

export class NoteEntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty()
  readonly confirmed!: boolean;
}

export class NoteRowDto {
  @ApiProperty({ description: 'A class, or 未归类 for what no class was given.' })
  readonly name!: string;

  @ApiProperty({ type: [NoteEntryDto] })
  readonly entries!: NoteEntryDto[];
}

/** The part of a 编制说明 that counts what changed. */
export class RevisionNotesDto {
  @ApiProperty()
  readonly title!: string;

  @ApiProperty()
  readonly before!: string;

  @ApiProperty()
  readonly after!: string;

  @ApiProperty()
  readonly paragraph!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'That the counts are provisional; null where all is confirmed.',
  })
  readonly caveat!: string | null;

  @ApiProperty({ minimum: 0 })
  readonly unconfirmed!: number;

  @ApiProperty({ type: [NoteRowDto] })
  readonly rows!: NoteRowDto[];
}
