import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCheckpoint, type Checkpoint, type KeptCheckpoints } from '@dingben/ledger';

/** A folder of checkpoints that cannot be judged by; `name` is the file at fault. */
export class CheckpointFolderError extends Error {}

/** The public key that lies with the checkpoints, unless another is named. */
export const PUBLIC_KEY = 'public-key.pem';

/**
 * The checkpoints of a folder, in rising order of size. Where the folder is not there and nobody asked for it there are none.
 *
 * @param keyFile the public key that signed them; by default the one in the folder, which proves less: who can replace
 * the checkpoints can replace it too.
 */
export function readCheckpoints(folder: string, keyFile: string | undefined, required: boolean): KeptCheckpoints {
  if (!existsSync(folder) && !required) return { list: [], verifySignature: () => false, database: '' };
  if (!existsSync(folder)) throw new CheckpointFolderError(folder);
  const names = readdirSync(folder).filter((name) => name.startsWith('checkpoint-') && name.endsWith('.json'));
  if (names.length === 0) return { list: [], verifySignature: () => false, database: '' };
  const key = readKey(keyFile ?? join(folder, PUBLIC_KEY));
  const list = names.sort().map((name) => readCheckpoint(join(folder, name)));
  return { list, verifySignature: (bytes, signature) => verify(null, bytes, key, signature), database: '' };
}

function readCheckpoint(file: string): Checkpoint {
  const checkpoint = parseCheckpoint(parsed(file));
  if (checkpoint === null) throw new CheckpointFolderError(file);
  return checkpoint;
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new CheckpointFolderError(file);
  }
}

function readKey(file: string): KeyObject {
  try {
    return createPublicKey(readFileSync(file));
  } catch {
    throw new CheckpointFolderError(file);
  }
}
