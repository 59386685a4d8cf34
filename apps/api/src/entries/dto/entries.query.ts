import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ListQuery } from '../../platform/http/list.js';
import { QueryBoolean, QueryInteger } from '../../platform/http/query.js';

export const ENTRY_SORTS = ['number', 'title'] as const;

export class EntriesQuery extends ListQuery {
  @ApiProperty({ required: false, description: 'Key of an agency that the entry names.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  agency?: string;

  @ApiProperty({ required: false, description: 'Key of a funding source.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  funding?: string;

  @ApiProperty({ required: false, description: 'Key of a cited instrument.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  citation?: string;

  @ApiProperty({ required: false, description: 'Differs, or not, from the edition that this one was forked from.' })
  @IsOptional()
  @QueryBoolean()
  @IsBoolean()
  changed?: boolean;

  @ApiProperty({
    required: false,
    description: 'Text that title or provisions contain, width, case and spaces apart; or a number.',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  q?: string;

  @ApiProperty({ required: false, enum: ENTRY_SORTS, default: 'number' })
  @IsIn(ENTRY_SORTS)
  sort: (typeof ENTRY_SORTS)[number] = 'number';
}

/** Reads at one commit of the edition; at its latest unless told. */
export class CommitQuery {
  @ApiProperty({ required: false, minimum: 1, description: 'Number of a commit of the edition.' })
  @IsOptional()
  @QueryInteger()
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  commit?: number;
}
