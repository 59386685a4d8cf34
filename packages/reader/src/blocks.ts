import type { ProvisionKey, SectionKind } from '@dingben/outline';

/** The document as a flat list of headings and services, before lost headings are put back and it becomes a tree. */
export type Block = HeadingBlock | ServiceBlock;

export interface HeadingBlock {
  readonly type: 'heading';
  readonly kind: SectionKind;
  readonly value: number;
  readonly title: string;
  readonly line: number;
  readonly restored?: true;
}

/** A service or item while it is being read. */
export interface Leaf {
  readonly number: string;
  readonly title: string;
  readonly path: string;
  readonly line: number;
  readonly texts: Map<ProvisionKey, string>;
}

export interface ServiceBlock extends Leaf {
  readonly type: 'service';
  readonly items: Leaf[];
  readonly blankBefore: boolean;
}
