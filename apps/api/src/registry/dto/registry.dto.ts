import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { ListQuery } from '../../platform/http/list.js';

export const AGENCY_SORTS = ['name', 'entries', 'leads'] as const;
export const FUNDING_SORTS = ['key', 'entries'] as const;

export class AgenciesQuery extends ListQuery {
  @ApiProperty({ required: false, format: 'uuid', description: 'Counts in this edition; in all unless told.' })
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
  sort: (typeof AGENCY_SORTS)[number] = 'entries';

  override order: 'asc' | 'desc' = 'desc';
}

export class AgencyDto {
  @ApiProperty({ description: 'UUID, or the name where a text mentions what the registry does not know yet.' })
  readonly id!: string;

  @ApiProperty({ description: 'The key by which entries are filtered.' })
  readonly name!: string;

  @ApiProperty({ type: [String] })
  readonly aliases!: string[];

  @ApiProperty({ description: 'Entries that name it.' })
  readonly entries!: number;

  @ApiProperty({ description: 'Entries that it leads.' })
  readonly leads!: number;
}

export class AgencyList {
  @ApiProperty({ type: [AgencyDto] })
  readonly items!: AgencyDto[];

  @ApiProperty()
  readonly total!: number;
}

export class FundingQuery extends ListQuery {
  @ApiProperty({ required: false, format: 'uuid', description: 'Counts in this edition; in all unless told.' })
  @IsOptional()
  @IsUUID()
  editionId?: string;

  @ApiProperty({ required: false, enum: FUNDING_SORTS, default: 'entries' })
  @IsIn(FUNDING_SORTS)
  sort: (typeof FUNDING_SORTS)[number] = 'entries';

  override order: 'asc' | 'desc' = 'desc';
}

export class FundingSourceDto {
  @ApiProperty({ description: 'The key by which entries are filtered.' })
  readonly key!: string;

  @ApiProperty({ description: 'Entries that name it.' })
  readonly entries!: number;
}

export class FundingSourceList {
  @ApiProperty({ type: [FundingSourceDto] })
  readonly items!: FundingSourceDto[];

  @ApiProperty()
  readonly total!: number;
}
