import { EDITION_EVENTS, EDITION_STATES, type EditionEvent, type EditionState } from '@dingben/workflow';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { EditionRef } from '../../history/dto/history.dto.js';
import { ListQuery } from '../../platform/http/list.js';
import { StoredText } from '../../platform/http/stored-text.js';
import { PlanDto, PublicationSummary } from '../../publications/dto/publication.dto.js';
import { IsDay } from './is-day.js';
import { IsMoment } from './is-moment.js';

/** `corrigendum`: corrects a published edition, and changes nothing for another reason. */
export const EDITION_KINDS = ['final', 'consultation-draft', 'corrigendum'] as const;
export const FORK_KINDS = ['final', 'corrigendum'] as const;

export class HeadDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly number!: number;

  @ApiProperty()
  readonly treeHash!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

export class EditionCounts {
  @ApiProperty({ description: 'Entries that carry provisions.' })
  readonly entries!: number;

  @ApiProperty({ description: 'Entries that differ from the edition that this one was forked from.' })
  readonly changed!: number;

  @ApiProperty()
  readonly openAmendments!: number;

  @ApiProperty()
  readonly mergedAmendments!: number;

  @ApiProperty()
  readonly openFindings!: number;
}

export class EditionSummary {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly standardId!: string;

  @ApiProperty()
  readonly standardTitle!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ enum: EDITION_KINDS })
  readonly kind!: (typeof EDITION_KINDS)[number];

  @ApiProperty({ enum: ['imported', 'forked'] })
  readonly origin!: 'imported' | 'forked';

  @ApiProperty({ enum: EDITION_STATES })
  readonly state!: EditionState;

  @ApiProperty()
  readonly version!: number;

  @ApiProperty({ type: EditionRef, nullable: true })
  readonly basedOn!: EditionRef | null;

  @ApiProperty({ type: HeadDto })
  readonly head!: HeadDto;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly effectiveDate!: string | null;

  @ApiProperty({ type: EditionCounts })
  readonly counts!: EditionCounts;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;
}

export class CorrigendumRef extends EditionRef {
  @ApiProperty({ enum: EDITION_STATES })
  readonly state!: EditionState;
}

export class ReasonDto {
  @ApiProperty()
  readonly code!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: true })
  readonly params?: Record<string, string | number | boolean | null>;
}

export class EditionAllowedEvent {
  @ApiProperty({ enum: EDITION_EVENTS })
  readonly event!: EditionEvent;

  @ApiProperty()
  readonly allowed!: boolean;

  @ApiProperty({ type: [ReasonDto] })
  readonly reasons!: ReasonDto[];
}

export class EditionDto extends EditionSummary {
  @ApiProperty({ type: [EditionAllowedEvent], description: 'Events that this person could cause in this state.' })
  readonly allowedEvents!: EditionAllowedEvent[];

  @ApiProperty({ type: PublicationSummary, nullable: true })
  readonly publication!: PublicationSummary | null;

  @ApiProperty({ type: PlanDto, nullable: true, description: 'What was last decided on the moment of publication.' })
  readonly plan!: PlanDto | null;

  @ApiProperty({ type: [CorrigendumRef], description: 'Editions that correct this one.' })
  readonly corrigenda!: CorrigendumRef[];
}

export class EditionList {
  @ApiProperty({ type: [EditionSummary] })
  readonly items!: EditionSummary[];

  @ApiProperty()
  readonly total!: number;
}

export const EDITION_SORTS = ['createdAt', 'label'] as const;

export class EditionsQuery extends ListQuery {
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  standardId?: string;

  @ApiProperty({ required: false, enum: EDITION_STATES })
  @IsOptional()
  @IsIn(EDITION_STATES)
  state?: EditionState;

  @ApiProperty({ required: false, enum: EDITION_SORTS, default: 'createdAt' })
  @IsIn(EDITION_SORTS)
  sort: (typeof EDITION_SORTS)[number] = 'createdAt';

  override order: 'asc' | 'desc' = 'desc';
}

export class ForkEdition {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly basedOnId!: string;

  @ApiProperty({ maxLength: 100 })
  @StoredText({ max: 100, min: 1 })
  readonly label!: string;

  @ApiProperty({ required: false, enum: FORK_KINDS, default: 'final' })
  @IsOptional()
  @IsIn(FORK_KINDS)
  readonly kind?: (typeof FORK_KINDS)[number];
}

/** What a person may cause over HTTP; the rest the service does itself, or has a route of its own. */
export const CAUSED_EVENTS = [
  'openConsultation',
  'finalise',
  'reopen',
  'schedule',
  'unschedule',
  'plan',
  'unplan',
  'publish',
  'withdraw',
  'abandon',
] as const satisfies readonly EditionEvent[];
export type CausedEvent = (typeof CAUSED_EVENTS)[number];

export class CauseEditionEvent {
  @ApiProperty({ enum: CAUSED_EVENTS })
  @IsIn(CAUSED_EVENTS)
  readonly event!: CausedEvent;

  @ApiProperty({
    required: false,
    format: 'date',
    description: 'With `schedule`: when the edition takes effect; with `withdraw`: from when on it no longer holds.',
  })
  @IsOptional()
  @IsDay()
  readonly effectiveDate?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'With `plan`: the moment of publication, in UTC.' })
  @IsOptional()
  @IsMoment()
  readonly publishAt?: string;

  @ApiProperty({ required: false, maxLength: 5000, description: 'With `withdraw`: what the public is told.' })
  @IsOptional()
  @StoredText({ max: 5000 })
  readonly comment?: string;
}
