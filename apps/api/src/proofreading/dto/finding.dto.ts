import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { ListQuery } from '../../platform/http/list.js';
import { PersonRef } from '../../platform/http/person-ref.js';
import { StoredText } from '../../platform/http/stored-text.js';

export const FINDING_STATES = ['open', 'fixed', 'accepted'] as const;
export type FindingState = (typeof FINDING_STATES)[number];
export const FINDING_ORIGINS = ['reading', 'proofreading'] as const;
export type FindingOrigin = (typeof FINDING_ORIGINS)[number];
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type FindingSeverity = (typeof SEVERITIES)[number];

export class FindingDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly ordinal!: number;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ enum: SEVERITIES })
  readonly severity!: FindingSeverity;

  @ApiProperty({ type: String, nullable: true, description: '`49`, `16（1）`.' })
  readonly entry!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly serviceId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly provision!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Line of the source.' })
  readonly line!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly start!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  readonly end!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly found!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The certain repair.' })
  readonly fix!: string | null;

  @ApiProperty({ enum: FINDING_ORIGINS, description: 'Seen when the source was read, or by 校核.' })
  readonly origin!: FindingOrigin;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Values of the sentence for `code`.' })
  readonly params!: Readonly<Record<string, string | number>>;

  @ApiProperty({ enum: FINDING_STATES })
  readonly state!: FindingState;

  @ApiProperty({ type: String, nullable: true })
  readonly answer!: string | null;

  @ApiProperty({ type: PersonRef, nullable: true })
  readonly answeredBy!: PersonRef | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly answeredAt!: string | null;

  @ApiProperty()
  readonly version!: number;
}

export class FindingList {
  @ApiProperty({ type: [FindingDto] })
  readonly items!: FindingDto[];

  @ApiProperty()
  readonly total!: number;
}

export class FindingsQuery extends ListQuery {
  @ApiProperty({ required: false, enum: FINDING_STATES })
  @IsOptional()
  @IsIn(FINDING_STATES)
  state?: FindingState;

  @ApiProperty({ required: false, enum: SEVERITIES })
  @IsOptional()
  @IsIn(SEVERITIES)
  severity?: FindingSeverity;

  @ApiProperty({ required: false, enum: FINDING_ORIGINS })
  @IsOptional()
  @IsIn(FINDING_ORIGINS)
  origin?: FindingOrigin;
}

export const ANSWERS = ['accepted', 'fixed'] as const;

export class AnswerFinding {
  @ApiProperty({ enum: ANSWERS })
  @IsIn(ANSWERS)
  readonly state!: (typeof ANSWERS)[number];

  @ApiProperty({ maxLength: 2000 })
  @StoredText({ max: 2000, min: 1 })
  readonly answer!: string;
}
