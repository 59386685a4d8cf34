import { ApiProperty, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { PROVISION_KEYS, type ProvisionKey, type Provisions } from '@dingben/outline';
import { SegmentDto } from '../../history/dto/history.dto.js';
import {
  LINKS,
  PublicEditionOfStandard,
  PublicEditionRef,
  PublicEditionSummary,
  PublicStandardRef,
} from './edition.dto.js';

const CHANGES = ['first', 'added', 'removed', 'moved', 'renumbered', 'retitled', 'amended'] as const;

@ApiSchema({ name: 'PublicSectionRef' })
export class PublicSectionRef {
  @ApiProperty({ enum: ['chapter', 'category'] })
  readonly kind!: string;

  @ApiProperty()
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;
}

@ApiSchema({ name: 'PublicEntryRef' })
export class PublicEntryRef {
  @ApiProperty({ description: 'Lasting: the same in every edition.' })
  readonly code!: string;

  @ApiProperty({ description: 'As printed in this edition: `16`, `16（1）`.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: [PublicSectionRef], description: 'Headings above it, outermost first.' })
  readonly sections!: PublicSectionRef[];

  @ApiProperty()
  readonly link!: string;
}

@ApiSchema({ name: 'PublicFile' })
export class PublicFileDto {
  @ApiProperty()
  readonly format!: string;

  @ApiProperty()
  readonly fileName!: string;

  @ApiProperty()
  readonly mediaType!: string;

  @ApiProperty()
  readonly sha256!: string;

  @ApiProperty({ description: 'Bytes.' })
  readonly size!: number;

  @ApiProperty()
  readonly link!: string;
}

@ApiSchema({ name: 'PublicEdition' })
export class PublicEditionDto extends PublicEditionOfStandard {
  @ApiProperty({ type: [PublicFileDto] })
  readonly files!: PublicFileDto[];

  @ApiProperty({ type: [PublicEntryRef] })
  readonly entries!: PublicEntryRef[];
}

@ApiSchema({ name: 'PublicCitation' })
export class PublicCitationDto {
  @ApiProperty({ enum: PROVISION_KEYS })
  readonly provision!: ProvisionKey;

  @ApiProperty()
  readonly start!: number;

  @ApiProperty()
  readonly end!: number;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ required: false })
  readonly number?: string;
}

@ApiSchema({ name: 'PublicEntry' })
export class PublicEntryDto extends PublicEntryRef {
  @ApiProperty({ type: PublicStandardRef })
  readonly standard!: PublicStandardRef;

  @ApiProperty({ type: PublicEditionRef })
  readonly edition!: PublicEditionRef;

  @ApiProperty({ description: 'SHA-256 of title and provisions; the manifest names the same.' })
  readonly hash!: string;

  @ApiProperty({
    type: 'object',
    nullable: true,
    properties: Object.fromEntries(PROVISION_KEYS.map((key) => [key, { type: 'string' }])),
    required: [...PROVISION_KEYS],
    description: 'Null for a service that has items.',
  })
  readonly provisions!: Provisions | null;

  @ApiProperty({ type: [PublicCitationDto] })
  readonly citations!: PublicCitationDto[];

  @ApiProperty({ type: [PublicEntryRef] })
  readonly items!: PublicEntryRef[];

  @ApiProperty(LINKS)
  readonly links!: Readonly<Record<string, string>>;
}

@ApiSchema({ name: 'PublicProvision' })
export class PublicProvisionDto {
  @ApiProperty({ type: PublicStandardRef })
  readonly standard!: PublicStandardRef;

  @ApiProperty({ type: PublicEditionRef })
  readonly edition!: PublicEditionRef;

  @ApiProperty({ type: PublicEntryRef })
  readonly entry!: PublicEntryRef;

  @ApiProperty({ enum: PROVISION_KEYS })
  readonly key!: ProvisionKey;

  @ApiProperty({ description: 'As the document prints it.' })
  readonly label!: string;

  @ApiProperty()
  readonly text!: string;

  @ApiProperty({ type: [PublicCitationDto] })
  readonly citations!: PublicCitationDto[];
}

@ApiSchema({ name: 'PublicEntryStep' })
export class PublicEntryStepDto {
  @ApiProperty({ type: PublicEditionSummary })
  readonly edition!: PublicEditionSummary;

  @ApiProperty({ type: PublicEntryRef, nullable: true, description: 'Null in the edition that leaves it out.' })
  readonly entry!: PublicEntryRef | null;

  @ApiProperty({
    enum: CHANGES,
    isArray: true,
    description: 'Against the edition published before; empty where nothing changed.',
  })
  readonly changes!: readonly string[];

  @ApiProperty({ type: [SegmentDto], nullable: true })
  readonly title!: readonly SegmentDto[] | null;

  @ApiProperty({
    type: 'object',
    description: 'By provision; equal ones are absent.',
    additionalProperties: { type: 'array', items: { $ref: getSchemaPath(SegmentDto) } },
  })
  readonly provisions!: Readonly<Record<string, readonly SegmentDto[]>>;
}

@ApiSchema({ name: 'PublicEntryHistory' })
export class PublicEntryHistoryDto {
  @ApiProperty({ type: PublicStandardRef })
  readonly standard!: PublicStandardRef;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ type: [PublicEntryStepDto], description: 'In the order of publication.' })
  readonly steps!: PublicEntryStepDto[];
}
