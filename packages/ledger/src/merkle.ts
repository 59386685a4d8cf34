import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 9162, section 2.1.1, over the events' hashes: a leaf is `SHA-256(0x00 ‖ hash)`, a node
 * `SHA-256(0x01 ‖ left ‖ right)`, the left side the largest power of two that is smaller than the whole.
 */
export interface MerkleTree {
  readonly size: number;
  /** Roots of the complete subtrees that the leaves make up, largest first: at most one for each bit of `size`. */
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_TREE: MerkleTree = { size: 0, peaks: [] };

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

function digest(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** The tree with one leaf more; costs one hash on average, and the tree stays as small as the number's bits. */
export function addLeaf(tree: MerkleTree, leaf: Uint8Array): MerkleTree {
  const peaks = [...tree.peaks];
  let node = digest(LEAF, leaf);
  // Every trailing 1 bit of the size is a subtree as large as the one in hand: the two become one.
  for (let rest = tree.size; rest % 2 === 1; rest = (rest - 1) / 2) node = digest(NODE, peaks.pop() ?? node, node);
  return { size: tree.size + 1, peaks: [...peaks, node] };
}

/** The root: 64 lower-case hexadecimal digits. That of no leaves is the hash of nothing. */
export function rootOf(tree: MerkleTree): string {
  const [last, ...others] = [...tree.peaks].reverse();
  if (last === undefined) return Buffer.from(digest()).toString('hex');
  return Buffer.from(others.reduce((right, left) => digest(NODE, left, right), last)).toString('hex');
}

/** The leaf of an event: the 32 bytes of its hash. */
export function leafOf(hash: string): Uint8Array {
  return Buffer.from(hash, 'hex');
}
