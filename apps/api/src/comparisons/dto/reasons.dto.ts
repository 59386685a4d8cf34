import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PersonRef } from '../../platform/http/person-ref.js';
import { StoredText } from '../../platform/http/stored-text.js';
import { ComparedSides } from './sides.dto.js';

/** As many as a comparison of the largest standard may have without a reason. */
const MOST_CHANGES = 20_000;
const LONGEST = 4000;

/** Why something changed that no amendment brought about, in the last person's words. */
export class StatedReasonDto {
  @ApiProperty({ minimum: 1, description: 'How many words there are on the change; the last one holds.' })
  readonly version!: number;

  @ApiProperty()
  readonly reason!: string;

  @ApiProperty({ description: 'Empty where the new text says it by what it cites.' })
  readonly basis!: string;

  @ApiProperty({ type: PersonRef })
  readonly by!: PersonRef;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

export class StateReason {
  @ApiProperty({ description: 'As the comparison named the change.' })
  @Matches(/^[0-9a-f]{64}$/)
  readonly change!: string;

  @ApiProperty({ minimum: 0, description: 'Of the words that the person saw; 0 for none.' })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  readonly version!: number;
}

/** One reason for one change or for many: a year's edition often changes fifty entries for the same one. */
export class StateReasons extends ComparedSides {
  @ApiProperty({ type: [StateReason], minItems: 1, maxItems: MOST_CHANGES })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHANGES)
  @ArrayUnique(({ change }: StateReason) => change)
  @ValidateNested({ each: true })
  @Type(() => StateReason)
  readonly changes!: StateReason[];

  @ApiProperty({ minLength: 1, maxLength: LONGEST })
  @StoredText({ min: 1, max: LONGEST })
  readonly reason!: string;

  @ApiProperty({ maxLength: LONGEST })
  @StoredText({ max: LONGEST })
  readonly basis!: string;
}

export class StatedChangeDto {
  @ApiProperty()
  readonly change!: string;

  @ApiProperty({ type: StatedReasonDto, nullable: true })
  readonly stated!: StatedReasonDto | null;
}

export class StatedReasons {
  @ApiProperty({ type: [StatedChangeDto] })
  readonly items!: StatedChangeDto[];
}
