import { SUCCESSION_KINDS, type SuccessionKind } from '@dingben/registry';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { ListQuery } from '../../../platform/http/list.js';
import { UsageDto } from '../../impact/dto/impact.dto.js';

export const AGENCY_SORTS = ['name', 'entries', 'leads'] as const;
export type AgencySort = (typeof AGENCY_SORTS)[number];

export class AgenciesQuery extends ListQuery {
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Counts in this edition; in those that stand unless told.',
  })
  @IsOptional()
  @IsUUID()
  editionId?: string;

  @ApiProperty({ required: false, description: 'Part of the name or of an alias.' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  q?: string;

  @ApiProperty({ required: false, enum: AGENCY_SORTS, default: 'entries' })
  @IsIn(AGENCY_SORTS)
  sort: AgencySort = 'entries';

  override order: 'asc' | 'desc' = 'desc';
}

export class LoadQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly editionId!: string;
}

export class SuccessionRef {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ enum: SUCCESSION_KINDS })
  readonly kind!: SuccessionKind;

  @ApiProperty({ format: 'date' })
  readonly on!: string;
}

const nullableDay = { type: String, format: 'date', nullable: true } as const;

export class AgencyDto {
  @ApiProperty({ description: 'UUID, or a fingerprint where a text names what the registry does not know yet.' })
  readonly id!: string;

  @ApiProperty()
  readonly registered!: boolean;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ type: [String] })
  readonly aliases!: readonly string[];

  @ApiProperty({ type: 'integer', description: 'Entries that name it.' })
  readonly entries!: number;

  @ApiProperty({ type: 'integer', description: 'Entries that it leads.' })
  readonly leads!: number;

  @ApiProperty(nullableDay)
  readonly beganOn!: string | null;

  @ApiProperty({ ...nullableDay, description: 'The day from which its successors stand for it.' })
  readonly endedOn!: string | null;

  @ApiProperty({ type: [SuccessionRef] })
  readonly successors!: readonly SuccessionRef[];

  @ApiProperty({ type: 'integer', description: '0 where it is not registered.' })
  readonly version!: number;
}

/** An agency as a plain object. */
export type AgencyFields = Pick<AgencyDto, keyof AgencyDto>;

export class AgencyList {
  @ApiProperty({ type: [AgencyDto] })
  readonly items!: readonly AgencyDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}

export class AgencyDetail extends AgencyDto {
  @ApiProperty({ type: [SuccessionRef] })
  readonly predecessors!: readonly SuccessionRef[];

  @ApiProperty({ type: [UsageDto], description: 'Every edition that names it, the newest first.' })
  readonly usage!: readonly UsageDto[];
}

export class LoadChapter {
  @ApiProperty({ format: 'uuid' })
  readonly key!: string;

  @ApiProperty({ description: '`一`.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;
}

export class LoadRow {
  @ApiProperty()
  readonly id!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ type: 'integer' })
  readonly entries!: number;

  @ApiProperty({ type: [Number], description: 'Entries in each chapter, in the order of `chapters`.' })
  readonly counts!: readonly number[];
}

/** How many entries of each chapter each agency is named in, the busiest agency first. */
export class LoadDto {
  @ApiProperty({ type: [LoadChapter] })
  readonly chapters!: readonly LoadChapter[];

  @ApiProperty({ type: [LoadRow] })
  readonly rows!: readonly LoadRow[];
}
