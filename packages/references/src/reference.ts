import type { Span } from '@dingben/outline';

export type ReferenceKind = 'citation' | 'agency' | 'funding' | 'targetGroup' | 'quantity';

/** Something that a provision mentions, with the span where it stands. Derived from the text alone, so it can be rebuilt. */
export interface Reference extends Span {
  readonly kind: ReferenceKind;
  /** Place among the entry's references of the kind, from 0, in the order of the provisions and then of the text. */
  readonly ordinal: number;
  /** Normalised name to filter by: 文号 or title, agency, funding source, group of people, amount. */
  readonly key: string;
  /**
   * - citation: `title`, `number`, `numberKind` (`document` | `order` | `standard`)
   * - agency: `name`, `lead` (the first one leads), `scope` (the note in brackets)
   * - funding: `source` (as written), `sourceKind` (`level` | `fund` | `contributor`), `role` (`bears` | `shares` |
   *   `subsidises` | `topsUp` | `contributes`), absent where the text gives none
   * - targetGroup: `name`
   * - quantity: `value` (万 and 亿 multiplied out), `upper` (of a range), `unit`, `base` (每人每月), `bound` (`least` | `most` | `below`)
   */
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

/** A reference before it has its provision and ordinal. */
export type Mention = Pick<Reference, 'start' | 'end' | 'key' | 'data'>;
