import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { ListQuery, type Order } from '../../http/list.js';
import { PersonRef } from '../../http/person-ref.js';
import { JOB_STATES, type JobState, type JsonObject } from '../job.js';

const KIND = /^[a-z-]{1,40}\.[a-z-]{1,40}$/;

export class JobProgressDto {
  @ApiProperty({ type: String, nullable: true, description: 'A code; the sentence is `jobStep.<code>`.' })
  readonly step!: string | null;

  @ApiProperty({ type: 'integer' })
  readonly done!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null while it is not known.' })
  readonly total!: number | null;
}

export class JobProblemDto {
  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly params!: Readonly<Record<string, string | number | boolean | null>>;
}

export class JobDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ description: 'The feature and what it does: `imports.read`.' })
  readonly kind!: string;

  @ApiProperty({ enum: JOB_STATES, enumName: 'JobState' })
  readonly state!: JobState;

  @ApiProperty({ type: JobProgressDto })
  readonly progress!: JobProgressDto;

  @ApiProperty({ description: 'It was told to stop; it ends soon.' })
  readonly cancelRequested!: boolean;

  @ApiProperty({ type: 'integer', description: 'How often it was begun.' })
  readonly attempt!: number;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  readonly result!: JsonObject | null;

  @ApiProperty({ type: JobProblemDto, nullable: true, description: 'Why it failed.' })
  readonly problem!: JobProblemDto | null;

  @ApiProperty({ type: PersonRef, nullable: true, description: 'Null where the service asked itself.' })
  readonly askedBy!: PersonRef | null;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly startedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly endedAt!: string | null;
}

export class JobPageDto {
  @ApiProperty({ type: [JobDto] })
  readonly items!: readonly JobDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}

export class JobListQuery extends ListQuery {
  @ApiProperty({ required: false, enum: ['asc', 'desc'], default: 'desc', description: 'By the time of asking.' })
  override order: Order = 'desc';

  @ApiProperty({ required: false, enum: JOB_STATES, enumName: 'JobState' })
  @IsOptional()
  @IsIn(JOB_STATES)
  state?: JobState;

  @ApiProperty({ required: false, pattern: KIND.source })
  @IsOptional()
  @Matches(KIND)
  kind?: string;
}
