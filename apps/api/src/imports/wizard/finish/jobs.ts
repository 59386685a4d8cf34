import type { ReasonClass } from '../../../amendments/model.js';
import { JobKind, type JsonObject } from '../../../platform/jobs/job.js';

/** A new edition as it was issued. */
export interface EditionTarget extends JsonObject {
  readonly label: string;
  readonly kind: string;
  /** Null: an edition of the standard that the document was held against. */
  readonly standard: { readonly code: string; readonly title: string } | null;
}

/** An amendment of the draft that the document is an edited copy of. */
export interface AmendmentTarget extends JsonObject {
  readonly title: string;
  readonly reasonClass: ReasonClass;
  readonly rationale: string;
  readonly legalBasis: string;
}

export interface FinishOrder extends JsonObject {
  readonly importId: string;
  /** The version that the person saw; its own order has counted it on by one. */
  readonly version: number;
  readonly person: { readonly id: string; readonly username: string; readonly name: string };
  readonly edition: EditionTarget | null;
  readonly amendment: AmendmentTarget | null;
}

/** Writes what an import becomes. */
export const FINISH_IMPORT = new JobKind<FinishOrder>('imports.finish', 2);
