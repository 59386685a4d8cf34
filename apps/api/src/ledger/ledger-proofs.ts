import { InclusionProofs, leafOf, type Checkpoint } from '@dingben/ledger';
import { Injectable } from '@nestjs/common';
import { conflict } from '../platform/http/problem.js';
import { Checkpoints } from './checkpoints.js';
import { LedgerRepository } from './ledger.repository.js';

const BATCH = 5_000;

export interface Proven {
  readonly checkpoint: Checkpoint;
  readonly publicKey: string;
  /** By sequence number. */
  readonly paths: ReadonlyMap<number, readonly string[]>;
}

/** Proofs that events are in the ledger as a checkpoint signed it. */
@Injectable()
export class LedgerProofs {
  readonly #checkpoints: Checkpoints;
  readonly #ledger: LedgerRepository;

  constructor(checkpoints: Checkpoints, ledger: LedgerRepository) {
    this.#checkpoints = checkpoints;
    this.#ledger = ledger;
  }

  /**
   * To the first checkpoint that covers all of them, so that the same events give the same proofs for good.
   *
   * @throws ProblemError 409 `publication.not-provable` where none covers them, or the ledger is not the one it signed.
   */
  async prove(seqs: readonly number[]): Promise<Proven> {
    const last = Math.max(...seqs);
    const checkpoint = await this.#covering(last);
    const proofs = new InclusionProofs(seqs.map((seq) => seq - 1));
    for (let at = 0; at < checkpoint.size;) {
      const rows = await this.#ledger.hashes(at, Math.min(BATCH, checkpoint.size - at));
      for (const { hash } of rows) proofs.add(leafOf(hash));
      const end = rows.at(-1);
      if (end === undefined) break;
      at = end.seq;
    }
    const { root, paths } = proofs.finish();
    if (root !== checkpoint.root) throw conflict('publication.not-provable');
    const bySeq = new Map([...paths].map(([index, path]) => [index + 1, path]));
    return { checkpoint, publicKey: this.#checkpoints.files.publicKey, paths: bySeq };
  }

  async #covering(seq: number): Promise<Checkpoint> {
    const { files } = this.#checkpoints;
    const kept = files.covering(seq);
    if (kept !== null) return kept;
    await this.#checkpoints.now();
    const made = files.covering(seq);
    if (made === null) throw conflict('publication.not-provable');
    return made;
  }
}
