import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { QueryInteger } from './query.js';

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export type Order = 'asc' | 'desc';

/** What every list takes; a list adds its filters and its `sort` in a class of its own. */
export class ListQuery {
  @ApiProperty({ required: false, minimum: 1, maximum: 1_000_000, default: 1 })
  @QueryInteger()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page: number = 1;

  @ApiProperty({ required: false, minimum: 1, maximum: 100, default: 25 })
  @QueryInteger()
  @IsInt()
  @Min(1)
  @Max(100)
  perPage: number = 25;

  @ApiProperty({ required: false, enum: ['asc', 'desc'], default: 'asc' })
  @IsOptional()
  @IsIn(['asc', 'desc'])
  order: Order = 'asc';
}

/** Rows to skip for a page. */
export function offsetOf({ page, perPage }: { page: number; perPage: number }): number {
  return (page - 1) * perPage;
}
