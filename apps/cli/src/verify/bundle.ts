import { createPublicKey, verify } from 'node:crypto';
import { openSync, closeSync, readFileSync, readSync } from 'node:fs';
import { judgeBundle, type BundleReport, type Keys } from '@dingben/publication';
import { CheckpointFolderError } from './checkpoints.ts';

/** Whether a file is an archive: it begins as one, or is called one. An exported ledger does neither. */
export function looksLikeBundle(file: string): boolean {
  const start = Buffer.alloc(2);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, start);
  } finally {
    closeSync(opened);
  }
  return start.toString('latin1') === 'PK' || file.toLowerCase().endsWith('.zip');
}

/** Judges a bundle with nothing but its own bytes, and the key where one is given. */
export function verifyBundle(file: string, keyFile: string | undefined): BundleReport {
  return judgeBundle(readFileSync(file), { verifierOf, own: keyFile === undefined ? null : ownKey(keyFile) });
}

const verifierOf: Keys['verifierOf'] = (pem) => {
  try {
    const key = createPublicKey(pem);
    // A key can be spelled in several ways; only the one that is written counts, so that no byte of it is free.
    if (key.asymmetricKeyType !== 'ed25519' || key.export({ type: 'spki', format: 'pem' }) !== pem) return null;
    return (bytes, signature) => verify(null, bytes, key, signature);
  } catch {
    // No key at all.
    return null;
  }
};

function ownKey(file: string): string {
  const pem = readFileSync(file, 'utf8');
  try {
    return createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
  } catch {
    throw new CheckpointFolderError(file);
  }
}
