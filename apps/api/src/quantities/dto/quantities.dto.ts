import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

export class QuantityEditionDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty()
  readonly state!: string;
}

export class QuantityCellDto {
  @ApiProperty({ description: 'As the provision has it.' })
  readonly text!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'Null for a date.' })
  readonly value!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'The end of a range.' })
  readonly upper!: number | null;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'To the edition before that has the amount; null where they cannot be divided.',
  })
  readonly ratio!: number | null;

  @ApiProperty()
  readonly changed!: boolean;
}

export class QuantityContextDto {
  @ApiProperty()
  readonly before!: string;

  @ApiProperty()
  readonly after!: string;
}

@ApiExtraModels(QuantityCellDto)
export class QuantityRowDto {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty({
    format: 'uuid',
    description: 'The latest edition that has the entry; number, title and place are its.',
  })
  readonly editionId!: string;

  @ApiProperty()
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ description: 'The heading of the chapter.' })
  readonly chapter!: string;

  @ApiProperty({ type: [String] })
  readonly agencies!: string[];

  @ApiProperty({ enum: PROVISION_KEYS })
  readonly provision!: ProvisionKey;

  @ApiProperty()
  readonly unit!: string;

  @ApiProperty({ type: QuantityContextDto })
  readonly context!: QuantityContextDto;

  @ApiProperty({
    type: 'array',
    description: 'One for each edition; null where the edition lacks the amount.',
    items: { anyOf: [{ $ref: getSchemaPath(QuantityCellDto) }, { type: 'null' }] },
  })
  readonly cells!: (QuantityCellDto | null)[];
}

/** Every amount of a standard through its editions. */
export class QuantityTableDto {
  @ApiProperty({ format: 'uuid' })
  readonly standardId!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: [QuantityEditionDto] })
  readonly editions!: QuantityEditionDto[];

  @ApiProperty({ type: [QuantityRowDto] })
  readonly rows!: QuantityRowDto[];
}
