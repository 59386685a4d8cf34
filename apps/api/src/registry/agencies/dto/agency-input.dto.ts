import { SUCCESSION_KINDS, type SuccessionKind } from '@dingben/registry';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, ValidateIf } from 'class-validator';
import { IsDay } from '../../../editions/dto/is-day.js';
import { StoredText } from '../../../platform/http/stored-text.js';

/** Most characters of a name or an alias. */
export const LONGEST_NAME = 100;
const MOST = 20;

/** What becomes of agencies on a day. Names that nobody registered are registered by it. */
export class SucceedAgencies {
  @ApiProperty({ enum: SUCCESSION_KINDS })
  @IsIn(SUCCESSION_KINDS)
  readonly kind!: SuccessionKind;

  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST, description: 'Names of those that end.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  readonly from!: string[];

  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST, description: 'Names of those that follow.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  readonly to!: string[];

  @ApiProperty({ format: 'date', description: 'The day from which they follow.' })
  @IsDay()
  readonly on!: string;

  @ApiProperty({ required: false, maxLength: 2000 })
  @ValidateIf((_body, value: unknown) => value !== undefined)
  @StoredText({ max: 2000 })
  readonly comment?: string;
}

export class ChangeAgency {
  @ApiProperty({ type: [String], maxItems: MOST, description: 'All other names by which texts call it.' })
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsString({ each: true })
  readonly aliases!: string[];
}
