import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { ComparisonQuery } from '../../comparisons/dto/comparison.dto.js';
import { CHAPTER, FORMATS, type Format } from '../../publications/dto/publication.dto.js';
import { NOTES_FORMS, TABLE_FORMS, type NotesForm, type TableForm } from '../writing/protocol.js';

export class WriteStandardDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly editionId!: string;

  @ApiProperty({ enum: FORMATS })
  @IsIn(FORMATS)
  readonly form!: Format;

  @ApiProperty({
    required: false,
    minimum: 1,
    description: 'Number of a commit of the edition; its latest unless told.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  readonly commit?: number;

  @ApiProperty({ required: false, description: 'The printed number of one chapter: `三`. The whole unless told.' })
  @IsOptional()
  @IsString()
  @Matches(CHAPTER)
  readonly chapter?: string;
}

export class WriteTableDto extends ComparisonQuery {
  @ApiProperty({ enum: TABLE_FORMS, description: '`tracked`: a docx whose changes can be accepted or rejected.' })
  @IsIn(TABLE_FORMS)
  readonly form!: TableForm;
}

export class WriteNotesDto extends ComparisonQuery {
  @ApiProperty({ enum: NOTES_FORMS })
  @IsIn(NOTES_FORMS)
  readonly form!: NotesForm;
}

export class WritingStartedDto {
  @ApiProperty({ format: 'uuid', description: 'Its result has `documentId`, `fileName`, `size` and `sha256`.' })
  readonly jobId!: string;
}
