/** What the API sends and takes, by the HTTP contract. Offsets are UTF-16 units; times are ISO 8601 in UTC. */
import type { ProvisionKey, Provisions, Severity, SectionKind } from '@dingben/outline';
import type { AmendmentEvent, AmendmentState, EditionEvent, EditionState, Permission, Role } from '@dingben/workflow';
import type { Segment } from '@dingben/text-diff';

export type { AmendmentEvent, AmendmentState, EditionEvent, EditionState, Permission, ProvisionKey, Provisions, Role };
export type { SectionKind, Segment, Severity };

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}
export interface Me extends PersonRef {
  readonly username: string;
  readonly roles: readonly Role[];
  readonly permissions: readonly Permission[];
}
export interface Account extends PersonRef {
  readonly username: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: string;
}
export type Params = Readonly<Record<string, string | number | boolean | null>>;
export interface Reason {
  readonly code: string;
  readonly params?: Params;
}
export interface AllowedEvent<E extends string = string> {
  readonly event: E;
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
}
export interface EditionRef {
  readonly id: string;
  readonly label: string;
}
export interface EditionSummary extends EditionRef {
  readonly standardId: string;
  readonly standardTitle: string;
  readonly kind: 'final' | 'consultation-draft';
  readonly origin: string;
  readonly state: EditionState;
  readonly version: number;
  readonly basedOn: EditionRef | null;
  readonly head: { readonly id: string; readonly number: number; readonly treeHash: string; readonly at: string };
  /** `YYYY-MM-DD`. */
  readonly effectiveDate: string | null;
  readonly counts: Readonly<
    Record<'entries' | 'changed' | 'openAmendments' | 'mergedAmendments' | 'openFindings', number>
  >;
  readonly createdAt: string;
}
export interface Edition extends EditionSummary {
  readonly allowedEvents: readonly AllowedEvent<EditionEvent>[];
  readonly publication: { readonly number: number | string; readonly at: string } | null;
}
export interface Marks {
  readonly changed: boolean;
  /** Open amendments that touch the entry. */
  readonly amendments: number;
  readonly comments: number;
  readonly findings: number;
}
export interface OutlineEntry {
  readonly serviceId: string;
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly revisionId: string;
  readonly contentHash: string;
  readonly agencies: readonly string[];
  readonly funding: readonly string[];
  readonly marks: Marks;
  readonly items?: readonly OutlineEntry[];
}
export interface OutlineSection {
  readonly key: string;
  readonly kind: SectionKind;
  readonly number: string;
  readonly title: string;
  readonly restored?: boolean;
  readonly sections?: readonly OutlineSection[];
  readonly entries?: readonly OutlineEntry[];
}
export interface EditionOutline {
  readonly edition: EditionRef & {
    readonly state: EditionState;
    readonly version: number;
    readonly commit: number;
    readonly treeHash: string;
  };
  readonly sections: readonly OutlineSection[];
}
export type ReferenceKind = 'citation' | 'agency' | 'funding' | 'targetGroup' | 'quantity';
export interface Reference {
  readonly kind: ReferenceKind;
  readonly provision: ProvisionKey;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly data?: Readonly<Record<string, unknown>> | null;
}
export interface EntryRef {
  readonly serviceId: string;
  readonly number: string;
  readonly title: string;
}
export interface AmendmentRef {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}
export interface Entry extends EntryRef {
  readonly code: string;
  readonly path: readonly {
    readonly kind: SectionKind;
    readonly number: string;
    readonly title: string;
    readonly key: string;
  }[];
  readonly provisions: Provisions | null;
  readonly items?: readonly EntryRef[];
  readonly revision: {
    readonly id: string;
    readonly contentHash: string;
    readonly ordinal: number;
    readonly author: PersonRef;
    readonly approvers: readonly PersonRef[];
    readonly at: string;
    readonly amendment: AmendmentRef | null;
  };
  readonly references: readonly Reference[];
  readonly previous: EntryRef | null;
  readonly next: EntryRef | null;
  readonly baseRevisionId: string | null;
}
export interface EntrySummary extends EntryRef {
  readonly path: readonly string[];
  readonly provisions: Provisions | null;
}
export interface Difference {
  readonly title: readonly Segment[] | null;
  readonly provisions: Partial<Readonly<Record<ProvisionKey, readonly Segment[]>>>;
}
export interface HistoryItem {
  readonly revisionId: string;
  readonly ordinal: number;
  readonly at: string;
  readonly author: PersonRef;
  readonly approvers: readonly PersonRef[];
  readonly amendment: (AmendmentRef & Grounds) | null;
  readonly edition: EditionRef;
  readonly commit: { readonly id: string; readonly number: number } | null;
  readonly title: string;
  readonly difference: Difference | null;
}
export interface Finding {
  readonly id: string;
  readonly ordinal: number;
  readonly code: string;
  readonly severity: Severity;
  readonly entry: string | null;
  readonly serviceId: string | null;
  readonly provision: ProvisionKey | null;
  readonly line: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly found: string | null;
  readonly fix: string | null;
  readonly state: 'open' | 'accepted' | 'fixed';
  readonly answer: string | null;
  readonly answeredBy: PersonRef | null;
  readonly answeredAt: string | null;
  readonly version: number;
}
export interface Checklist {
  readonly clear: boolean;
  readonly items: readonly {
    readonly code: string;
    readonly blocking: boolean;
    readonly count: number;
    readonly links: readonly { readonly kind: string; readonly id: string; readonly label: string }[];
  }[];
}
export interface Publication {
  readonly number: number | string;
  readonly at: string;
  readonly effectiveDate: string;
  readonly treeHash: string;
  readonly manifestHash: string;
  readonly publisher: PersonRef;
  readonly requestedBy: PersonRef;
  readonly artefacts: readonly {
    readonly format: ExportFormat;
    readonly fileName: string;
    readonly mediaType: string;
    readonly sha256: string;
    /** Bytes. */
    readonly size: number;
  }[];
}
export const EXPORT_FORMATS = ['docx', 'html', 'txt', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly entries: number;
  readonly leads: number;
}
export const REASON_CLASSES = [
  'superior-law',
  'national-standard',
  'institutional-reform',
  'fiscal-policy',
  'wording',
  'adopted-opinion',
  'erratum',
  'other',
] as const;
export type ReasonClass = (typeof REASON_CLASSES)[number];
export interface Grounds {
  readonly reasonClass: ReasonClass;
  readonly rationale: string;
  readonly legalBasis: string;
}
