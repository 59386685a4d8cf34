/** The amendment half of the HTTP contract. */
import type {
  AllowedEvent,
  AmendmentEvent,
  AmendmentRef,
  AmendmentState,
  Difference,
  Grounds,
  Params,
  PersonRef,
  ProvisionKey,
  Provisions,
} from './types.ts';

export interface AmendmentSummary extends AmendmentRef {
  readonly editionId: string;
  readonly editionLabel: string;
  readonly reasonClass: Grounds['reasonClass'];
  readonly state: AmendmentState;
  readonly version: number;
  readonly draftNumber: number;
  readonly authors: readonly PersonRef[];
  readonly approvals: number;
  readonly requiredApprovals: number;
  readonly entries: number;
  readonly provisions: number;
  readonly comments: { readonly open: number; readonly total: number };
  readonly createdAt: string;
  readonly updatedAt: string;
}
export interface RevisionText {
  readonly revisionId?: string;
  readonly title: string;
  readonly provisions: Provisions | null;
}
export interface Place {
  readonly sectionKey: string;
  readonly sectionPath?: string | readonly string[];
  readonly parentServiceId?: string | null;
  readonly afterServiceId?: string | null;
}
export type EditKind = 'revise' | 'add' | 'remove' | 'move';
export interface Edit {
  readonly id: string;
  readonly kind: EditKind;
  readonly version: number;
  readonly serviceId: string;
  readonly code: string | null;
  /** As it would be printed in the draft; null for a new entry that has no number yet. */
  readonly number: string | null;
  readonly updatedBy: PersonRef;
  readonly updatedAt: string;
  readonly base: RevisionText | null;
  readonly current: RevisionText | null;
  readonly proposed: RevisionText | null;
  readonly place: Place | null;
  readonly differences: Difference | null;
  readonly quantities: readonly { readonly before: string; readonly after: string; readonly ratio: number | null }[];
  readonly classes: readonly string[];
}
export type ConflictField = 'title' | ProvisionKey | 'place' | 'entry';
export interface Conflict {
  readonly editId: string;
  readonly serviceId: string;
  readonly field: ConflictField;
  readonly base: string | null;
  readonly current: string | null;
  readonly proposed: string | null;
}
export interface Approval {
  readonly approver: PersonRef;
  readonly at: string;
  readonly draftNumber: number;
  readonly contentHash: string;
  readonly comment: string | null;
  readonly valid: boolean;
}
export interface Amendment extends AmendmentSummary, Grounds {
  readonly contentHash: string;
  readonly baseCommit: { readonly id: string; readonly number: number };
  readonly headCommitNumber: number;
  readonly mergedCommit: { readonly id: string; readonly number: number } | null;
  readonly allowedEvents: readonly AllowedEvent<AmendmentEvent>[];
  readonly relation: 'author' | 'reviewer' | 'none';
  readonly edits: readonly Edit[];
  readonly conflicts: readonly Conflict[];
  readonly approvalsGiven: readonly Approval[];
}
export interface TimelineItem {
  readonly id: string;
  readonly action: string;
  readonly actor: PersonRef | null;
  readonly at: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly comment: string | null;
  readonly draftNumber: number | null;
  readonly outcome: string;
  readonly params?: Params;
}
export interface Comment {
  readonly id: string;
  readonly parentId: string | null;
  readonly serviceId: string | null;
  readonly provision: ProvisionKey | null;
  readonly quote: string | null;
  readonly text: string;
  readonly author: PersonRef;
  readonly at: string;
  readonly resolvedBy: PersonRef | null;
  readonly resolvedAt: string | null;
}
