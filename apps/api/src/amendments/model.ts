import type { ProvisionKey, Provisions } from '@dingben/outline';
import type { AmendmentState, EditionState, Relation } from '@dingben/workflow';

/** What became of a service in an amendment. */
export const EDIT_KINDS = ['revise', 'add', 'remove', 'move'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** 上位法调整, 国家标准调整, 机构改革, 财政政策, 文字规范, 采纳意见, 勘误, 其他. */
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

export interface PersonRef {
  readonly id: string;
  readonly name: string;
}

/** The text of one revision, with the identity and hash under which it is stored. */
export interface RevisionText {
  readonly revisionId: string;
  readonly contentHash: string;
  readonly title: string;
  readonly provisions: Provisions | null;
}

/** Where an added or moved entry is to stand: in a section, as an item of a service or not, after a sibling or first. */
export interface Place {
  readonly sectionKey: string;
  readonly parentServiceId: string | null;
  readonly afterServiceId: string | null;
}

/** An edit with every text that it is about: what it started from, what stands in the edition now, what is proposed. */
export interface EditRecord {
  readonly id: string;
  readonly kind: EditKind;
  readonly version: number;
  readonly serviceId: string;
  readonly code: string;
  readonly updatedBy: PersonRef;
  readonly updatedAt: string;
  readonly base: RevisionText | null;
  readonly current: RevisionText | null;
  readonly proposed: RevisionText | null;
  readonly place: Place | null;
}

/** What an amendment says about itself; part of what is approved. */
export interface AmendmentReason {
  readonly title: string;
  readonly reasonClass: string;
  readonly rationale: string;
  readonly legalBasis: string;
}

/** An amendment's row, locked, with what a decision about it needs. */
export interface LockedAmendment extends AmendmentReason {
  readonly id: string;
  readonly editionId: string;
  readonly standardId: string;
  readonly number: number;
  readonly state: AmendmentState;
  readonly version: number;
  readonly draftNumber: number;
  readonly requiredApprovals: number;
  readonly editionState: EditionState;
  readonly headCommitId: string;
  readonly relation: Relation;
}

export type ConflictField = 'title' | ProvisionKey | 'place' | 'entry';

/** One thing that stands between an edit and its merge. Texts are null where the thing compared does not exist. */
export interface Conflict {
  readonly editId: string;
  readonly serviceId: string;
  readonly field: ConflictField;
  readonly base: string | null;
  readonly current: string | null;
  readonly proposed: string | null;
}
