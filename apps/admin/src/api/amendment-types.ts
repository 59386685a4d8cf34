/** The amendment half of what the API sends and takes, generated from its OpenAPI document. */
import type { components } from './generated/schema.d.ts';

type Schemas = components['schemas'];

export type Amendment = Schemas['AmendmentDto'];
export type AmendmentSummary = Schemas['AmendmentSummaryDto'];
export type Approval = Schemas['ApprovalDto'];
export type Comment = Schemas['CommentDto'];
export type Conflict = Schemas['ConflictDto'];
export type ConflictField = Conflict['field'];
export type Draft = Schemas['DraftDto'];
export type Edit = Schemas['EditDto'];
export type EditKind = Edit['kind'];
export type MergePiece = Schemas['MergePieceDto'];
export type Place = Schemas['PlaceDto'];
export type RevisionText = Schemas['RevisionTextDto'];
export type TimelineItem = Schemas['TimelineItemDto'];
