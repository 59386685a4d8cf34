import { amendmentHash as hashOf, type ApprovedEdit as ApprovedForm } from '@dingben/ledger';
import type { AmendmentReason, EditRecord } from './model.js';

/** What of an edit is approved: texts by their hashes, places by identities. */
export type ApprovedEdit = Pick<EditRecord, 'kind' | 'serviceId' | 'place'> & {
  readonly base: { readonly revisionId: string } | null;
  readonly proposed: { readonly contentHash: string } | null;
};

/** The hash of an amendment's content, which a submission freezes and an approval names; its form is in docs/ledger.md. */
export function amendmentHash(reason: AmendmentReason, edits: readonly ApprovedEdit[]): string {
  const { title, reasonClass, rationale, legalBasis } = reason;
  return hashOf({ title, reasonClass, rationale, legalBasis, edits: edits.map(approvedForm) });
}

function approvedForm({ serviceId, kind, base, proposed, place }: ApprovedEdit): ApprovedForm {
  return {
    serviceId,
    kind,
    baseRevisionId: base?.revisionId ?? null,
    proposedHash: proposed?.contentHash ?? null,
    sectionKey: place?.sectionKey ?? null,
    parentServiceId: place?.parentServiceId ?? null,
    afterServiceId: place?.afterServiceId ?? null,
  };
}
