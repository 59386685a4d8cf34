import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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

export class WithdrawalDto {
  @ApiProperty({ description: 'What the public is told.' })
  readonly explanation!: string;

  @ApiProperty({ format: 'date', description: 'From this day on it no longer holds.' })
  readonly effectiveDate!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: PersonRef })
  readonly withdrawnBy!: PersonRef;
}

export const PLAN_STATES = ['waiting', 'published', 'cancelled', 'stopped'] as const;

export class PlanProblemDto {
  @ApiProperty()
  readonly code!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  readonly params?: Record<string, string | number | boolean | null>;
}

export class PlanDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ enum: PLAN_STATES })
  readonly state!: (typeof PLAN_STATES)[number];

  @ApiProperty({ format: 'date-time' })
  readonly publishAt!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly comment!: string | null;

  @ApiProperty({ type: PersonRef, description: 'Who decided.' })
  readonly publisher!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly decidedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly endedAt!: string | null;

  @ApiProperty({ type: PersonRef, nullable: true, description: 'Who cancelled it.' })
  readonly endedBy!: PersonRef | null;

  @ApiProperty({ type: PlanProblemDto, nullable: true, description: 'What stopped it.' })
  readonly problem!: PlanProblemDto | null;
}

export class PublicationSummary {
  @ApiProperty({ description: '1, 2, 3 … within the standard.' })
  readonly number!: number;

  @ApiProperty({ type: String, nullable: true, description: 'The short code at the foot of its documents.' })
  readonly code!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ format: 'date' })
  readonly effectiveDate!: string;

  @ApiProperty()
  readonly treeHash!: string;

  @ApiProperty()
  readonly manifestHash!: string;

  @ApiProperty({ type: WithdrawalDto, nullable: true })
  readonly withdrawal!: WithdrawalDto | null;
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
