import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../../platform/http/person-ref.js';

/** One act on a registry's row, newest first. */
export class RegistryActDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly action!: string;

  @ApiProperty({ type: PersonRef, nullable: true })
  readonly actor!: PersonRef | null;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly comment!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What was before and after, or what the act was about.',
  })
  readonly data!: Readonly<Record<string, unknown>>;
}

export class RegistryActs {
  @ApiProperty({ type: [RegistryActDto] })
  readonly items!: readonly RegistryActDto[];

  @ApiProperty({ type: 'integer' })
  readonly total!: number;
}
