import { chainResult, judgeEvent, START, type BadEvent, type ChainResult, type Tail } from './chain.ts';
import { judgeCheckpoints, type Checkpoint, type CheckpointCode, type VerifySignature } from './checkpoint.ts';
import type { LedgerEvent } from './event.ts';
import { addLeaf, EMPTY_TREE, leafOf, rootOf, type MerkleTree } from './merkle.ts';

/** Checkpoints that were kept outside, and what judges them. */
export interface KeptCheckpoints {
  /** In rising order of size. */
  readonly list: readonly Checkpoint[];
  readonly verifySignature: VerifySignature;
  /** The identity of the database that is judged; empty where it is not known. */
  readonly database: string;
}

export interface BadCheckpoint {
  readonly size: number;
  readonly code: CheckpointCode;
  /** The first event that may be wrong: the one after the last good checkpoint. */
  readonly from: number;
}

export interface CheckpointsResult {
  readonly checked: number;
  readonly bad: readonly BadCheckpoint[];
}

/**
 * Judges a ledger event by event, so that it need not fit into memory. After the first bad event the chain is judged no
 * further, the checkpoints still are.
 */
export class LedgerCheck {
  readonly #checkpoints: KeptCheckpoints;
  readonly #bySize: ReadonlyMap<number, Checkpoint>;
  readonly #altered = new Set<number>();
  #tail: Tail = START;
  #tree: MerkleTree = EMPTY_TREE;
  #firstBad: BadEvent | null = null;

  constructor(checkpoints: KeptCheckpoints = { list: [], verifySignature: () => false, database: '' }) {
    this.#checkpoints = checkpoints;
    this.#bySize = new Map(checkpoints.list.map((checkpoint) => [checkpoint.size, checkpoint]));
  }

  add(event: LedgerEvent): void {
    if (this.#firstBad === null) {
      this.#firstBad = judgeEvent(this.#tail, event);
      if (this.#firstBad === null) this.#tail = event;
    }
    this.#tree = addLeaf(this.#tree, leafOf(event.hash));
    const checkpoint = this.#bySize.get(this.#tree.size);
    if (checkpoint !== undefined && (checkpoint.head !== event.hash || checkpoint.root !== rootOf(this.#tree))) {
      this.#altered.add(checkpoint.size);
    }
  }

  chain(): ChainResult {
    return chainResult(this.#tail, this.#firstBad);
  }

  /** The Merkle root over the events so far. */
  root(): string {
    return rootOf(this.#tree);
  }

  checkpoints(): CheckpointsResult {
    const { list, verifySignature, database } = this.#checkpoints;
    const inThemselves = new Map(judgeCheckpoints(list, verifySignature).map(({ size, code }) => [size, code]));
    const bad: BadCheckpoint[] = [];
    let from = 1;
    for (const checkpoint of list) {
      const code = inThemselves.get(checkpoint.size) ?? this.#judge(checkpoint, database);
      if (code === null) from = checkpoint.size + 1;
      else bad.push({ size: checkpoint.size, code, from });
    }
    return { checked: list.length, bad };
  }

  #judge(checkpoint: Checkpoint, database: string): CheckpointCode | null {
    if (database !== '' && checkpoint.database !== database) return 'checkpoint.database';
    if (checkpoint.size > this.#tree.size) return 'checkpoint.beyond-end';
    return this.#altered.has(checkpoint.size) ? 'checkpoint.altered' : null;
  }
}
