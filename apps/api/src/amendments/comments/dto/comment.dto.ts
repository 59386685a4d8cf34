import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PersonRef } from '../../../platform/http/person-ref.js';
import { StoredText } from '../../../platform/http/stored-text.js';

/** What a comment may be about: the title, or one of the five texts. */
export const COMMENTED = ['title', ...PROVISION_KEYS] as const;
export type Commented = 'title' | ProvisionKey;

export class CommentDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The comment that this one answers.' })
  readonly parentId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly serviceId!: string | null;

  @ApiProperty({ enum: COMMENTED, nullable: true })
  readonly provision!: Commented | null;

  @ApiProperty({ type: String, nullable: true, description: 'The words commented on, as they stood.' })
  readonly quote!: string | null;

  @ApiProperty()
  readonly text!: string;

  @ApiProperty({ type: PersonRef })
  readonly author!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: PersonRef, nullable: true })
  readonly resolvedBy!: PersonRef | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly resolvedAt!: string | null;
}

export class CommentListDto {
  @ApiProperty({ type: [CommentDto] })
  readonly items!: readonly CommentDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}

export class AddCommentDto {
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly serviceId?: string;

  @ApiProperty({ required: false, enum: COMMENTED })
  @IsOptional()
  @IsIn(COMMENTED)
  readonly provision?: Commented;

  @ApiProperty({ required: false, maxLength: 2000 })
  @IsOptional()
  @StoredText({ max: 2000 })
  readonly quote?: string;

  @ApiProperty({ maxLength: 5000 })
  @StoredText({ min: 1, max: 5000 })
  readonly text!: string;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly parentId?: string;
}
