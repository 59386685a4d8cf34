import { hashFields } from '@dingben/kernel/hash';

/** The part of an amendment that is approved. */
export interface ApprovedContent {
  readonly title: string;
  readonly reasonClass: string;
  readonly rationale: string;
  readonly legalBasis: string;
  readonly edits: readonly ApprovedEdit[];
}

/** One edit: texts by their hashes, places by identities; absent is null. */
export interface ApprovedEdit {
  readonly serviceId: string;
  readonly kind: string;
  readonly baseRevisionId: string | null;
  readonly proposedHash: string | null;
  readonly sectionKey: string | null;
  readonly parentServiceId: string | null;
  readonly afterServiceId: string | null;
}

/** The hash of an amendment's content, which a submission freezes and an approval names. Edits in order of service and kind. */
export function amendmentHash({ title, reasonClass, rationale, legalBasis, edits }: ApprovedContent): string {
  const order = ({ serviceId, kind }: ApprovedEdit) => `${serviceId} ${kind}`;
  const sorted = [...edits].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const fields = sorted.flatMap((edit) => [
    edit.serviceId,
    edit.kind,
    edit.baseRevisionId,
    edit.proposedHash,
    edit.sectionKey,
    edit.parentServiceId,
    edit.afterServiceId,
  ]);
  return hashFields('dingben.amendment/1', [title, reasonClass, rationale, legalBasis, ...fields]);
}
