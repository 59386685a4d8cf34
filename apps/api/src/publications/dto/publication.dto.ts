import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../../platform/http/person-ref.js';

export const FORMATS = ['json', 'txt', 'html', 'docx'] as const;
export type Format = (typeof FORMATS)[number];

export class ArtefactDto {
  @ApiProperty({ enum: FORMATS })
  readonly format!: Format;

  @ApiProperty()
  readonly fileName!: string;

  @ApiProperty()
  readonly mediaType!: string;

  @ApiProperty()
  readonly sha256!: string;

  @ApiProperty({ description: 'Bytes.' })
  readonly size!: number;
}

export class PublicationSummary {
  @ApiProperty({ description: '1, 2, 3 … within the standard.' })
  readonly number!: number;

  @ApiProperty({ type: String, nullable: true, description: 'The short code at the foot of its documents.' })
  readonly code!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ format: 'date' })
  readonly effectiveDate!: string;

  @ApiProperty()
  readonly treeHash!: string;

  @ApiProperty()
  readonly manifestHash!: string;
}

export class PublicationDto extends PublicationSummary {
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly manifest!: Record<string, unknown>;

  @ApiProperty({ type: PersonRef })
  readonly publisher!: PersonRef;

  @ApiProperty({ type: PersonRef })
  readonly requestedBy!: PersonRef;

  @ApiProperty({ type: [ArtefactDto] })
  readonly artefacts!: ArtefactDto[];
}
