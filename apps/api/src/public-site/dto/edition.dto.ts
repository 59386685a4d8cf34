import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { STANDINGS, type Standing } from '@dingben/workflow';

export const LINKS = {
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'Paths, by what is there.',
} as const;

@ApiSchema({ name: 'PublicStandardRef' })
export class PublicStandardRef {
  @ApiProperty()
  readonly code!: string;

  @ApiProperty()
  readonly title!: string;
}

@ApiSchema({ name: 'PublicWithdrawal' })
export class PublicWithdrawalDto {
  @ApiProperty({ format: 'date', description: 'The first day on which it is withdrawn.' })
  readonly from!: string;

  @ApiProperty()
  readonly explanation!: string;
}

@ApiSchema({ name: 'PublicEditionRef' })
export class PublicEditionRef {
  @ApiProperty({ description: '1, 2, 3 … within the standard, in the order of publication.' })
  readonly number!: number;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ format: 'date' })
  readonly effectiveDate!: string;

  @ApiProperty(LINKS)
  readonly links!: Readonly<Record<string, string>>;
}

@ApiSchema({ name: 'PublicEditionSummary' })
export class PublicEditionSummary extends PublicEditionRef {
  @ApiProperty({ format: 'date-time' })
  readonly publishedAt!: string;

  @ApiProperty({ enum: STANDINGS, description: 'As of today in Beijing.' })
  readonly standing!: Standing;

  @ApiProperty({ type: PublicWithdrawalDto, nullable: true })
  readonly withdrawal!: PublicWithdrawalDto | null;

  @ApiProperty({ description: 'SHA-256 of the outline.' })
  readonly treeHash!: string;

  @ApiProperty({ description: 'SHA-256 of the bytes of the manifest.' })
  readonly manifestHash!: string;
}

@ApiSchema({ name: 'PublicStandard' })
export class PublicStandardDto extends PublicStandardRef {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Number of the edition in force today in Beijing.' })
  readonly inForce!: number | null;

  @ApiProperty({ type: [PublicEditionSummary] })
  readonly editions!: PublicEditionSummary[];

  @ApiProperty(LINKS)
  readonly links!: Readonly<Record<string, string>>;
}

@ApiSchema({ name: 'PublicStandardList' })
export class PublicStandardList {
  @ApiProperty({ type: [PublicStandardDto] })
  readonly items!: PublicStandardDto[];
}

@ApiSchema({ name: 'PublicEditionOfStandard' })
export class PublicEditionOfStandard extends PublicEditionSummary {
  @ApiProperty({ type: PublicStandardRef })
  readonly standard!: PublicStandardRef;
}

@ApiSchema({ name: 'PublicEditionInForce' })
export class PublicEditionInForceDto extends PublicEditionOfStandard {
  @ApiProperty({ format: 'date', description: 'The day that was asked for.' })
  readonly on!: string;
}

@ApiSchema({ name: 'PublicMatchList' })
export class PublicMatchList {
  @ApiProperty({ type: [PublicEditionOfStandard] })
  readonly items!: PublicEditionOfStandard[];
}
