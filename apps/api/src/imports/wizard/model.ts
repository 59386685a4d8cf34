import type { Problem } from '@dingben/kernel';
import type { Correction, Encoding, KnownHeading } from '@dingben/reader';

/** How far an import has come. `refused`: the document could not be read, and nothing but discarding it is left. */
export const IMPORT_STATES = ['reading', 'refused', 'read', 'finishing', 'finished'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What an editor put right at one go, and can take back at one go. */
export interface Step {
  readonly corrections: readonly Correction[];
  /** Headings whose lines the document had lost. */
  readonly headings: readonly KnownHeading[];
}

/** Where an editor decided that an entry descends from, otherwise than was proposed. */
export interface Decision {
  /** Path of the entry in the document: `12`, `16（1）`. */
  readonly entry: string;
  /** The service whose identity it goes on with; null: a new one. */
  readonly takes: string | null;
  readonly from: readonly string[];
}

/** What an import became. */
export interface Outcome {
  readonly editionId: string;
  readonly amendmentId: string | null;
}

/** An import as lists and pages show it; what was understood stands apart, because it is long. */
export interface ImportRow {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: ImportState;
  readonly encoding: Encoding | null;
  readonly jobId: string | null;
  /** Why it was refused, or why finishing it failed. */
  readonly problem: Problem | null;
  readonly againstId: string | null;
  /** Number of the commit at which the edition is meant; null for the latest. */
  readonly againstCommit: number | null;
  readonly outcome: Outcome | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An import with everything that was understood and answered. */
export interface OpenImport extends ImportRow {
  /** JSON of Reading; null unless it is read. */
  readonly reading: string | null;
  readonly steps: readonly Step[];
  readonly accepted: readonly string[];
  readonly decisions: readonly Decision[];
}
