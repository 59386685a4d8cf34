import type { Tree } from '../editions/outline/tree.js';
import { amendmentHash } from './content-hash.js';
import type { DetailRow, TimelineRow } from './details.repository.js';
import type { AmendmentDto, AmendmentSummaryDto, TimelineItemDto } from './dto/amendment.dto.js';
import type { AmendmentAllowedEvent } from './dto/shared.dto.js';
import { conflictDto, editDto } from './edits/edit.mapper.js';
import { inOutlineOrder } from './edits/outline-order.js';
import type { Conflict, EditRecord, RevisionText } from './model.js';
import type { SummaryRow } from './summaries.repository.js';

export function summaryDto(row: SummaryRow): AmendmentSummaryDto {
  return summaryFields(row);
}

function summaryFields(row: SummaryRow) {
  return {
    id: row.id,
    editionId: row.editionId,
    editionLabel: row.editionLabel,
    number: row.number,
    title: row.title,
    reasonClass: row.reasonClass,
    state: row.state,
    version: row.version,
    draftNumber: row.draftNumber,
    authors: row.authors,
    approvals: row.approvals,
    requiredApprovals: row.requiredApprovals,
    entries: row.entries,
    provisions: row.provisions,
    comments: row.comments,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export interface AmendmentParts {
  readonly row: DetailRow;
  readonly edits: readonly EditRecord[];
  /** By service, what the edition was forked from says. */
  readonly published: ReadonlyMap<string, RevisionText>;
  readonly conflicts: readonly Conflict[];
  readonly tree: Tree;
  readonly allowedEvents: readonly AmendmentAllowedEvent[];
}

export function amendmentDto({ row, edits, published, conflicts, tree, allowedEvents }: AmendmentParts): AmendmentDto {
  const contentHash = contentHashOf(row, edits);
  return {
    ...summaryFields(row),
    rationale: row.rationale,
    legalBasis: row.legalBasis,
    contentHash,
    baseCommit: row.baseCommit,
    headCommitNumber: row.headCommitNumber,
    mergedCommit: row.mergedCommit,
    allowedEvents,
    relation: row.relation,
    edits: inOutlineOrder(edits, tree).map((edit) =>
      editDto(edit, tree, { published: published.get(edit.serviceId) ?? null }),
    ),
    conflicts: conflicts.map(conflictDto),
    approvalsGiven: row.approvalsGiven.map((approval) => ({
      approver: approval.approver,
      at: approval.at,
      draftNumber: approval.draftNumber,
      contentHash: approval.contentHash,
      comment: approval.comment,
      valid: isValid(row, approval, contentHash),
    })),
  };
}

/** The content as it stands; of a merged amendment, as it was merged. */
export function contentHashOf(row: DetailRow, edits: readonly EditRecord[]): string {
  return row.mergedContentHash ?? amendmentHash(row, edits);
}

function isValid(row: DetailRow, approval: DetailRow['approvalsGiven'][number], contentHash: string): boolean {
  return (
    ['submitted', 'approved', 'merged'].includes(row.state) &&
    approval.draftNumber === row.draftNumber &&
    approval.contentHash === contentHash
  );
}

/** An act on an entry names it as it stands in the draft now; `titles` are those of services that do not stand there. */
export function timelineDto(row: TimelineRow, tree: Tree, titles: ReadonlyMap<string, string>): TimelineItemDto {
  const { id, action, actor, fromState, toState, comment, outcome, serviceId } = row;
  const at = row.at.toISOString();
  const draftNumber = draftNumberOf(row.data);
  const entry = serviceId === null ? null : entryRef(serviceId, tree, titles);
  return { id, action, actor, at, fromState, toState, comment, draftNumber, entry, outcome };
}

function entryRef(serviceId: string, tree: Tree, titles: ReadonlyMap<string, string>): TimelineItemDto['entry'] {
  const placed = tree.byService.get(serviceId);
  if (placed !== undefined) return { number: placed.path, title: placed.revision.title };
  const title = titles.get(serviceId);
  return title === undefined ? null : { number: null, title };
}

function draftNumberOf(data: string | null): number | null {
  if (data === null) return null;
  const facts: unknown = JSON.parse(data);
  if (typeof facts !== 'object' || facts === null || !('draftNumber' in facts)) return null;
  return typeof facts.draftNumber === 'number' ? facts.draftNumber : null;
}
