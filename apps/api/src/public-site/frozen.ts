import { sha256 } from '@dingben/kernel/hash';
import { entries, type EntryAt, type Outline } from '@dingben/outline';
import { treeHash, treeNodes } from '@dingben/outline/hash';
import type { FileRow, FrozenRow } from './published.repository.js';

/** What one publication holds. It never changes. */
export interface Frozen {
  readonly outline: Outline;
  readonly treeHash: string;
  /** As it was written: its hash is over these bytes. */
  readonly manifest: string;
  readonly manifestHash: string;
  readonly files: readonly FileRow[];
  /** In document order, each service before its items. */
  readonly order: readonly EntryAt[];
  readonly byCode: ReadonlyMap<string, EntryAt>;
}

/**
 * Takes the text of a publication from its frozen file, having made sure that it is the one that the manifest vouches for.
 * Throws where it is not: a text that nobody published is never shown as one.
 */
export function frozenOf(row: FrozenRow): Frozen {
  const { manifest, manifestHash, json, files } = row;
  if (sha256(manifest) !== manifestHash) throw new Error(`the manifest ${manifestHash} has another hash`);
  const hash = sha256(json);
  if (!vouchedFor(manifest, hash)) throw new Error(`the manifest ${manifestHash} names no file ${hash}`);
  // Written by packages/writer as this form, and unchanged since, as its hash says.
  const outline = JSON.parse(Buffer.from(json).toString('utf8')) as Outline;
  if (treeHash(treeNodes(outline)) !== row.treeHash) throw new Error(`the outline ${row.treeHash} has another hash`);
  const order = [...entries(outline)];
  const byCode = new Map(order.map((at) => [at.entry.code ?? at.path, at]));
  return { outline, treeHash: row.treeHash, manifest, manifestHash, files, order, byCode };
}

function vouchedFor(manifest: string, hash: string): boolean {
  const { artefacts } = JSON.parse(manifest) as { artefacts?: readonly { format?: string; sha256?: string }[] };
  return artefacts?.some((artefact) => artefact.format === 'json' && artefact.sha256 === hash) === true;
}
