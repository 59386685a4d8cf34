import { sha256 } from '@dingben/kernel/hash';
import {
  checkpointBytes,
  eventHash,
  isKnownForm,
  leafOf,
  rootByPath,
  type Checkpoint,
  type VerifySignature,
} from '@dingben/ledger';
import { publicationCode } from './code.ts';
import { fault, type Fault } from './faults.ts';
import type { Manifest } from './manifest.ts';
import type { Proof, ProvenEvent } from './proof.ts';
import { rowsOf, type Recorded } from './recorded.ts';

/** The checkpoint is signed by the key, and every event is what it was when that was signed. */
export function* judgeEvents(proof: Proof, verifySignature: VerifySignature): Generator<Fault | null> {
  const { checkpoint, events } = proof;
  const signature = Buffer.from(checkpoint.signature, 'base64');
  // Base64 has several spellings of the same bytes; only one is ours.
  const isSpelled = signature.toString('base64') === checkpoint.signature;
  if (!isSpelled || !verifySignature(checkpointBytes(checkpoint), signature))
    yield fault('checkpoint.signature', checkpoint.size);
  for (const proven of events) yield judgeEvent(proven, checkpoint);
}

function judgeEvent({ event, path }: ProvenEvent, checkpoint: Checkpoint): Fault | null {
  if (!isKnownForm(event) || event.hash !== eventHash(event)) return fault('event.altered', event.seq);
  return isIncluded(event, path, checkpoint) ? null : fault('event.not-included', event.seq);
}

function isIncluded(
  { seq, hash }: { readonly seq: number; readonly hash: string },
  path: readonly string[],
  { size, root }: Checkpoint,
): boolean {
  return path.every(isHash) && rootByPath(leafOf(hash), seq - 1, size, path.map(leafOf)) === root;
}

function isHash(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}

/** The ledger recorded this manifest as the publication of this text by somebody who neither wrote nor scheduled it. */
export function* judgePublication(
  written: string,
  manifest: Manifest,
  proof: Proof,
  made: Recorded<'publication'> | undefined,
): Generator<Fault | null> {
  if (made === undefined) {
    yield fault('publication.not-recorded');
    return;
  }
  if (made.manifestHash !== sha256(written)) yield fault('publication.differs', 'manifest.json');
  const { edition, number, commit, treeHash, effectiveDate, code, ledger } = manifest;
  const differing = [
    ['edition', made.editionId === edition.id],
    ['number', made.number === String(number)],
    ['commit', made.commitId === commit.id],
    ['treeHash', made.treeHash === treeHash],
    ['effectiveDate', made.effectiveDate === effectiveDate],
    ['code', code === undefined || code === publicationCode({ editionId: edition.id, number, treeHash })],
    ['ledger', ledger === null ? proof.position.length === 0 : isIncluded(ledger, proof.position, proof.checkpoint)],
  ] as const;
  for (const [what, agrees] of differing) yield agrees ? null : fault('publication.differs', what);
  const authors = rowsOf(eventsOf(proof), 'revision').filter(({ amendmentId }) => amendmentId !== null);
  const isOwn = authors.some(({ authorId }) => authorId === made.publisherId);
  if (isOwn || made.requestedById === made.publisherId) yield fault('publication.self-published');
}

export function eventsOf({ events }: Proof) {
  return events.map(({ event }) => event);
}
