import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import type { TableRow } from '@dingben/registry';
import { readSheet } from 'read-excel-file/node';

/** What a workbook of thousands of rows comes nowhere near. */
const LIMITS = { inflated: 50 * 1024 * 1024, members: 500 } as const;
/** Deflate gives at most 1,032 bytes for one, so a step of this many adds at most some 4 MB before they are counted. */
const STEP = 4096;

/** Thrown where a workbook unpacks to more than `LIMITS`. */
export class TooHeavy extends Error {}

/** The rows of a workbook's first sheet as texts, days as `YYYY-MM-DD`. Throws TooHeavy, or whatever the library does of a damaged one. */
export async function readWorkbook(bytes: Buffer): Promise<TableRow[]> {
  count(bytes);
  const rows = await readSheet(bytes, { trim: false });
  return rows.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }));
}

/** Unpacks every member and keeps none, so that what the library unpacks after it is known to fit. */
function count(bytes: Buffer): void {
  let inflated = 0;
  let members = 0;
  const unzip = new Unzip((member) => {
    if (++members > LIMITS.members) throw new TooHeavy();
    member.ondata = (error, chunk) => {
      if (error !== null) throw error;
      inflated += chunk.length;
      if (inflated > LIMITS.inflated) throw new TooHeavy();
    };
    member.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (let at = 0; at < bytes.length; at += STEP) {
    unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
