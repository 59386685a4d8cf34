import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ListQuery } from '../../platform/http/list.js';

export const FUNDING_SORTS = ['key', 'entries'] as const;

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
