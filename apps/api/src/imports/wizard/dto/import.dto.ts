import { ENCODINGS, type Encoding } from '@dingben/reader';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { ListQuery, type Order } from '../../../platform/http/list.js';
import { QueryBoolean } from '../../../platform/http/query.js';
import { StoredText } from '../../../platform/http/stored-text.js';
import { JobProblemDto } from '../../../platform/jobs/dto/job.dto.js';
import { IMPORT_STATES, type ImportState } from '../model.js';

export class UploadQuery {
  @ApiProperty({ minLength: 1, maxLength: 255, description: 'The name of the file.' })
  @StoredText({ min: 1, max: 255 })
  readonly name!: string;
}

export class ImportListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: ['asc', 'desc'], default: 'desc', description: 'By the time of uploading.' })
  override order: Order = 'desc';

  @ApiProperty({
    required: false,
    default: false,
    description: 'Those that are finished instead of those that are not.',
  })
  @IsOptional()
  @QueryBoolean()
  @IsBoolean()
  finished: boolean = false;
}

export class ImportOutcomeDto {
  @ApiProperty({ format: 'uuid' })
  readonly editionId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly amendmentId!: string | null;
}

export class ImportDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ description: 'The name of the file.' })
  readonly name!: string;

  @ApiProperty({ type: 'integer', description: 'Bytes.' })
  readonly size!: number;

  @ApiProperty({ description: 'SHA-256 of the file.' })
  readonly sha256!: string;

  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' })
  readonly state!: ImportState;

  @ApiProperty({ type: JobProblemDto, nullable: true, description: 'Why it was refused, or why finishing it failed.' })
  readonly problem!: JobProblemDto | null;

  @ApiProperty({ type: String, enum: ENCODINGS, enumName: 'Encoding', nullable: true, description: 'As was chosen.' })
  readonly encoding!: Encoding | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The job that reads or finishes it.' })
  readonly jobId!: string | null;

  @ApiProperty({ type: ImportOutcomeDto, nullable: true })
  readonly outcome!: ImportOutcomeDto | null;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: string;
}

export class ImportPageDto {
  @ApiProperty({ type: [ImportDto] })
  readonly items!: readonly ImportDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}

export class EncodingDto {
  @ApiProperty({ enum: ENCODINGS, enumName: 'Encoding' })
  @IsIn(ENCODINGS)
  readonly encoding!: Encoding;
}
