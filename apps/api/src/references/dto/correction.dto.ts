import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { CORRECTABLE_KINDS, REFERENCE_KINDS, type CorrectableKind, type ReferenceKind } from '@dingben/references';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { PersonRef } from '../../platform/http/person-ref.js';
import { StoredText } from '../../platform/http/stored-text.js';

export const VERDICTS = ['regulation', 'not-regulation', 'quantity', 'nothing'] as const;
export const COMPARATORS = ['least', 'most', 'above', 'below'] as const;
const LONGEST = 1_000_000;
const HIGHEST = 1e15;

/** What a person says of one reference of an entry's text. */
export class CorrectReference {
  @ApiProperty({ description: 'Of the text that the person saw.' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly contentHash!: string;

  @ApiProperty({ enum: PROVISION_KEYS })
  @IsIn(PROVISION_KEYS)
  readonly provision!: ProvisionKey;

  @ApiProperty({ minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(LONGEST)
  readonly start!: number;

  @ApiProperty({ minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(LONGEST)
  readonly end!: number;

  @ApiProperty({ enum: CORRECTABLE_KINDS })
  @IsIn(CORRECTABLE_KINDS)
  readonly kind!: CorrectableKind;

  @ApiProperty({
    enum: VERDICTS,
    description:
      '`regulation`: it means the one of title and number; `quantity`: it is value and unit; `nothing`: none of its kind.',
  })
  @IsIn(VERDICTS)
  readonly verdict!: (typeof VERDICTS)[number];

  @ApiProperty({ required: false, maxLength: 500 })
  @IsOptional()
  @StoredText({ max: 500 })
  readonly title?: string;

  @ApiProperty({ required: false, maxLength: 100 })
  @IsOptional()
  @StoredText({ max: 100 })
  readonly number?: string;

  @ApiProperty({ required: false, description: 'With `quantity`.' })
  @IsOptional()
  @IsNumber()
  @Min(-HIGHEST)
  @Max(HIGHEST)
  readonly value?: number;

  @ApiProperty({ required: false, description: 'The end of a range.' })
  @IsOptional()
  @IsNumber()
  @Min(-HIGHEST)
  @Max(HIGHEST)
  readonly upper?: number;

  @ApiProperty({ required: false, maxLength: 20, description: 'With `quantity`.' })
  @IsOptional()
  @StoredText({ max: 20, min: 1 })
  readonly unit?: string;

  @ApiProperty({ required: false, enum: COMPARATORS })
  @IsOptional()
  @IsIn(COMPARATORS)
  readonly comparator?: (typeof COMPARATORS)[number];

  @ApiProperty({ required: false, maxLength: 40 })
  @IsOptional()
  @StoredText({ max: 40, min: 1 })
  readonly perWhom?: string;

  @ApiProperty({ required: false, maxLength: 40 })
  @IsOptional()
  @StoredText({ max: 40, min: 1 })
  readonly perPeriod?: string;

  @ApiProperty({ maxLength: 2000 })
  @StoredText({ max: 2000, min: 1 })
  readonly reason!: string;
}

export class CorrectedDto {
  @ApiProperty({ enum: REFERENCE_KINDS })
  readonly kind!: ReferenceKind;

  @ApiProperty()
  readonly key!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly data!: Record<string, string | number | boolean>;
}

export class CorrectionDto {
  @ApiProperty({ minimum: 1 })
  readonly number!: number;

  @ApiProperty({ enum: PROVISION_KEYS })
  readonly provision!: ProvisionKey;

  @ApiProperty()
  readonly start!: number;

  @ApiProperty()
  readonly end!: number;

  @ApiProperty({ enum: CORRECTABLE_KINDS })
  readonly kind!: CorrectableKind;

  @ApiProperty({ type: CorrectedDto, nullable: true, description: 'Null: nothing of the kind stands there.' })
  readonly to!: CorrectedDto | null;

  @ApiProperty()
  readonly reason!: string;

  @ApiProperty({ type: PersonRef })
  readonly by!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

/** The corrections of an entry's text as it stands; `version` goes into If-Match of the next one. */
export class CorrectionList {
  @ApiProperty()
  readonly contentHash!: string;

  @ApiProperty({ minimum: 0 })
  readonly version!: number;

  @ApiProperty({ type: [CorrectionDto] })
  readonly items!: CorrectionDto[];
}
