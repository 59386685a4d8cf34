import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsObject, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { StoredText } from '../../../platform/http/stored-text.js';
import { EDIT_KINDS, type EditKind } from '../../model.js';

/** Most UTF-16 units of one provision; the longest of the bundled standard has about 1,300. */
export const LONGEST_PROVISION = 20_000;
export const LONGEST_TITLE = 500;

export class ProvisionsInputDto {
  @ApiProperty({ maxLength: LONGEST_PROVISION })
  @StoredText({ max: LONGEST_PROVISION })
  readonly targetGroup!: string;

  @ApiProperty({ maxLength: LONGEST_PROVISION })
  @StoredText({ max: LONGEST_PROVISION })
  readonly content!: string;

  @ApiProperty({ maxLength: LONGEST_PROVISION })
  @StoredText({ max: LONGEST_PROVISION })
  readonly standard!: string;

  @ApiProperty({ maxLength: LONGEST_PROVISION })
  @StoredText({ max: LONGEST_PROVISION })
  readonly funding!: string;

  @ApiProperty({ maxLength: LONGEST_PROVISION })
  @StoredText({ max: LONGEST_PROVISION })
  readonly leadAgency!: string;
}

/** `null` says that a service has items and no texts; absent, that nothing was said. Neither is an object to look into. */
function given(_: object, value: unknown): boolean {
  return value !== null && value !== undefined;
}

/** Text or place of an edit. Which of them an edit takes follows from its kind. */
export class SaveEditDto {
  @ApiProperty({ required: false, maxLength: LONGEST_TITLE })
  @IsOptional()
  @StoredText({ min: 1, max: LONGEST_TITLE })
  readonly title?: string;

  @ApiProperty({ required: false, type: ProvisionsInputDto, nullable: true })
  @ValidateIf(given)
  @IsObject()
  @ValidateNested()
  @Type(() => ProvisionsInputDto)
  readonly provisions?: ProvisionsInputDto | null;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly sectionKey?: string;

  @ApiProperty({ required: false, type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly parentServiceId?: string | null;

  @ApiProperty({ required: false, type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  readonly afterServiceId?: string | null;
}

export class AddEditDto extends SaveEditDto {
  @ApiProperty({ enum: EDIT_KINDS })
  @IsDefined()
  @IsIn(EDIT_KINDS)
  readonly kind!: EditKind;

  @ApiProperty({ required: false, format: 'uuid', description: 'revise, remove, move: the entry.' })
  @IsOptional()
  @IsUUID()
  readonly serviceId?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'revise: the revision that was shown.' })
  @IsOptional()
  @IsUUID()
  readonly baseRevisionId?: string;
}

export class ResolutionDto {
  @ApiProperty({ required: false, maxLength: LONGEST_TITLE })
  @IsOptional()
  @StoredText({ min: 1, max: LONGEST_TITLE })
  readonly title?: string;

  @ApiProperty({ required: false, type: ProvisionsInputDto, nullable: true })
  @ValidateIf(given)
  @IsObject()
  @ValidateNested()
  @Type(() => ProvisionsInputDto)
  readonly provisions?: ProvisionsInputDto | null;

  @ApiProperty({ format: 'uuid', description: 'The revision in the edition against which the conflict was resolved.' })
  @IsUUID()
  readonly currentRevisionId!: string;
}
