import { ROLES, type Role } from '@dingben/workflow';
import { ApiProperty } from '@nestjs/swagger';
import { CHECKLIST_CODES, type ChecklistCode } from '../steps/checklist.repository.js';

export class ChecklistLinkDto {
  @ApiProperty({ enum: ['amendment', 'finding', 'findings', 'edition', 'entry', 'regulation'] })
  readonly kind!: 'amendment' | 'finding' | 'findings' | 'edition' | 'entry' | 'regulation';

  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ type: [String], description: 'Who is at work on it; empty where it is nobody’s yet.' })
  readonly people!: string[];
}

export class ChecklistItemDto {
  @ApiProperty({ enum: CHECKLIST_CODES })
  readonly code!: ChecklistCode;

  @ApiProperty({ description: 'Publication waits for it.' })
  readonly blocking!: boolean;

  @ApiProperty({ description: '0: done.' })
  readonly count!: number;

  @ApiProperty({ enum: ROLES, isArray: true, description: 'Whose work clears it.' })
  readonly clearedBy!: Role[];

  @ApiProperty({ type: [ChecklistLinkDto] })
  readonly links!: ChecklistLinkDto[];
}

export class ChecklistDto {
  @ApiProperty({ description: 'Nothing that blocks is open.' })
  readonly clear!: boolean;

  @ApiProperty({ type: [ChecklistItemDto] })
  readonly items!: ChecklistItemDto[];
}
