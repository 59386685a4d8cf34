import { checkpointFileName, parseCheckpoint, type Checkpoint, type Sign, type VerifySignature } from '@dingben/ledger';
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The signed checkpoints and the key that signs them, as files outside the database. */
export class CheckpointFiles {
  readonly #folder: string;
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;

  /** Makes the folders and the key where they are missing; only their owner can read the key. */
  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'checkpoints');
    const keys = join(dataFolder, 'keys');
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    mkdirSync(keys, { recursive: true, mode: 0o700 });
    const file = join(keys, 'checkpoint.pem');
    if (!existsSync(file)) writeKey(file);
    this.#privateKey = createPrivateKey(readFileSync(file));
    this.#publicKey = createPublicKey(this.#privateKey);
    const published = join(this.#folder, 'public-key.pem');
    if (!existsSync(published)) writeFileSync(published, this.#publicKey.export({ type: 'spki', format: 'pem' }));
  }

  readonly sign: Sign = (bytes) => sign(null, bytes, this.#privateKey);

  readonly verify: VerifySignature = (bytes, signature) => verify(null, bytes, this.#publicKey, signature);

  /** Every checkpoint in rising order of size; a file that is none stands as null. */
  read(): { readonly name: string; readonly checkpoint: Checkpoint | null }[] {
    return readdirSync(this.#folder)
      .filter((name) => name.startsWith('checkpoint-') && name.endsWith('.json'))
      .sort()
      .map((name) => ({ name, checkpoint: this.#parse(name) }));
  }

  /** The latest, without reading the others. */
  latest(): Checkpoint | null {
    const name = readdirSync(this.#folder)
      .filter((candidate) => candidate.startsWith('checkpoint-') && candidate.endsWith('.json'))
      .sort()
      .at(-1);
    return name === undefined ? null : this.#parse(name);
  }

  /** The smallest that has at least this many events, without reading the others; null where there is none. */
  covering(size: number): Checkpoint | null {
    const name = readdirSync(this.#folder)
      .filter((candidate) => candidate >= checkpointFileName(size) && candidate.endsWith('.json'))
      .filter((candidate) => candidate.startsWith('checkpoint-'))
      .sort()
      .at(0);
    return name === undefined ? null : this.#parse(name);
  }

  /** In PEM, as it lies beside the checkpoints. */
  get publicKey(): string {
    return this.#publicKey.export({ type: 'spki', format: 'pem' }).toString();
  }

  /** Never replaces one that is there; a file is either whole or not there. */
  write(checkpoint: Checkpoint): void {
    const path = join(this.#folder, checkpointFileName(checkpoint.size));
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(checkpoint, null, 2)}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(unfinished, path);
    } finally {
      rmSync(unfinished);
    }
  }

  #parse(name: string): Checkpoint | null {
    try {
      return parseCheckpoint(JSON.parse(readFileSync(join(this.#folder, name), 'utf8')));
    } catch {
      return null;
    }
  }
}

/** `wx`: of two services that start together the second takes the first one's key. */
function writeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}
