import { frame } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';

/** What was true of the ledger at one moment, signed and kept outside the database. */
export interface CheckpointBody {
  /** How many events there were. */
  readonly size: number;
  /** Merkle root over their hashes, 64 hexadecimal digits. */
  readonly root: string;
  /** The hash of the last of them. */
  readonly head: string;
  /** Microseconds since 1970 of the last of them. */
  readonly atUs: number;
  /** The database's own identity (`system_identifier`), so that one server's checkpoints cannot vouch for another's ledger. */
  readonly database: string;
  /** SHA-256 of the bytes signed by the checkpoint before it; null for the first. */
  readonly previous: string | null;
}

export interface Checkpoint extends CheckpointBody {
  readonly schema: 'dingben.checkpoint/1';
  readonly algorithm: 'ed25519';
  /** Of the bytes that `checkpointBytes` gives; base64. */
  readonly signature: string;
}

/** Signs or judges bytes; the apps bring Ed25519. */
export type Sign = (bytes: Uint8Array) => Uint8Array;
export type VerifySignature = (bytes: Uint8Array, signature: Uint8Array) => boolean;

export type CheckpointCode =
  | 'checkpoint.form'
  | 'checkpoint.signature'
  | 'checkpoint.previous'
  | 'checkpoint.database'
  | 'checkpoint.beyond-end'
  | 'checkpoint.altered';

/** The bytes that are signed. */
export function checkpointBytes(body: CheckpointBody): Uint8Array {
  const { size, root, head, atUs, database, previous } = body;
  const fields = ['dingben.checkpoint/1', String(size), root, head, String(atUs), database, previous];
  return new TextEncoder().encode(frame(fields));
}

/** What the next checkpoint names as `previous`. */
export function checkpointHash(body: CheckpointBody): string {
  return sha256(checkpointBytes(body));
}

export function signCheckpoint(body: CheckpointBody, sign: Sign): Checkpoint {
  const signature = Buffer.from(sign(checkpointBytes(body))).toString('base64');
  return { schema: 'dingben.checkpoint/1', ...body, algorithm: 'ed25519', signature };
}

/** Name of its file: sorts by size. */
export function checkpointFileName(size: number): string {
  return `checkpoint-${String(size).padStart(12, '0')}.json`;
}

const HASH = /^[0-9a-f]{64}$/;

/** A checkpoint from a parsed file, or null where it is none. */
export function parseCheckpoint(value: unknown): Checkpoint | null {
  if (typeof value !== 'object' || value === null) return null;
  const { schema, size, root, head, atUs, database, previous, algorithm, signature } = value as Record<string, unknown>; // each is judged below
  if (schema !== 'dingben.checkpoint/1' || algorithm !== 'ed25519') return null;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) return null;
  if (typeof atUs !== 'number' || !Number.isSafeInteger(atUs)) return null;
  if (typeof root !== 'string' || !HASH.test(root) || typeof head !== 'string' || !HASH.test(head)) return null;
  if (typeof database !== 'string' || typeof signature !== 'string') return null;
  if (previous !== null && (typeof previous !== 'string' || !HASH.test(previous))) return null;
  return { schema, size, root, head, atUs, database, previous, algorithm, signature };
}

/**
 * What is wrong with a series of checkpoints in themselves, in rising order of size: a signature, or one that does not
 * follow the one before it. A missing one shows in the one after it.
 */
export function judgeCheckpoints(
  checkpoints: readonly Checkpoint[],
  verifySignature: VerifySignature,
): { readonly size: number; readonly code: CheckpointCode }[] {
  const bad: { size: number; code: CheckpointCode }[] = [];
  let before: string | null = null;
  for (const checkpoint of checkpoints) {
    const { size, signature, previous } = checkpoint;
    if (!verifySignature(checkpointBytes(checkpoint), Buffer.from(signature, 'base64'))) {
      bad.push({ size, code: 'checkpoint.signature' });
    } else if (previous !== before) {
      bad.push({ size, code: 'checkpoint.previous' });
    }
    before = checkpointHash(checkpoint);
  }
  return bad;
}
