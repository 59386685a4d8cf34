import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { CommitQuery } from '../../entries/dto/entries.query.js';
import { PersonRef } from '../../platform/http/person-ref.js';

/** The forms of an edition, all of which a publication freezes. */
export const FORMATS = ['json', 'txt', 'html', 'docx', 'pdf', 'xlsx', 'akn'] as const;
export type Format = (typeof FORMATS)[number];

/** `一` to `九千九百九十九`, as the outline numbers its chapters. */
export const CHAPTER = /^[一二三四五六七八九十百千零〇]{1,8}$/;

export class ExportQuery extends CommitQuery {
  @ApiProperty({ required: false, description: 'The printed number of one chapter: `三`.' })
  @IsOptional()
  @IsString()
  @Matches(CHAPTER)
  readonly chapter?: string;
}

export class ArtefactDto {
  @ApiProperty({ enum: FORMATS })
  readonly format!: Format;

  @ApiProperty()
  readonly fileName!: string;

  @ApiProperty()
  readonly mediaType!: string;

  @ApiProperty()
  readonly sha256!: string;

  @ApiProperty({ description: 'Bytes.' })
  readonly size!: number;
}

export class PublicationSummary {
  @ApiProperty({ description: '1, 2, 3 … within the standard.' })
  readonly number!: number;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ format: 'date' })
  readonly effectiveDate!: string;

  @ApiProperty()
  readonly treeHash!: string;

  @ApiProperty()
  readonly manifestHash!: string;
}

export class PublicationDto extends PublicationSummary {
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly manifest!: Record<string, unknown>;

  @ApiProperty({ type: PersonRef })
  readonly publisher!: PersonRef;

  @ApiProperty({ type: PersonRef })
  readonly requestedBy!: PersonRef;

  @ApiProperty({ type: [ArtefactDto] })
  readonly artefacts!: ArtefactDto[];
}
