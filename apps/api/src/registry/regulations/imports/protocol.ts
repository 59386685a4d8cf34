import type { Encoding, TableRow } from '@dingben/registry';
import type { Result } from '@dingben/kernel';

/** What the reading process is asked: one line of JSON on standard input, then the bytes. */
export interface TableOrder {
  readonly encoding?: Encoding;
}

export interface ReadTable {
  readonly form: 'csv' | 'xlsx';
  /** Null for a workbook. */
  readonly encoding: Encoding | null;
  /** The bytes prove the encoding, or a person chose it. */
  readonly certain: boolean;
  readonly rows: readonly TableRow[];
}

export type TableAnswer = Result<ReadTable>;

/** Most rows of a table, its heading among them: beyond it a person cannot look a preview through. */
export const MOST_ROWS = 5_001;
