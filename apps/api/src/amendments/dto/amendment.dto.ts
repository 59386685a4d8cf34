import { AMENDMENT_STATES, type AmendmentState, type Relation, RELATIONS } from '@dingben/workflow';
import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../../platform/http/person-ref.js';
import { ConflictDto, EditDto } from '../edits/dto/edit.dto.js';
import { REASON_CLASSES } from '../model.js';
import { AmendmentAllowedEvent, CommitRefDto } from './shared.dto.js';

export class CommentCountsDto {
  @ApiProperty({ type: 'integer' })
  readonly open!: number;

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}

/** An amendment as lists show it. */
export class AmendmentSummaryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly editionId!: string;

  @ApiProperty()
  readonly editionLabel!: string;

  @ApiProperty({ type: 'integer', description: 'Counts from 1 within the edition.' })
  readonly number!: number;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ enum: REASON_CLASSES })
  readonly reasonClass!: string;

  @ApiProperty({ enum: AMENDMENT_STATES })
  readonly state!: AmendmentState;

  @ApiProperty({ type: 'integer' })
  readonly version!: number;

  @ApiProperty({ type: 'integer', description: 'Number of the latest submitted draft; 0 before the first.' })
  readonly draftNumber!: number;

  @ApiProperty({ type: [PersonRef] })
  readonly authors!: readonly PersonRef[];

  @ApiProperty({ type: 'integer', description: 'Approvals that stand for the latest draft.' })
  readonly approvals!: number;

  @ApiProperty({ type: 'integer' })
  readonly requiredApprovals!: number;

  @ApiProperty({ type: 'integer', description: 'Entries that it touches.' })
  readonly entries!: number;

  @ApiProperty({ type: 'integer', description: 'Provisions whose text it changes.' })
  readonly provisions!: number;

  @ApiProperty({ type: CommentCountsDto })
  readonly comments!: CommentCountsDto;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updatedAt!: string;
}

export class AmendmentPageDto {
  @ApiProperty({ type: [AmendmentSummaryDto] })
  readonly items!: readonly AmendmentSummaryDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}

/** A verdict on one exact content. */
export class ApprovalDto {
  @ApiProperty({ type: PersonRef })
  readonly approver!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: 'integer' })
  readonly draftNumber!: number;

  @ApiProperty()
  readonly contentHash!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly comment!: string | null;

  @ApiProperty({ description: 'It is of the content as it stands; an approval of an earlier draft is void.' })
  readonly valid!: boolean;
}

/** An amendment with its edits, its conflicts and what this person may do with it. */
export class AmendmentDto extends AmendmentSummaryDto {
  @ApiProperty()
  readonly rationale!: string;

  @ApiProperty()
  readonly legalBasis!: string;

  @ApiProperty({ description: 'SHA-256 of the content; an approval or merge names the hash that was shown.' })
  readonly contentHash!: string;

  @ApiProperty({ type: CommitRefDto })
  readonly baseCommit!: CommitRefDto;

  @ApiProperty({ type: 'integer' })
  readonly headCommitNumber!: number;

  @ApiProperty({ type: CommitRefDto, nullable: true })
  readonly mergedCommit!: CommitRefDto | null;

  @ApiProperty({ type: [AmendmentAllowedEvent] })
  readonly allowedEvents!: readonly AmendmentAllowedEvent[];

  @ApiProperty({ enum: RELATIONS })
  readonly relation!: Relation;

  @ApiProperty({ type: [EditDto] })
  readonly edits!: readonly EditDto[];

  @ApiProperty({ type: [ConflictDto] })
  readonly conflicts!: readonly ConflictDto[];

  @ApiProperty({ type: [ApprovalDto] })
  readonly approvalsGiven!: readonly ApprovalDto[];
}

/** An amendment as it was submitted, 第 N 稿. */
export class DraftDto {
  @ApiProperty({ type: 'integer' })
  readonly number!: number;

  @ApiProperty()
  readonly contentHash!: string;

  @ApiProperty({ type: PersonRef })
  readonly submittedBy!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly submittedAt!: string;

  @ApiProperty({ type: [EditDto] })
  readonly edits!: readonly EditDto[];
}

export class ActDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ description: 'What was done, e.g. amendment.submitted.' })
  readonly action!: string;

  @ApiProperty({ type: PersonRef, nullable: true })
  readonly actor!: PersonRef | null;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly fromState!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly toState!: string | null;

  @ApiProperty({ type: String, nullable: true })
  readonly comment!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly draftNumber!: number | null;

  @ApiProperty({ enum: ['ok', 'refused'] })
  readonly outcome!: string;
}

export class TimelineEntryDto {
  @ApiProperty({ type: String, nullable: true, description: '`12`, `16（1）`; null where it stands in no outline.' })
  readonly number!: string | null;

  @ApiProperty()
  readonly title!: string;
}

export class TimelineItemDto extends ActDto {
  @ApiProperty({
    type: TimelineEntryDto,
    nullable: true,
    description: 'Of an act on an edit: the entry, as the draft has it now.',
  })
  readonly entry!: TimelineEntryDto | null;
}

export class TimelineDto {
  @ApiProperty({ type: [TimelineItemDto] })
  readonly items!: readonly TimelineItemDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}
