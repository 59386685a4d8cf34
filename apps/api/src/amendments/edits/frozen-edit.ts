import { canonicalJson } from '@dingben/kernel';
import type { EditRecord } from '../model.js';

/** An edit as it was when its amendment was submitted. Texts are named by their revisions, which never change. */
export type FrozenEdit = Omit<EditRecord, 'base' | 'current' | 'proposed'> & {
  readonly number: string | null;
  readonly baseRevisionId: string | null;
  readonly currentRevisionId: string | null;
  readonly proposedRevisionId: string | null;
};

/** Canonical JSON of the edits at a submission. `numberOf` gives the printed number of a service in the draft. */
export function freeze(edits: readonly EditRecord[], numberOf: (serviceId: string) => string | null): string {
  return canonicalJson(
    edits.map(({ base, current, proposed, ...edit }) => ({
      ...edit,
      updatedBy: { ...edit.updatedBy },
      number: numberOf(edit.serviceId),
      baseRevisionId: base?.revisionId ?? null,
      currentRevisionId: current?.revisionId ?? null,
      proposedRevisionId: proposed?.revisionId ?? null,
    })),
  );
}

/** What `freeze` wrote. The column is written by nothing else, and its rows are never changed. */
export function frozenEdits(json: string): FrozenEdit[] {
  return JSON.parse(json) as FrozenEdit[]; // written by freeze alone
}
