import { DESCENT_KINDS, type ComparedSection, type DescentKind } from '@dingben/comparison';
import { EDITION_STATES, type EditionState } from '@dingben/workflow';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsUUID, Matches, Max, Min, ValidateNested } from 'class-validator';
import { EDIT_KINDS, type EditKind } from '../../../amendments/model.js';

/** As the matching names an entry: `12`, `16（1）`, `12#2`. */
const ENTRY = /^[0-9（）]{1,20}(#\d{1,5})?$/;
const MOST_ENTRIES = 20_000;

export class AgainstDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ enum: EDITION_STATES, enumName: 'EditionState' })
  readonly state!: EditionState;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The commit that was chosen; null for the latest.' })
  readonly commit!: number | null;

  @ApiProperty()
  readonly standardCode!: string;

  @ApiProperty()
  readonly standardTitle!: string;
}

export class KnownServiceDto {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ description: '`49`, `16（1）`.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ description: 'A service with items; only such an entry can go on with it.' })
  readonly holdsItems!: boolean;
}

export class MatchedEntryDto {
  @ApiProperty({ description: 'Names it in this matching.' })
  readonly key!: string;

  @ApiProperty({ description: '`49`, `16（1）`.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty()
  readonly holdsItems!: boolean;

  @ApiProperty({ enum: DESCENT_KINDS, enumName: 'DescentKind' })
  readonly kind!: DescentKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The service that it goes on with.' })
  readonly takes!: string | null;

  @ApiProperty({ type: [String], description: 'Services that it came out of.' })
  readonly from!: readonly string[];

  @ApiProperty({ description: 'Obviously the same; nobody needs to look.' })
  readonly certain!: boolean;

  @ApiProperty({ description: 'A person decided it.' })
  readonly decided!: boolean;

  @ApiProperty({ type: [String], description: 'Services that it is like, the most alike first.' })
  readonly likely!: readonly string[];
}

export class MatchingDto {
  @ApiProperty({ type: AgainstDto, nullable: true, description: 'Null where there is no edition yet.' })
  readonly against!: AgainstDto | null;

  @ApiProperty({ type: [KnownServiceDto] })
  readonly known!: readonly KnownServiceDto[];

  @ApiProperty({ type: [MatchedEntryDto] })
  readonly entries!: readonly MatchedEntryDto[];

  @ApiProperty({ type: 'integer' })
  readonly version!: number;
}

export class DecisionDto {
  @ApiProperty({ pattern: ENTRY.source })
  @Matches(ENTRY)
  readonly entry!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly takes!: string | null;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  readonly from!: string[];
}

export class DecideMatchingDto {
  @ApiProperty({ format: 'uuid', description: 'The edition whose services are meant.' })
  @IsUUID()
  readonly againstId!: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    minimum: 1,
    description: 'The commit that an edited copy was taken from; the latest unless told.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly commit?: number;

  @ApiProperty({
    type: [DecisionDto],
    description: 'Every entry that a person decided; those that are left out are proposed again.',
  })
  @IsArray()
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => DecisionDto)
  readonly decisions!: DecisionDto[];
}

export class ProposedEditDto {
  @ApiProperty({ enum: EDIT_KINDS })
  readonly kind!: EditKind;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly serviceId!: string | null;

  @ApiProperty()
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;
}

export class NumberedDto {
  @ApiProperty()
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;
}

export class ProposalDto {
  @ApiProperty({ format: 'uuid' })
  readonly editionId!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ type: [ProposedEditDto] })
  readonly edits!: readonly ProposedEditDto[];

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'Differences of headings (`dingben.comparison/1`), which no amendment carries.',
  })
  readonly sections!: readonly ComparedSection[];

  @ApiProperty({ type: [NumberedDto], description: 'Entries under a heading that the draft does not have.' })
  readonly homeless!: readonly NumberedDto[];

  @ApiProperty({ type: 'integer' })
  readonly version!: number;
}
