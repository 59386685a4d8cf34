import { createHash } from 'node:crypto';

/**
 * Proofs that a leaf is in a Merkle tree of RFC 9162 (section 2.1.3): the hashes beside the way from the leaf to the root,
 * from the bottom up. Who has the root, the tree's size and the leaf's place needs nothing else.
 */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

function digest(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

interface Peak {
  readonly hash: Uint8Array;
  /** The leaves under it whose proofs are asked for. */
  readonly wanted: readonly number[];
}

/** Collects the proofs of some leaves in one pass over all of them; what is kept is as small as the number's bits and the proofs. */
export class InclusionProofs {
  readonly #paths: Map<number, Uint8Array[]>;
  #peaks: Peak[] = [];
  #size = 0;

  /** @param wanted places of the leaves, counted from 0. */
  constructor(wanted: Iterable<number>) {
    this.#paths = new Map([...wanted].map((index) => [index, []]));
  }

  /** @param leaf the 32 bytes of an event's hash, in order. */
  add(leaf: Uint8Array): void {
    let node: Peak = { hash: digest(LEAF, leaf), wanted: this.#paths.has(this.#size) ? [this.#size] : [] };
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) node = this.#joined(this.#peaks.pop(), node);
    this.#peaks.push(node);
    this.#size += 1;
  }

  /** The root, and for each leaf asked for its path: 64 hexadecimal digits a hash. Nothing can be added afterwards. */
  finish(): { readonly root: string; readonly paths: ReadonlyMap<number, readonly string[]> } {
    let root = this.#peaks.pop();
    while (this.#peaks.length > 0 && root !== undefined) root = this.#joined(this.#peaks.pop(), root);
    const paths = new Map([...this.#paths].map(([index, path]) => [index, path.map(hex)]));
    return { root: hex(root?.hash ?? digest()), paths };
  }

  #joined(left: Peak | undefined, right: Peak): Peak {
    if (left === undefined) return right;
    for (const index of left.wanted) this.#paths.get(index)?.push(right.hash);
    for (const index of right.wanted) this.#paths.get(index)?.push(left.hash);
    return { hash: digest(NODE, left.hash, right.hash), wanted: [...left.wanted, ...right.wanted] };
  }
}

/**
 * The root that a leaf and its path lead to in a tree of `size` leaves, or null where the path does not fit the place
 * (RFC 9162, 2.1.3.2).
 *
 * @param index of the leaf, counted from 0.
 */
export function rootByPath(leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): string | null {
  if (index < 0 || index >= size) return null;
  let [at, last] = [index, size - 1];
  let node = digest(LEAF, leaf);
  for (const beside of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      node = digest(NODE, beside, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else node = digest(NODE, node, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hex(node) : null;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
