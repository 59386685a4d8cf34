import { canonicalJson } from '@dingben/kernel';
import { array, object, text, whole } from './shape.ts';

/** What a publication vouches for: every entry, the outline, every file, and where the ledger stood. Stored as canonical JSON. */
export interface Manifest {
  readonly schema: 'dingben.publication/1';
  readonly algorithm: 'sha256';
  readonly title: string;
  readonly edition: { readonly id: string; readonly label: string };
  /** 1, 2, 3 … within the standard. */
  readonly number: number;
  /** The short code on the documents; absent from publications older than it. */
  readonly code?: string;
  /** `YYYY-MM-DD`. */
  readonly effectiveDate: string;
  readonly commit: { readonly id: string; readonly number: number };
  readonly treeHash: string;
  readonly entries: readonly ManifestEntry[];
  readonly artefacts: readonly ManifestFile[];
  /** The end of the ledger as the publication saw it; its own events come later, and name this manifest by its hash. */
  readonly ledger: { readonly seq: number; readonly hash: string } | null;
}

export interface ManifestEntry {
  readonly code: string;
  /** `12`, `16（1）`. */
  readonly number: string;
  readonly revisionId: string;
  readonly hash: string;
}

export interface ManifestFile {
  readonly format: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

export function writeManifest(manifest: Manifest): string {
  return canonicalJson(manifest);
}

/** A manifest from its text, or null where it is none or says more than a manifest does. */
export function parseManifest(written: string): Manifest | null {
  try {
    const manifest = manifestOf(JSON.parse(written));
    return canonicalJson(manifest) === written ? manifest : null;
  } catch {
    // No JSON, or a value of another shape.
    return null;
  }
}

function manifestOf(value: unknown): Manifest {
  const from = object(value);
  const [edition, commit] = [object(from['edition']), object(from['commit'])];
  const ledger = from['ledger'] === null ? null : object(from['ledger']);
  if (from['schema'] !== 'dingben.publication/1' || from['algorithm'] !== 'sha256')
    throw new TypeError('another schema');
  return {
    schema: 'dingben.publication/1',
    algorithm: 'sha256',
    title: text(from['title']),
    edition: { id: text(edition['id']), label: text(edition['label']) },
    number: whole(from['number']),
    ...(from['code'] !== undefined && { code: text(from['code']) }),
    effectiveDate: text(from['effectiveDate']),
    commit: { id: text(commit['id']), number: whole(commit['number']) },
    treeHash: text(from['treeHash']),
    entries: array(from['entries']).map((each) => {
      const { code, number, revisionId, hash } = object(each);
      return { code: text(code), number: text(number), revisionId: text(revisionId), hash: text(hash) };
    }),
    artefacts: array(from['artefacts']).map(fileOf),
    ledger: ledger && { seq: whole(ledger['seq']), hash: text(ledger['hash']) },
  };
}

function fileOf(value: unknown): ManifestFile {
  const { format, fileName, mediaType, sha256, size } = object(value);
  return {
    format: text(format),
    fileName: text(fileName),
    mediaType: text(mediaType),
    sha256: text(sha256),
    size: whole(size),
  };
}
