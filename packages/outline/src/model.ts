/** The document model: what a standard looks like when it is data. Shapes follow the exchange form `dingben.outline/1`. */

/** The five texts of a leaf entry, in the order in which the official document prints them. */
export const PROVISION_KEYS = ['targetGroup', 'content', 'standard', 'funding', 'leadAgency'] as const;
export type ProvisionKey = (typeof PROVISION_KEYS)[number];
export type Provisions = Readonly<Record<ProvisionKey, string>>;

/** The labels of the official document. */
export const PROVISION_LABELS: Readonly<Record<ProvisionKey, string>> = {
  targetGroup: '服务对象',
  content: '服务内容',
  standard: '服务标准',
  funding: '支出责任',
  leadAgency: '牵头负责单位',
};

/** A half-open range `[start, end)` of UTF-16 units in one provision's text. */
export interface Span {
  readonly provision: ProvisionKey;
  readonly start: number;
  readonly end: number;
}

export interface Citation extends Span {
  readonly title: string;
  /** 文号 as written, e.g. `京卫老年妇幼〔2018〕22号`; absent where the text gives none. */
  readonly number?: string;
}

/** A service or item as it stands in one edition. It has either provisions (a leaf) or items, never both. */
export interface Entry {
  /** `12`, or within a service `1` for the item （1）. */
  readonly number: string;
  readonly title: string;
  /** The lasting code of the service across editions; absent in a text that was only read. */
  readonly code?: string;
  readonly provisions?: Provisions;
  readonly items?: readonly Entry[];
  readonly citations?: readonly Citation[];
}

export type SectionKind = 'chapter' | 'category';

export interface Section {
  readonly kind: SectionKind;
  /** In 汉字, without brackets or 、: `十二`. Categories count on through all chapters. */
  readonly number: string;
  readonly title: string;
  /** The heading's line was lost in the source and put back by a person's decision. */
  readonly restored?: true;
  readonly sections?: readonly Section[];
  readonly entries?: readonly Entry[];
}

export type Severity = 'error' | 'warning' | 'info';

/** Something a check saw in a text. Offsets are within the source line when `line` is given, else within the provision named. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Path of the entry as printed: `49`, `16（1）`. For a lost heading: the entry before which it stood. */
  readonly entry?: string;
  readonly provision?: ProvisionKey;
  /** 1-based line of the source text. */
  readonly line?: number;
  readonly start?: number;
  readonly end?: number;
  readonly found?: string;
  /** The certain repair; absent where only a person can know. */
  readonly fix?: string;
  /** Further values for the sentence that the catalogue holds for `code`. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Outline {
  readonly schema: 'dingben.outline/1';
  readonly title: string;
  /** `2023年版（征求意见稿）`. */
  readonly edition: string;
  readonly sections: readonly Section[];
  readonly findings?: readonly Finding[];
}
