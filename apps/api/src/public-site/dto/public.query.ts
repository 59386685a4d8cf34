import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../../editions/dto/is-day.js';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export class DayQuery {
  @ApiProperty({ required: false, format: 'date', description: 'Today in Beijing unless told.' })
  @IsOptional()
  @IsDay()
  readonly on?: string;
}

export class PageQuery {
  @ApiProperty({ required: false, enum: LANGUAGES, default: 'zh' })
  @IsOptional()
  @IsIn(LANGUAGES)
  readonly lang: Language = 'zh';
}

export class InForcePageQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'A day, `YYYY-MM-DD`; today in Beijing unless told.' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  readonly on: string = '';
}

export class LookUpPageQuery extends PageQuery {
  @ApiProperty({ required: false, description: 'The hash, or its beginning, as a document shows it.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly code: string = '';
}
