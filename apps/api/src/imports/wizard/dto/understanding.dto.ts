import { PROVISION_KEYS, type ProvisionKey, type SectionKind } from '@dingben/outline';
import { ENCODINGS, type Encoding, type Form } from '@dingben/reader';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { StoredText } from '../../../platform/http/stored-text.js';
import { SEVERITIES, type FindingSeverity } from '../../../proofreading/dto/finding.dto.js';

const FORMS = ['docx', 'txt', 'json'] as const satisfies readonly Form[];
const KEY = /^[0-9a-f]{20}-\d{1,6}$/;
const MOST_AT_ONCE = 5_000;
const LAST = 2_000_000;

export class CountsDto {
  @ApiProperty({ type: 'integer' })
  readonly chapters!: number;

  @ApiProperty({ type: 'integer' })
  readonly categories!: number;

  @ApiProperty({ type: 'integer' })
  readonly services!: number;

  @ApiProperty({ type: 'integer', description: 'Entries with texts: services without items, and items.' })
  readonly leaves!: number;

  @ApiProperty({ type: 'integer', description: 'Characters of the document, blanks not counted.' })
  readonly characters!: number;

  @ApiProperty({ type: 'integer', description: 'Those of them that findings quote.' })
  readonly inFindings!: number;
}

export class EncodingPreviewDto {
  @ApiProperty({ enum: ENCODINGS, enumName: 'Encoding' })
  readonly encoding!: Encoding;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'How the document begins; null where it is no text in it.',
  })
  readonly text!: string | null;
}

export class ReadFindingDto {
  @ApiProperty({ description: 'Its name in this import.' })
  readonly key!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ enum: SEVERITIES })
  readonly severity!: FindingSeverity;

  @ApiProperty({ type: String, nullable: true, description: '`49`, `16（1）`.' })
  readonly entry!: string | null;

  @ApiProperty({ type: String, enum: PROVISION_KEYS, nullable: true })
  readonly provision!: ProvisionKey | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly line!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'The whole line.' })
  readonly source!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly start!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly end!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly found!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The certain repair.' })
  readonly fix!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly params!: Readonly<Record<string, string | number>>;

  @ApiProperty({ description: 'The fix can be put into the text.' })
  readonly fixable!: boolean;

  @ApiProperty()
  readonly accepted!: boolean;
}

export class UnderstandingDto {
  @ApiProperty({ enum: FORMS, enumName: 'DocumentForm' })
  readonly form!: Form;

  @ApiProperty({ type: String, enum: ENCODINGS, enumName: 'Encoding', nullable: true })
  readonly encoding!: Encoding | null;

  @ApiProperty()
  readonly encodingCertain!: boolean;

  @ApiProperty({ type: [EncodingPreviewDto], description: 'Empty where the encoding is certain.' })
  readonly previews!: readonly EncodingPreviewDto[];

  @ApiProperty({ type: CountsDto })
  readonly counts!: CountsDto;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The exchange form `dingben.outline/1`.' })
  readonly outline!: object;

  @ApiProperty({ type: [ReadFindingDto] })
  readonly findings!: readonly ReadFindingDto[];

  @ApiProperty({ type: 'integer', description: 'Findings of severity error that are neither put right nor accepted.' })
  readonly openErrors!: number;

  @ApiProperty({ type: 'integer', description: 'Steps that can be taken back.' })
  readonly steps!: number;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;
}

export class CorrectionDto {
  @ApiProperty({ type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(LAST)
  readonly line!: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(LAST)
  readonly start!: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  @Max(LAST)
  readonly end!: number;

  @ApiProperty({ maxLength: 100_000, description: 'What stands there; it may be what is not to be stored.' })
  @Matches(/^[^]{0,100000}$/)
  readonly found!: string;

  @ApiProperty({ maxLength: 100_000 })
  @StoredText({ max: 100_000 })
  readonly replacement!: string;
}

export class LostHeadingDto {
  @ApiProperty({ enum: ['chapter', 'category'] })
  @IsIn(['chapter', 'category'])
  readonly kind!: SectionKind;

  @ApiProperty({ description: 'In 汉字: `十二`.' })
  @Matches(/^[一二三四五六七八九十]{1,3}$/)
  readonly number!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @StoredText({ min: 1, max: 200 })
  readonly title!: string;

  @ApiProperty({ description: 'Number of the service before which it stood.' })
  @Matches(/^\d{1,6}$/)
  readonly beforeEntry!: string;
}

export class CorrectDto {
  @ApiProperty({ required: false, type: [String], description: 'Findings whose fixes are put into the text.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @Matches(KEY, { each: true })
  readonly keys?: string[];

  @ApiProperty({ required: false, type: [CorrectionDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ValidateNested({ each: true })
  @Type(() => CorrectionDto)
  readonly corrections?: CorrectionDto[];

  @ApiProperty({ required: false, type: [LostHeadingDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => LostHeadingDto)
  readonly headings?: LostHeadingDto[];
}

export class AcceptDto {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @Matches(KEY, { each: true })
  readonly keys!: string[];

  @ApiProperty({ description: 'False opens them again.' })
  @IsBoolean()
  readonly accepted!: boolean;
}
