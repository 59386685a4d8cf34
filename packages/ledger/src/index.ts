export { amendmentHash, type ApprovedContent, type ApprovedEdit } from './amendment-hash.ts';
export { judgeEvent, START, verifyChain, type BadEvent, type ChainCode, type ChainResult, type Tail } from './chain.ts';
export {
  checkpointBytes,
  checkpointFileName,
  checkpointHash,
  judgeCheckpoints,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type CheckpointBody,
  type CheckpointCode,
  type Sign,
  type VerifySignature,
} from './checkpoint.ts';
export { eventHash, FORM, GENESIS, isKnownForm, type LedgerEvent } from './event.ts';
export {
  ExportError,
  exportLine,
  parseExport,
  parseHeader,
  parseLine,
  type ExportCode,
  type ExportHeader,
} from './export.ts';
export { InclusionProofs, rootByPath } from './inclusion.ts';
export { LedgerCheck, type BadCheckpoint, type CheckpointsResult, type KeptCheckpoints } from './ledger-check.ts';
export type { BadRow, LiveCode, OutlineHashes, OutlineNode } from './live.ts';
export { addLeaf, EMPTY_TREE, leafOf, rootOf, type MerkleTree } from './merkle.ts';
export { LEDGERED, LEDGERED_TABLES, unframe, type LedgeredTable } from './payload.ts';
export { readEvents, type Read, type Row } from './rows.ts';
export { IDENTITY_SQL, reportOf, verifyDatabase, type LedgerReport } from './verify.ts';
