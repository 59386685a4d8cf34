import { ApiProperty } from '@nestjs/swagger';

/** A person as other things name one. */
export class PersonRef {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly name!: string;
}
