import type { Lru } from '../../platform/lru.js';
import type { OutlineRepository } from './outline.repository.js';
import type { CommitChange } from './undo.js';

/** A change with both stands, as V8 holds it. */
const BYTES_A_CHANGE = 700;

/** What each commit changed. It never changes, so a way back through an edition is read once, however often it is gone. */
export class Changes {
  readonly #repository: Pick<OutlineRepository, 'changesBetween'>;
  readonly #kept: Lru<readonly CommitChange[]>;

  /** @param kept by commit, weighed in bytes. */
  constructor(repository: Pick<OutlineRepository, 'changesBetween'>, kept: Lru<readonly CommitChange[]>) {
    this.#repository = repository;
    this.#kept = kept;
  }

  /**
   * What happened in an edition after one commit, up to and with another, newest first; `read` are those of them that were
   * not kept.
   */
  async between(
    editionId: string,
    after: number,
    upTo: number,
  ): Promise<{ all: CommitChange[]; read: CommitChange[] }> {
    const kept: CommitChange[] = [];
    for (let number = upTo; number > after; number--) {
      const changes = this.#kept.get(`${editionId} ${number}`);
      if (changes === undefined) {
        const read = await this.#read(editionId, after, number);
        return { all: [...kept, ...read], read };
      }
      for (const change of changes) kept.push(change);
    }
    return { all: kept, read: [] };
  }

  async #read(editionId: string, after: number, upTo: number): Promise<CommitChange[]> {
    const rows = await this.#repository.changesBetween(editionId, after, upTo);
    const byCommit = Map.groupBy(rows, ({ number }) => number);
    for (let number = after + 1; number <= upTo; number++) {
      const changes = byCommit.get(number) ?? [];
      this.#kept.set(`${editionId} ${number}`, changes, BYTES_A_CHANGE * (changes.length + 1));
    }
    return rows;
  }
}
