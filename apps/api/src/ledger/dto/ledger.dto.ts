import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { Instant } from '../../platform/http/instant.js';
import { ListQuery } from '../../platform/http/list.js';
import { StoredText } from '../../platform/http/stored-text.js';

export class LedgerListQuery extends ListQuery {
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  actorId?: string;

  @ApiProperty({ required: false, description: 'Exact, or with a dot at the end for all that begin so: `amendment.`' })
  @IsOptional()
  @Matches(/^[a-z][a-z.-]{0,59}$/)
  action?: string;

  @ApiProperty({ required: false, enum: ['ok', 'refused'] })
  @IsOptional()
  @IsIn(['ok', 'refused'])
  outcome?: 'ok' | 'refused';

  @ApiProperty({ required: false })
  @IsOptional()
  @StoredText({ min: 1, max: 40 })
  subjectType?: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  subjectId?: string;

  @ApiProperty({ required: false, description: 'A day, or a moment in UTC; the first that counts.' })
  @IsOptional()
  @Instant('start')
  from?: number;

  @ApiProperty({ required: false, description: 'A day, or a moment in UTC; the last that counts.' })
  @IsOptional()
  @Instant('end')
  to?: number;

  @ApiProperty({ required: false, enum: ['seq'], default: 'seq' })
  @IsOptional()
  @IsIn(['seq'])
  sort = 'seq' as const;
}

export class LedgerActorDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;
}

export class LedgerItemDto {
  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty({ description: 'ISO 8601 in UTC, with microseconds.' })
  at!: string;

  @ApiProperty({ type: LedgerActorDto, nullable: true })
  actor!: LedgerActorDto | null;

  @ApiProperty()
  action!: string;

  @ApiProperty({ enum: ['ok', 'refused'] })
  outcome!: 'ok' | 'refused';

  @ApiProperty()
  subjectType!: string;

  @ApiProperty({ type: String, nullable: true })
  subjectId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the subject is called now, where it has a name.' })
  label!: string | null;

  @ApiProperty({ type: String, nullable: true })
  beforeHash!: string | null;

  @ApiProperty({ type: String, nullable: true })
  afterHash!: string | null;

  @ApiProperty({ type: String, nullable: true })
  requestId!: string | null;

  @ApiProperty()
  hash!: string;

  @ApiProperty()
  prevHash!: string;
}

export class LedgerPageDto {
  @ApiProperty({ type: [LedgerItemDto] })
  items!: LedgerItemDto[];

  @ApiProperty({ type: 'integer' })
  total!: number;
}
