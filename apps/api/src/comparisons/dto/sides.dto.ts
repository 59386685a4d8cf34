import { ApiProperty } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import { REF } from './ref.js';

/** The two texts that are held against each other. */
export abstract class ComparedSides {
  @ApiProperty({ description: '`edition:<id>` (its head) or `commit:<id>`.' })
  @IsString()
  @Matches(REF)
  readonly before!: string;

  @ApiProperty({ description: '`edition:<id>` (its head) or `commit:<id>`.' })
  @IsString()
  @Matches(REF)
  readonly after!: string;
}
