import type { Span } from '@dingben/outline';

export const REFERENCE_KINDS = ['citation', 'certificate', 'agency', 'funding', 'targetGroup', 'quantity'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Something that a provision mentions, with the span where it stands. Derived from the text alone, so it can be rebuilt. */
export interface Reference extends Span {
  readonly kind: ReferenceKind;
  /** Place among the entry's references of the kind, from 0, in the order of the provisions and then of the text. */
  readonly ordinal: number;
  /** Normalised name to filter by: a regulation's number or title (`regulationKeys`), agency, funding source, group, amount. */
  readonly key: string;
  /**
   * - citation: `title` and `number` as written, either absent where the text gives none; `numberKind` (`document` | `order` | `standard`)
   * - certificate: `title`
   * - agency: `name`, `lead` (the first one leads), `scope` (the note in brackets)
   * - funding: `source` as written, `sourceKind` (`level` | `fund` | `contributor`), `scope`, `role` (`FundingRole`; absent where the
   *   text gives none), `percent` of what is paid, `terms` (按职责, 按比例)
   * - targetGroup: `name` (absent where conditions stand for it), `residence` (`registered` 户籍 | `resident` 常住 | `unregistered`),
   *   `ageFrom`, `ageTo`, `ageUnder` in years, `condition` as written, `note` (in brackets behind it)
   * - quantity: `value` (万 and 亿 multiplied out; a fraction as %; a date as 2023-01-31), `upper` of a range, `unit`, `comparator`
   *   (`least` | `most` | `above` | `below`; absent: exactly), `perWhom` (每人), `perPeriod` (每月)
   */
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

/** A reference before it has its provision and ordinal. */
export type Mention = Pick<Reference, 'start' | 'end' | 'key' | 'data'>;
