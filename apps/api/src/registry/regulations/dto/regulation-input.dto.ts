import { LONGEST, MOST_NUMBERS, REGULATION_STATUSES, type RegulationStatus } from '@dingben/registry';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsString, IsUUID, ValidateIf } from 'class-validator';
import { IsDay } from '../../../editions/dto/is-day.js';
import { StoredText } from '../../../platform/http/stored-text.js';

/** The field may be absent; null is looked at like any other value. */
function Given(): PropertyDecorator {
  return ValidateIf((_body, value: unknown) => value !== undefined);
}

/** The field may be absent or null. */
function Known(): PropertyDecorator {
  return ValidateIf((_body, value: unknown) => value !== undefined && value !== null);
}

const nullableText = { type: String, nullable: true } as const;
const nullableDay = { type: String, format: 'date', nullable: true } as const;

/** Facts about a regulation. A key that is absent says nothing; null says that it is not known. */
class RegulationFacts {
  @ApiProperty({ type: [String], maxItems: MOST_NUMBERS, required: false })
  @Given()
  @IsArray()
  @ArrayMaxSize(MOST_NUMBERS)
  @IsString({ each: true })
  readonly numbers?: string[];

  @ApiProperty({ ...nullableText, required: false, maxLength: LONGEST.issuer })
  @Known()
  @StoredText({ min: 1, max: LONGEST.issuer })
  readonly issuer?: string | null;

  @ApiProperty({ ...nullableText, required: false, maxLength: LONGEST.level })
  @Known()
  @StoredText({ min: 1, max: LONGEST.level })
  readonly level?: string | null;

  @ApiProperty({ ...nullableDay, required: false })
  @Known()
  @IsDay()
  readonly issuedOn?: string | null;

  @ApiProperty({ ...nullableDay, required: false })
  @Known()
  @IsDay()
  readonly effectiveOn?: string | null;

  @ApiProperty({ ...nullableDay, required: false })
  @Known()
  @IsDay()
  readonly repealedOn?: string | null;

  @ApiProperty({ enum: REGULATION_STATUSES, required: false })
  @Given()
  @IsIn(REGULATION_STATUSES)
  readonly status?: RegulationStatus;

  @ApiProperty({ ...nullableText, required: false, maxLength: LONGEST.source })
  @Known()
  @StoredText({ min: 1, max: LONGEST.source })
  readonly source?: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false, description: 'What took its place.' })
  @Known()
  @IsUUID()
  readonly successorId?: string | null;

  @ApiProperty({ required: false, maxLength: 2000, description: 'Why; kept with the act.' })
  @Given()
  @StoredText({ max: 2000 })
  readonly comment?: string;
}

export class RegisterRegulation extends RegulationFacts {
  @ApiProperty({ maxLength: LONGEST.title })
  @StoredText({ min: 1, max: LONGEST.title })
  readonly title!: string;
}

export class ChangeRegulation extends RegulationFacts {
  @ApiProperty({ required: false, maxLength: LONGEST.title })
  @Given()
  @StoredText({ min: 1, max: LONGEST.title })
  readonly title?: string;
}

export class MergeRegulation {
  @ApiProperty({ format: 'uuid', description: 'The one that stands for both.' })
  @IsUUID()
  readonly intoId!: string;

  @ApiProperty({ required: false, maxLength: 2000 })
  @Given()
  @StoredText({ max: 2000 })
  readonly comment?: string;
}
