import { AMENDMENT_EVENTS, type AmendmentEvent } from '@dingben/workflow';
import { ApiProperty } from '@nestjs/swagger';
import { ReasonDto } from '../../editions/dto/edition.dto.js';

export class CommitRefDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'integer' })
  readonly number!: number;
}

export class AmendmentAllowedEvent {
  @ApiProperty({ enum: AMENDMENT_EVENTS })
  readonly event!: AmendmentEvent;

  @ApiProperty()
  readonly allowed!: boolean;

  @ApiProperty({ type: [ReasonDto] })
  readonly reasons!: readonly ReasonDto[];
}
