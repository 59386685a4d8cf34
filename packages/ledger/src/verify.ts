import type { ChainResult } from './chain.ts';
import { LedgerCheck, type CheckpointsResult, type KeptCheckpoints } from './ledger-check.ts';
import {
  judgeAmendments,
  judgeEditions,
  judgePublications,
  judgeRows,
  type BadRow,
  type OutlineHashes,
} from './live.ts';
import { Recorded } from './recorded.ts';
import { readEvents, type Read } from './rows.ts';

/** What was found of a database. `ok`: chain, checkpoints and everything that stands agree. */
export interface LedgerReport extends Omit<ChainResult, 'firstBad'> {
  /** The earliest event at which anything is wrong: chain, checkpoint or what stands. */
  readonly firstBad: { readonly seq: number; readonly code: string } | null;
  readonly texts: { readonly checked: number; readonly bad: readonly BadRow[] };
  readonly checkpoints: CheckpointsResult;
}

/** The database's own name for itself, one row with `identity`: a checkpoint of one ledger must not vouch for another. */
export const IDENTITY_SQL = `SELECT system_identifier::text || '-' || oid::text AS identity
  FROM pg_control_system(), pg_database WHERE datname = current_database()`;

/**
 * Verifies a database against its ledger: the chain; the checkpoints that were kept of it; and every revision, approval,
 * commit, publication and event, every outline, state and submitted content against what the ledger recorded.
 * Hashes are computed here, not by the database that is judged.
 */
export async function verifyDatabase(
  read: Read,
  hashes: OutlineHashes,
  checkpoints?: KeptCheckpoints,
): Promise<LedgerReport> {
  const check = new LedgerCheck(checkpoints);
  const recorded = new Recorded();
  for await (const event of readEvents(read)) {
    check.add(event);
    recorded.add(event);
  }
  return reportOf(check, await judgeWhatStands(read, recorded, hashes));
}

async function judgeWhatStands(read: Read, recorded: Recorded, hashes: OutlineHashes): Promise<LedgerReport['texts']> {
  const bad: BadRow[] = [];
  let checked = 0;
  const judges = [
    judgeRows(read, recorded, hashes),
    judgeEditions(read, recorded, hashes),
    judgeAmendments(read, recorded),
    judgePublications(read),
  ];
  for (const judge of judges) {
    for await (const found of judge) {
      checked += 1;
      if (found !== null) bad.push(found);
    }
  }
  return { checked, bad };
}

/** The report of a ledger that was read to its end; `texts` is empty for an exported one, which has nothing that stands. */
export function reportOf(check: LedgerCheck, texts: LedgerReport['texts'] = { checked: 0, bad: [] }): LedgerReport {
  const { firstBad, ...chain } = check.chain();
  const checkpoints = check.checkpoints();
  const faults = [
    ...(firstBad === null ? [] : [firstBad]),
    ...checkpoints.bad.map(({ from: seq, code }) => ({ seq, code })),
    ...texts.bad.flatMap(({ seq, code }) => (seq === null ? [] : [{ seq, code }])),
  ].sort((a, b) => a.seq - b.seq);
  const ok = faults.length === 0 && texts.bad.length === 0;
  return { ...chain, ok, firstBad: faults[0] ?? null, texts, checkpoints };
}
