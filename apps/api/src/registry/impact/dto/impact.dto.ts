import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { EDITION_STATES, type EditionState } from '@dingben/workflow';
import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { StoredText } from '../../../platform/http/stored-text.js';

export const CITED_BY = ['number', 'title'] as const;

export class SentenceDto {
  @ApiProperty({ type: 'integer', description: 'Where the sentence begins in the provision, in UTF-16 units.' })
  readonly start!: number;

  @ApiProperty()
  readonly text!: string;
}

/** One mention with the sentence in which it stands. Offsets are UTF-16 units within the provision. */
export class MentionDto {
  @ApiProperty({ enum: PROVISION_KEYS })
  readonly provision!: ProvisionKey;

  @ApiProperty({ type: 'integer' })
  readonly start!: number;

  @ApiProperty({ type: 'integer' })
  readonly end!: number;

  @ApiProperty({ enum: CITED_BY, description: 'By its number, or by its title (of an agency: its name) alone.' })
  readonly by!: (typeof CITED_BY)[number];

  @ApiProperty({ type: SentenceDto })
  readonly sentence!: SentenceDto;
}

export class TouchedEntryDto {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty({ description: 'As printed: `16（1）`.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ format: 'uuid' })
  readonly revisionId!: string;

  @ApiProperty({ type: [MentionDto] })
  readonly mentions!: readonly MentionDto[];
}

export class TouchedEditionDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ enum: EDITION_STATES })
  readonly state!: EditionState;

  @ApiProperty({ description: 'An amendment can be opened in it.' })
  readonly open!: boolean;

  @ApiProperty({ type: [TouchedEntryDto], description: 'In the order of the document.' })
  readonly entries!: readonly TouchedEntryDto[];
}

/** Which entries of the standing editions mention a regulation or an agency. */
export class ImpactDto {
  @ApiProperty({ type: [TouchedEditionDto] })
  readonly editions!: readonly TouchedEditionDto[];
}

export class UsageDto {
  @ApiProperty({ format: 'uuid' })
  readonly editionId!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ enum: EDITION_STATES })
  readonly state!: EditionState;

  @ApiProperty({ type: 'integer', description: 'Entries that mention it.' })
  readonly entries!: number;
}

/** An amendment for every entry of a draft that mentions a regulation or an agency. */
export class OpenForImpact {
  @ApiProperty({ format: 'uuid', description: 'The draft.' })
  @IsUUID()
  readonly editionId!: string;

  @ApiProperty({ maxLength: 200 })
  @StoredText({ min: 1, max: 200 })
  readonly title!: string;

  @ApiProperty({ maxLength: 5000 })
  @StoredText({ max: 5000 })
  readonly rationale!: string;

  @ApiProperty({ maxLength: 5000 })
  @StoredText({ max: 5000 })
  readonly legalBasis!: string;
}
