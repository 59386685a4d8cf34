import { ApiProperty } from '@nestjs/swagger';

export class LedgerHeadDto {
  @ApiProperty({ type: 'integer' })
  seq!: number;

  @ApiProperty()
  hash!: string;
}

export class BadEventDto {
  @ApiProperty({ type: 'integer', description: 'The sequence number at which the chain breaks.' })
  seq!: number;

  @ApiProperty()
  code!: string;
}

export class BadRowDto {
  @ApiProperty()
  table!: string;

  @ApiProperty()
  id!: string;

  @ApiProperty()
  code!: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'The event that recorded what the row should be.' })
  seq!: number | null;
}

export class CheckedTextsDto {
  @ApiProperty({ type: 'integer' })
  checked!: number;

  @ApiProperty({ type: [BadRowDto], description: 'At most the first 100.' })
  bad!: BadRowDto[];
}

export class BadCheckpointDto {
  @ApiProperty({ type: 'integer' })
  size!: number;

  @ApiProperty()
  code!: string;

  @ApiProperty({ type: 'integer', description: 'The first event that may be wrong.' })
  from!: number;
}

export class CheckedCheckpointsDto {
  @ApiProperty({ type: 'integer' })
  checked!: number;

  @ApiProperty({ type: [BadCheckpointDto], description: 'At most the first 100.' })
  bad!: BadCheckpointDto[];
}

export class VerificationDto {
  @ApiProperty({ description: 'Chain, checkpoints and everything that stands agree.' })
  ok!: boolean;

  @ApiProperty({ type: 'integer', description: 'Events judged good, in a row from the first.' })
  events!: number;

  @ApiProperty({ type: LedgerHeadDto, nullable: true })
  head!: LedgerHeadDto | null;

  @ApiProperty({ type: BadEventDto, nullable: true })
  firstBad!: BadEventDto | null;

  @ApiProperty({ type: CheckedTextsDto })
  texts!: CheckedTextsDto;

  @ApiProperty({ type: CheckedCheckpointsDto })
  checkpoints!: CheckedCheckpointsDto;
}
