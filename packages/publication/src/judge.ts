import { sha256 } from '@dingben/kernel/hash';
import type { VerifySignature } from '@dingben/ledger';
import { entries, type Outline } from '@dingben/outline';
import { treeHash, treeNodes, type TreeNode } from '@dingben/outline/hash';
import { fault, firstFault, type Fault } from './faults.ts';
import { eventsOf, judgeEvents, judgePublication } from './judge-ledger.ts';
import { judgeText } from './judge-text.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { memberNames, MANIFEST, PROOF, PUBLIC_KEY, fileMember } from './members.ts';
import { parseProof, type Proof } from './proof.ts';
import { rowsOf } from './recorded.ts';
import { isExactly, readZip, type Member } from './zip.ts';

/** The keys by which a bundle is judged. */
export interface Keys {
  /** The function of a public key in PEM; null where the text is none, or is spelled in another way than keys are written. */
  readonly verifierOf: (pem: string) => VerifySignature | null;
  /** One's own copy of the key, where there is one. */
  readonly own: string | null;
}

export interface BundleReport {
  readonly ok: boolean;
  readonly fault: Fault | null;
  /** Whose key it was: one's own, or the one that came with what it is to prove. */
  readonly keyFrom: 'own' | 'bundle';
  /** What was judged; null where the bundle could not be read so far. */
  readonly publication: PublicationFacts | null;
}

export interface PublicationFacts {
  readonly title: string;
  readonly number: number;
  readonly code: string | null;
  readonly effectiveDate: string;
  readonly treeHash: string;
  readonly manifestHash: string;
  readonly files: number;
  readonly entries: number;
  readonly amendments: number;
  readonly events: number;
  /** When it was published: microseconds since 1970. */
  readonly atUs: number | null;
  readonly checkpoint: number;
}

/**
 * Judges a bundle by itself: no server, no database. Signature first, then what the ledger recorded, then the files and
 * texts by that, and the archive to its last byte at the end. Stops at the first thing that is wrong.
 */
export function judgeBundle(archive: Uint8Array, keys: Keys): BundleReport {
  const keyFrom = keys.own === null ? 'bundle' : 'own';
  const refused = (found: Fault): BundleReport => ({ ok: false, fault: found, keyFrom, publication: null });
  const members = readZip(archive);
  if (members === null) return refused(fault('bundle.archive'));
  const read = readMembers(members);
  if ('code' in read) return refused(read);
  const found = firstFault(judgements(read, keys)) ?? (isExactly(archive, members) ? null : fault('bundle.altered'));
  return { ok: found === null, fault: found, keyFrom, publication: factsOf(read) };
}

interface ReadBundle {
  readonly written: string;
  readonly manifest: Manifest;
  readonly proof: Proof;
  readonly key: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

function readMembers(members: readonly Member[]): ReadBundle | Fault {
  const byName = new Map(members.map(({ name, bytes }) => [name, bytes]));
  const written = textOf(byName.get(MANIFEST));
  const manifest = written === null ? null : parseManifest(written);
  if (written === null || manifest === null) return unread(byName, MANIFEST);
  const expected = memberNames(manifest);
  const missing = expected.find((name) => !byName.has(name));
  if (missing !== undefined) return fault('bundle.member-missing', missing);
  const unknown = members.find(({ name }, at) => name !== expected[at]);
  if (unknown !== undefined) return fault('bundle.member-unknown', unknown.name);
  const proof = parseProof(textOf(byName.get(PROOF)) ?? '');
  if (proof === null) return unread(byName, PROOF);
  const key = textOf(byName.get(PUBLIC_KEY));
  if (key === null) return unread(byName, PUBLIC_KEY);
  return { written, manifest, proof, key, files: byName };
}

function unread(members: ReadonlyMap<string, unknown>, name: string): Fault {
  return fault(members.has(name) ? 'bundle.member-unreadable' : 'bundle.member-missing', name);
}

function textOf(bytes: Uint8Array | undefined): string | null {
  try {
    return bytes === undefined ? null : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // No UTF-8.
    return null;
  }
}

function* judgements({ written, manifest, proof, key, files }: ReadBundle, keys: Keys): Generator<Fault | null> {
  const verifySignature = keys.verifierOf(key);
  if (verifySignature === null) {
    yield fault('bundle.member-unreadable', PUBLIC_KEY);
    return;
  }
  if (keys.own !== null && keys.own !== key) yield fault('key.other');
  yield* judgeEvents(proof, verifySignature);
  const made = rowsOf(eventsOf(proof), 'publication').find(({ editionId }) => editionId === manifest.edition.id);
  yield* judgePublication(written, manifest, proof, made);
  for (const file of manifest.artefacts) {
    const bytes = files.get(fileMember(file)) ?? new Uint8Array();
    yield bytes.length === file.size && sha256(bytes) === file.sha256 ? null : fault('file.altered', file.fileName);
  }
  const outline = outlineOf(manifest, files);
  if (outline === null) {
    yield fault('bundle.member-missing', 'json');
    return;
  }
  const nodes = [...treeNodes(outline)];
  yield* judgeOutline(manifest, outline, nodes);
  yield* judgeText(manifest, proof, nodes);
}

/** The frozen file of format json is the text itself, in the exchange form. Its hash is judged before it is read. */
function outlineOf(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Outline | null {
  const file = manifest.artefacts.find(({ format }) => format === 'json');
  const written = file === undefined ? null : textOf(files.get(fileMember(file)));
  return written === null ? null : (JSON.parse(written) as Outline); // its bytes are those that were published
}

function* judgeOutline(manifest: Manifest, outline: Outline, nodes: readonly TreeNode[]): Generator<Fault | null> {
  const hashes = nodes.flatMap((node) => (node.type === 'entry' ? [node] : []));
  const stands = [...entries(outline)];
  for (const [at, { code, number, hash }] of manifest.entries.entries()) {
    const agrees = hashes[at]?.code === code && hashes[at].revisionHash === hash && stands[at]?.path === number;
    yield agrees ? null : fault('entry.altered', number);
  }
  const isWhole = stands.length === manifest.entries.length && treeHash(nodes) === manifest.treeHash;
  yield isWhole && outline.title === manifest.title ? null : fault('outline.altered');
}

function factsOf({ written, manifest, proof }: ReadBundle): PublicationFacts {
  const { title, number, code = null, effectiveDate, treeHash: tree, artefacts } = manifest;
  const made = rowsOf(eventsOf(proof), 'publication').find(({ editionId }) => editionId === manifest.edition.id);
  return {
    title,
    number,
    code,
    effectiveDate,
    treeHash: tree,
    manifestHash: sha256(written),
    files: artefacts.length,
    entries: manifest.entries.length,
    amendments: proof.amendments.length,
    events: proof.events.length,
    atUs: made === undefined ? null : Number(made.at),
    checkpoint: proof.checkpoint.size,
  };
}
