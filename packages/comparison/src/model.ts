import type { ProvisionKey, Provisions, SectionKind } from '@dingben/outline';
import type { Segment } from '@dingben/text-diff';
import type { ComparableText } from './side.ts';

/** One service or item as comparison needs it: its identity, its place, and the name of its content. */
export interface ComparableEntry {
  /** The lasting code across editions; null in a text that was only read. */
  readonly code: string | null;
  /** As printed: `10`, `16（1）`. */
  readonly number: string;
  readonly title: string;
  /** Numbers of the sections above, outermost first. */
  readonly path: readonly string[];
  /** Key of the innermost section. */
  readonly section: string;
  /** For an item: the index of its service among the entries. */
  readonly parent: number | null;
  /** A service that holds items has no provisions of its own. */
  readonly holdsItems: boolean;
  /** Names title and provisions: equal strings mean equal texts. A revision's content hash, or the framed texts themselves. */
  readonly hash: string;
  /** May be left out and supplied by hash, for those that the plan asks for. */
  readonly provisions?: Provisions;
  /** What was read in the provisions, where that is kept. */
  readonly references?: ComparableText['references'];
}

export interface ComparableSection {
  /** The same in both outlines for the same section; `sectionKey` where there is nothing better. */
  readonly key: string;
  readonly kind: SectionKind;
  readonly number: string;
  readonly title: string;
  readonly parent: string | null;
}

/** An outline to compare: sections and entries in document order, each service before its items. */
export interface ComparableOutline {
  readonly label: string;
  /** Where both sides have one and they are equal, nothing else is looked at. */
  readonly treeHash?: string;
  readonly sections: readonly ComparableSection[];
  readonly entries: readonly ComparableEntry[];
}

export const CHANGE_KINDS = [
  'added',
  'removed',
  'moved',
  'renumbered',
  'retitled',
  'amended',
  'split',
  'merged',
] as const;
/**
 * `renumbered` alone means that only what stands before the entry changed: a view may hide it. `split` and `merged` take the
 * place of `added`, `removed` and `amended` where the texts prove that one entry became several, or several one.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a change is, for the official table, in the order in which it names them. */
export const CLASS_NAMES = {
  added: '新增',
  removed: '取消',
  moved: '移位',
  raised: '提高标准',
  lowered: '降低标准',
  widened: '扩大对象',
  narrowed: '缩小对象',
  funding: '调整支出责任',
  'lead-agency': '调整牵头单位',
  basis: '调整依据',
  wording: '规范表述',
  format: '格式',
} as const;
export type ChangeClass = keyof typeof CLASS_NAMES;
export type ChangeClassName = (typeof CLASS_NAMES)[ChangeClass];

export function isClassName(name: string): name is ChangeClassName {
  return (Object.values(CLASS_NAMES) as readonly string[]).includes(name); // wider, so that any text can be looked for
}

/** Where a text shows something: a half-open span in UTF-16 units, and what stands there. */
export interface EvidenceText {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why a class is proposed. A change of the whole entry or of its place shows in no text. */
export interface ClassEvidence {
  readonly class: ChangeClassName;
  readonly provision?: ProvisionKey | 'title';
  /** Null where that side has nothing to show. */
  readonly before: EvidenceText | null;
  readonly after: EvidenceText | null;
}

export interface Place {
  readonly number: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly code?: string;
}

/** An amount that took the place of another. The ratio has four decimals; null where the two cannot be divided (35-64岁, 每月 and 每年). */
export interface QuantityChange {
  readonly provision: ProvisionKey;
  readonly before: string;
  readonly after: string;
  readonly ratio: number | null;
}

export interface ReferenceText {
  readonly provision: ProvisionKey;
  /** Exactly as the provision has it. */
  readonly text: string;
}

export interface ReferenceChange {
  readonly added: readonly ReferenceText[];
  readonly removed: readonly ReferenceText[];
}

/** Of one line of an entry that became several, or of several that became one: there is a line for each of them. */
export interface DescentLine {
  /** Whether this line's entry is the same on both sides; where no line says so, none of them goes on. */
  readonly goesOn: boolean;
  /** All that it became, or all that became it, in the order of their outline. */
  readonly parts: readonly Place[];
}

export interface ComparedEntry {
  readonly changes: readonly ChangeKind[];
  readonly classes: readonly ChangeClassName[];
  /** What the difference shows for each class, in the order of the classes. */
  readonly evidence: readonly ClassEvidence[];
  /** The classes explain the whole difference and do not contradict each other: they can be confirmed unread. */
  readonly certain: boolean;
  /** Null for what was added. */
  readonly before: Place | null;
  /** Null for what was removed. */
  readonly after: Place | null;
  /** Where `before` became several entries, of which `after` is one. */
  readonly split?: DescentLine;
  /** Where `after` came out of several entries, of which `before` is one. */
  readonly merged?: DescentLine;
  /** Where a service became an item of another, or an item a service. */
  readonly became?: 'item' | 'service';
  /** Only provisions that differ. `equal` + `delete` are the old text, `equal` + `insert` the new one, exactly. */
  readonly provisions: Readonly<Partial<Record<ProvisionKey, readonly Segment[]>>>;
  readonly quantities: readonly QuantityChange[];
  readonly citations: ReferenceChange;
  readonly agencies: ReferenceChange;
  readonly funding: ReferenceChange;
}

export interface ComparedSection {
  readonly changes: readonly ('added' | 'removed' | 'renumbered' | 'retitled')[];
  readonly kind: SectionKind;
  readonly before: { readonly number: string; readonly title: string } | null;
  readonly after: { readonly number: string; readonly title: string } | null;
}

/**
 * How many entries have each change, and how many of those with provisions have none. `split`: how many became several, `merged`: how
 * many came out of several; absent where none did.
 */
export type Summary = Readonly<Record<Exclude<ChangeKind, DescentChange> | 'unchanged', number>> &
  Readonly<Partial<Record<DescentChange, number>>>;
export type DescentChange = 'split' | 'merged';

/** The exchange form of a comparison. Entries and sections without a change are not listed. */
export interface Comparison {
  readonly schema: 'dingben.comparison/1';
  readonly before: string;
  readonly after: string;
  readonly summary: Summary;
  readonly sections: readonly ComparedSection[];
  readonly entries: readonly ComparedEntry[];
}
