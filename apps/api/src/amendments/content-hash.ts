import { hashFields } from '@dingben/kernel/hash';
import type { AmendmentReason, EditRecord, Place } from './model.js';

/** What of an edit is approved: texts by their hashes, places by identities. */
export type ApprovedEdit = Pick<EditRecord, 'kind' | 'serviceId' | 'place'> & {
  readonly base: { readonly revisionId: string } | null;
  readonly proposed: { readonly contentHash: string } | null;
};

/**
 * The hash of an amendment's content, which a submission freezes and an approval names: SHA-256 over the UTF-8 bytes of
 * `frame(['dingben.amendment/1', title, reasonClass, rationale, legalBasis, …])`, each edit giving seven fields more, in
 * code-unit order of service id and kind: service id, kind, base revision id, hash of the proposed revision, section key,
 * parent service id, id of the service before; what is absent as `-,`. 64 lower-case hexadecimal digits.
 */
export function amendmentHash(reason: AmendmentReason, edits: readonly ApprovedEdit[]): string {
  const ordered = [...edits].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return hashFields('dingben.amendment/1', [
    reason.title,
    reason.reasonClass,
    reason.rationale,
    reason.legalBasis,
    ...ordered.flatMap((edit) => [
      edit.serviceId,
      edit.kind,
      edit.base?.revisionId ?? null,
      edit.proposed?.contentHash ?? null,
      ...placeFields(edit.place),
    ]),
  ]);
}

function key(edit: ApprovedEdit): string {
  return `${edit.serviceId} ${edit.kind}`;
}

function placeFields(place: Place | null): (string | null)[] {
  return place === null ? [null, null, null] : [place.sectionKey, place.parentServiceId, place.afterServiceId];
}
