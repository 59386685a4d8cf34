import { ENCODINGS, ROW_ACTIONS, type Encoding, type NearKind, type RowAction } from '@dingben/registry';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { RegulationRef } from '../dto/regulation.dto.js';

export class TableQuery {
  @ApiProperty({ maxLength: 200, description: "The file's name, for the record." })
  @IsString()
  @Length(1, 200)
  readonly name!: string;

  @ApiProperty({ required: false, enum: ENCODINGS, description: 'Of a CSV file; found out unless told.' })
  @IsOptional()
  @IsIn(ENCODINGS)
  readonly encoding?: Encoding;
}

export class ConfirmQuery extends TableQuery {
  @ApiProperty({ description: 'Fingerprint of the preview that the person saw.' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly digest!: string;

  @ApiProperty({ required: false, description: 'Lines that are not to be taken, joined by commas; at most 500.' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,6}(,[1-9]\d{0,6}){0,499}$/)
  readonly leaveOut?: string;
}

export const NEAR_KINDS = ['number', 'title', 'version', 'similar'] as const satisfies readonly NearKind[];

export class NearDto {
  @ApiProperty({ enum: NEAR_KINDS })
  readonly kind!: NearKind;

  @ApiProperty({ type: RegulationRef, nullable: true, description: 'Null where it is another row of the table.' })
  readonly regulation!: RegulationRef | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Line of the other row.' })
  readonly line!: number | null;
}

export class RowFlawDto {
  @ApiProperty({ description: '`row.title-missing`, …' })
  readonly code!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly params!: Readonly<Record<string, string | number>>;
}

export class ImportRowDto {
  @ApiProperty({ type: 'integer' })
  readonly line!: number;

  @ApiProperty({ enum: ROW_ACTIONS })
  readonly action!: RowAction;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: [String] })
  readonly numbers!: readonly string[];

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly issuedOn!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly status!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Whom the row speaks of.' })
  readonly regulationId!: string | null;

  @ApiProperty({ type: [String], description: 'Fields that become others.' })
  readonly changes!: readonly string[];

  @ApiProperty({ type: RowFlawDto, nullable: true })
  readonly flaw!: RowFlawDto | null;

  @ApiProperty({ type: [NearDto] })
  readonly near!: readonly NearDto[];
}

export class ImportCounts {
  @ApiProperty({ type: 'integer' })
  readonly new!: number;

  @ApiProperty({ type: 'integer' })
  readonly changed!: number;

  @ApiProperty({ type: 'integer' })
  readonly same!: number;

  @ApiProperty({ type: 'integer' })
  readonly unusable!: number;

  @ApiProperty({ type: 'integer', description: 'New rows that may be the same as something else.' })
  readonly near!: number;
}

/** What an import would do. Nothing is stored. */
export class ImportPreviewDto {
  @ApiProperty({ enum: ['csv', 'xlsx'] })
  readonly form!: 'csv' | 'xlsx';

  @ApiProperty({ enum: ENCODINGS, type: String, nullable: true })
  readonly encoding!: Encoding | null;

  @ApiProperty({
    description: 'The bytes prove the encoding; where they do not, a person looks first and then names it.',
  })
  readonly certain!: boolean;

  @ApiProperty({ description: 'Named when the import is confirmed, so that what was seen is what is done.' })
  readonly digest!: string;

  @ApiProperty({ type: [String] })
  readonly ignoredColumns!: readonly string[];

  @ApiProperty({ type: ImportCounts })
  readonly counts!: ImportCounts;

  @ApiProperty({ type: [ImportRowDto] })
  readonly rows!: readonly ImportRowDto[];
}

export class ImportDoneDto {
  @ApiProperty({ type: 'integer' })
  readonly added!: number;

  @ApiProperty({ type: 'integer' })
  readonly changed!: number;
}
