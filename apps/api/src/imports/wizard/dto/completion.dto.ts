import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, Matches, ValidateIf, ValidateNested } from 'class-validator';
import { OpenAmendmentDto } from '../../../amendments/dto/amendment-input.dto.js';
import { StoredText } from '../../../platform/http/stored-text.js';

export const EDITION_KINDS = ['final', 'consultation-draft'] as const;
const CODE = /^[a-z0-9]+(-[a-z0-9]+){0,15}$/;

export class NewStandardDto {
  @ApiProperty({ pattern: CODE.source, description: 'Its lasting code.' })
  @Matches(CODE)
  readonly code!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @StoredText({ min: 1, max: 200 })
  readonly title!: string;
}

export class NewEditionDto {
  @ApiProperty({ minLength: 1, maxLength: 60, description: '`2021年版`.' })
  @StoredText({ min: 1, max: 60 })
  readonly label!: string;

  @ApiProperty({ enum: EDITION_KINDS })
  @IsIn(EDITION_KINDS)
  readonly kind!: (typeof EDITION_KINDS)[number];

  @ApiProperty({
    required: false,
    type: NewStandardDto,
    description: 'Where it is the first edition of another standard.',
  })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => NewStandardDto)
  readonly standard?: NewStandardDto;
}

/** An amendment of the draft that the document was held against. */
export class CopyAmendmentDto extends OmitType(OpenAmendmentDto, ['editionId'] as const) {}

/** What becomes of an import: exactly one of the two. */
export class CompleteDto {
  @ApiProperty({ required: false, type: NewEditionDto })
  @ValidateIf((body: CompleteDto) => body.amendment === undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => NewEditionDto)
  readonly edition?: NewEditionDto;

  @ApiProperty({ required: false, type: CopyAmendmentDto })
  @ValidateIf((body: CompleteDto) => body.edition === undefined || body.amendment !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => CopyAmendmentDto)
  readonly amendment?: CopyAmendmentDto;
}
