import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { PersonRef } from '../../platform/http/person-ref.js';
import { StoredText } from '../../platform/http/stored-text.js';
import { SEVERITIES, type FindingSeverity } from './finding.dto.js';

/** As long as what an edit may hold. */
const LONGEST_PROVISION = 20_000;
const LONGEST_TITLE = 500;
/** An amendment with more changed entries asks in parts. */
const MOST_ENTRIES = 100;

/** Texts as they are being written; one that is left out is not looked at. */
export class GivenProvisionsDto implements Partial<Record<ProvisionKey, string>> {
  @ApiProperty({ required: false, maxLength: LONGEST_PROVISION })
  @IsOptional()
  @StoredText({ max: LONGEST_PROVISION })
  readonly targetGroup?: string;

  @ApiProperty({ required: false, maxLength: LONGEST_PROVISION })
  @IsOptional()
  @StoredText({ max: LONGEST_PROVISION })
  readonly content?: string;

  @ApiProperty({ required: false, maxLength: LONGEST_PROVISION })
  @IsOptional()
  @StoredText({ max: LONGEST_PROVISION })
  readonly standard?: string;

  @ApiProperty({ required: false, maxLength: LONGEST_PROVISION })
  @IsOptional()
  @StoredText({ max: LONGEST_PROVISION })
  readonly funding?: string;

  @ApiProperty({ required: false, maxLength: LONGEST_PROVISION })
  @IsOptional()
  @StoredText({ max: LONGEST_PROVISION })
  readonly leadAgency?: string;
}

export class GivenEntryDto {
  @ApiProperty({ required: false, format: 'uuid', description: 'The service or item; left out for one that is new.' })
  @IsOptional()
  @IsUUID()
  readonly serviceId?: string;

  @ApiProperty({ required: false, maxLength: LONGEST_TITLE })
  @IsOptional()
  @StoredText({ max: LONGEST_TITLE })
  readonly title?: string;

  @ApiProperty({ type: GivenProvisionsDto })
  @IsObject()
  @ValidateNested()
  @Type(() => GivenProvisionsDto)
  readonly provisions!: GivenProvisionsDto;
}

export class ProofreadTextsDto {
  @ApiProperty({ type: [GivenEntryDto], minItems: 1, maxItems: MOST_ENTRIES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => GivenEntryDto)
  readonly entries!: GivenEntryDto[];
}

const PLACES = ['title', ...PROVISION_KEYS] as const;

/** What was seen in a text that is not stored. */
export class TextFindingDto {
  @ApiProperty({ description: 'Which of the entries that were sent, from 0.' })
  readonly index!: number;

  @ApiProperty({ enum: PLACES })
  readonly provision!: 'title' | ProvisionKey;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ enum: SEVERITIES })
  readonly severity!: FindingSeverity;

  @ApiProperty({ description: 'UTF-16 units of the text that was sent; half-open.' })
  readonly start!: number;

  @ApiProperty()
  readonly end!: number;

  @ApiProperty()
  readonly found!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The certain repair.' })
  readonly fix!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly params!: Readonly<Record<string, string | number>>;
}

export class TextFindingsDto {
  @ApiProperty({ type: [TextFindingDto] })
  readonly findings!: TextFindingDto[];
}

export class ProofreadingRunDto {
  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: PersonRef, nullable: true })
  readonly askedBy!: PersonRef | null;

  @ApiProperty({ description: 'Findings of that run.' })
  readonly findings!: number;

  @ApiProperty({ description: 'The edition still reads as it did then.' })
  readonly current!: boolean;
}

export class ProofreadingDto {
  @ApiProperty({ type: ProofreadingRunDto, nullable: true, description: 'The latest run; null before the first.' })
  readonly latest!: ProofreadingRunDto | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The job that is under way.' })
  readonly jobId!: string | null;
}

export class ProofreadingStartedDto {
  @ApiProperty({ format: 'uuid' })
  readonly jobId!: string;
}
