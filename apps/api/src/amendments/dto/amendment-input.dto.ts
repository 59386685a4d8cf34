import { AMENDMENT_STATES, type AmendmentState } from '@dingben/workflow';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { ListQuery } from '../../platform/http/list.js';
import { QueryBoolean } from '../../platform/http/query.js';
import { StoredText } from '../../platform/http/stored-text.js';
import { REASON_CLASSES, type ReasonClass } from '../model.js';

export class OpenAmendmentDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly editionId!: string;

  @ApiProperty({ maxLength: 200 })
  @StoredText({ min: 1, max: 200 })
  readonly title!: string;

  @ApiProperty({ enum: REASON_CLASSES })
  @IsIn(REASON_CLASSES)
  readonly reasonClass!: ReasonClass;

  @ApiProperty({ maxLength: 5000 })
  @StoredText({ max: 5000 })
  readonly rationale!: string;

  @ApiProperty({ maxLength: 5000 })
  @StoredText({ max: 5000 })
  readonly legalBasis!: string;
}

export class DescribeAmendmentDto {
  @ApiProperty({ required: false, maxLength: 200 })
  @IsOptional()
  @StoredText({ min: 1, max: 200 })
  readonly title?: string;

  @ApiProperty({ required: false, enum: REASON_CLASSES })
  @IsOptional()
  @IsIn(REASON_CLASSES)
  readonly reasonClass?: ReasonClass;

  @ApiProperty({ required: false, maxLength: 5000 })
  @IsOptional()
  @StoredText({ max: 5000 })
  readonly rationale?: string;

  @ApiProperty({ required: false, maxLength: 5000 })
  @IsOptional()
  @StoredText({ max: 5000 })
  readonly legalBasis?: string;
}

export const SENDABLE_EVENTS = [
  'submit',
  'reopen',
  'approve',
  'requestChanges',
  'reject',
  'withdraw',
  'merge',
] as const;
export type SendableEvent = (typeof SENDABLE_EVENTS)[number];

export class AmendmentEventDto {
  @ApiProperty({ enum: SENDABLE_EVENTS })
  @IsIn(SENDABLE_EVENTS)
  readonly event!: SendableEvent;

  @ApiProperty({ required: false, maxLength: 5000 })
  @IsOptional()
  @StoredText({ max: 5000 })
  readonly comment?: string;

  @ApiProperty({ required: false, description: 'approve, merge: the content hash that the person was shown.' })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  readonly contentHash?: string;
}

const SORTS = ['number', 'title', 'state', 'createdAt', 'updatedAt'] as const;
export type AmendmentSort = (typeof SORTS)[number];

export class AmendmentListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: SORTS, default: 'updatedAt' })
  @IsOptional()
  @IsIn(SORTS)
  sort: AmendmentSort = 'updatedAt';

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  editionId?: string;

  @ApiProperty({ required: false, enum: AMENDMENT_STATES })
  @IsOptional()
  @IsIn(AMENDMENT_STATES)
  state?: AmendmentState;

  @ApiProperty({ required: false, enum: REASON_CLASSES })
  @IsOptional()
  @IsIn(REASON_CLASSES)
  reasonClass?: ReasonClass;

  @ApiProperty({ required: false, format: 'uuid', description: 'An author.' })
  @IsOptional()
  @IsUUID()
  author?: string;

  @ApiProperty({ required: false, description: 'Those that I am an author of.' })
  @IsOptional()
  @QueryBoolean()
  @IsIn([true, false])
  mine?: boolean;

  @ApiProperty({ required: false, description: 'Those on which I am to act next.' })
  @IsOptional()
  @QueryBoolean()
  @IsIn([true, false])
  waitingForMe?: boolean;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  serviceId?: string;

  @ApiProperty({ required: false, maxLength: 100, description: 'Part of the title, or the number.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  q?: string;
}
