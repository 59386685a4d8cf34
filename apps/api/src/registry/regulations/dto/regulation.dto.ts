import { REGULATION_STATUSES, type NearKind, type RegulationStatus } from '@dingben/registry';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { ListQuery } from '../../../platform/http/list.js';
import { QueryBoolean } from '../../../platform/http/query.js';
import { UsageDto } from '../../impact/dto/impact.dto.js';

export const REGULATION_SORTS = ['title', 'number', 'status', 'issuedOn', 'effectiveOn', 'entries'] as const;
export type RegulationSort = (typeof REGULATION_SORTS)[number];

export class RegulationsQuery extends ListQuery {
  @ApiProperty({ required: false, enum: REGULATION_SORTS, default: 'entries' })
  @IsIn(REGULATION_SORTS)
  sort: RegulationSort = 'entries';

  override order: 'asc' | 'desc' = 'desc';

  @ApiProperty({ required: false, description: 'Part of the title or of a number, whatever its brackets and blanks.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  q?: string;

  @ApiProperty({ required: false, enum: REGULATION_STATUSES })
  @IsOptional()
  @IsIn(REGULATION_STATUSES)
  status?: RegulationStatus;

  @ApiProperty({ required: false, description: 'Registered, or known from citations alone.' })
  @IsOptional()
  @QueryBoolean()
  @IsIn([true, false])
  registered?: boolean;

  @ApiProperty({ required: false, description: 'Cited by an entry, or by none.' })
  @IsOptional()
  @QueryBoolean()
  @IsIn([true, false])
  cited?: boolean;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Counts in this edition; in those that stand unless told.',
  })
  @IsOptional()
  @IsUUID()
  editionId?: string;
}

export class RegulationRef {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: [String] })
  readonly numbers!: readonly string[];
}

const nullableText = { type: String, nullable: true } as const;
const nullableDay = { type: String, format: 'date', nullable: true } as const;

export class RegulationSummary {
  @ApiProperty({ description: 'UUID, or a fingerprint where texts cite what nobody has registered.' })
  readonly id!: string;

  @ApiProperty()
  readonly registered!: boolean;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: [String] })
  readonly numbers!: readonly string[];

  @ApiProperty(nullableText)
  readonly issuer!: string | null;

  @ApiProperty(nullableText)
  readonly level!: string | null;

  @ApiProperty(nullableDay)
  readonly issuedOn!: string | null;

  @ApiProperty(nullableDay)
  readonly effectiveOn!: string | null;

  @ApiProperty(nullableDay)
  readonly repealedOn!: string | null;

  @ApiProperty({
    enum: REGULATION_STATUSES,
    type: String,
    nullable: true,
    description: 'Null where nobody registered it.',
  })
  readonly status!: RegulationStatus | null;

  @ApiProperty(nullableText)
  readonly source!: string | null;

  @ApiProperty({ type: RegulationRef, nullable: true })
  readonly successor!: RegulationRef | null;

  @ApiProperty({ type: RegulationRef, nullable: true })
  readonly mergedInto!: RegulationRef | null;

  @ApiProperty({ type: 'integer', description: 'Entries that cite it.' })
  readonly entries!: number;

  @ApiProperty({ type: 'integer', description: '0 where nobody registered it.' })
  readonly version!: number;
}

/** A summary as a plain object. */
export type RegulationFields = Pick<RegulationSummary, keyof RegulationSummary>;

export class RegulationList {
  @ApiProperty({ type: [RegulationSummary] })
  readonly items!: readonly RegulationSummary[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}

export class RegulationDto extends RegulationSummary {
  @ApiProperty({ type: [UsageDto], description: 'Every edition that cites it, the newest first.' })
  readonly usage!: readonly UsageDto[];

  @ApiProperty({ type: [RegulationRef], description: 'What was found to be the same as it.' })
  readonly merged!: readonly RegulationRef[];

  @ApiProperty({ type: [RegulationRef], description: 'What it took the place of.' })
  readonly predecessors!: readonly RegulationRef[];
}

export const DUPLICATE_KINDS = ['number', 'title', 'similar'] as const satisfies readonly NearKind[];

export class DuplicateDto {
  @ApiProperty({ enum: DUPLICATE_KINDS })
  readonly kind!: (typeof DUPLICATE_KINDS)[number];

  @ApiProperty({ type: RegulationSummary })
  readonly a!: RegulationSummary;

  @ApiProperty({ type: RegulationSummary })
  readonly b!: RegulationSummary;
}

export class DuplicateList {
  @ApiProperty({ type: [DuplicateDto] })
  readonly items!: readonly DuplicateDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}
