import { ApiProperty } from '@nestjs/swagger';
import { ListQuery } from '../../platform/http/list.js';

export class StandardsQuery extends ListQuery {}

export class StandardDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty()
  readonly title!: string;
}

export class StandardList {
  @ApiProperty({ type: [StandardDto] })
  readonly items!: StandardDto[];

  @ApiProperty()
  readonly total!: number;
}
