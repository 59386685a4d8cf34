import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { ReferencesRepository } from '../references.repository.js';
import { rewrite } from '../rewriting.js';

/** Texts in one transaction: few enough that a person who corrects one does not wait. */
const BATCH = 200;

export interface Rebuilt {
  readonly revisions: number;
  /** Rows that were missing, too many or different. */
  readonly differed: number;
}

/**
 * Derives the references of every revision again and stores those that differ, corrections and all. Running it again
 * changes nothing. Each batch is a transaction of its own; a service that runs meanwhile sees each text whole.
 */
@Injectable()
export class RebuildReferencesCommand {
  readonly #work: UnitOfWork;
  readonly #references: ReferencesRepository;

  constructor(work: UnitOfWork, references: ReferencesRepository) {
    this.#work = work;
    this.#references = references;
  }

  async run(): Promise<Rebuilt> {
    let [revisions, differed] = [0, 0];
    for (let after: string | null = null; ;) {
      const batch = await this.#batch(after);
      if (batch.last === null) return { revisions, differed };
      revisions += batch.revisions;
      differed += batch.differed;
      after = batch.last;
    }
  }

  #batch(after: string | null): Promise<Rebuilt & { last: string | null }> {
    return this.#work.runAsSystem('references:rebuild', async (tx) => {
      await this.#references.lock(tx);
      const texts = await this.#references.page(tx, after, BATCH);
      const differed = await rewrite(tx, this.#references, texts);
      if (differed > 0) await this.#references.stamp(tx);
      return { revisions: texts.length, differed, last: texts.at(-1)?.revisionId ?? null };
    });
  }
}
