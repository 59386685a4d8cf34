import { EDITION_STATES, type EditionState } from '@dingben/workflow';
import { ApiProperty } from '@nestjs/swagger';

export class EntryMarks {
  @ApiProperty({ description: 'Differs from the edition that this one was forked from.' })
  readonly changed!: boolean;

  @ApiProperty({ description: 'Open amendments that touch it.' })
  readonly amendments!: number;

  @ApiProperty({ description: 'Open comments on it.' })
  readonly comments!: number;

  @ApiProperty({ description: 'Open findings in it.' })
  readonly findings!: number;
}

export class OutlineItem {
  @ApiProperty({ format: 'uuid' })
  readonly serviceId!: string;

  @ApiProperty()
  readonly code!: string;

  @ApiProperty({ description: '`12`; of an item its number within the service: `1`.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ format: 'uuid' })
  readonly revisionId!: string;

  @ApiProperty()
  readonly contentHash!: string;

  @ApiProperty({ type: [String] })
  readonly agencies!: string[];

  @ApiProperty({ type: [String] })
  readonly funding!: string[];

  @ApiProperty({ type: EntryMarks })
  readonly marks!: EntryMarks;
}

export class OutlineEntry extends OutlineItem {
  @ApiProperty({ type: [OutlineItem], required: false })
  readonly items?: OutlineItem[];
}

export class OutlineSection {
  @ApiProperty({ format: 'uuid' })
  readonly key!: string;

  @ApiProperty({ enum: ['chapter', 'category'] })
  readonly kind!: 'chapter' | 'category';

  @ApiProperty({ description: 'In 汉字, without brackets.' })
  readonly number!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ description: 'The heading was lost in the source and put back.' })
  readonly restored!: boolean;

  @ApiProperty({ type: () => [OutlineSection] })
  readonly sections!: OutlineSection[];

  @ApiProperty({ type: [OutlineEntry] })
  readonly entries!: OutlineEntry[];
}

export class OutlineEdition {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly label!: string;

  @ApiProperty({ enum: EDITION_STATES })
  readonly state!: EditionState;

  @ApiProperty()
  readonly version!: number;

  @ApiProperty({ description: 'Number of the commit shown.' })
  readonly commit!: number;

  @ApiProperty()
  readonly treeHash!: string;
}

export class OutlineDto {
  @ApiProperty({ type: OutlineEdition })
  readonly edition!: OutlineEdition;

  @ApiProperty({ type: [OutlineSection] })
  readonly sections!: OutlineSection[];
}
