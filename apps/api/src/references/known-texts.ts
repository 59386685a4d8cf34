import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/prisma/database.js';
import { ReferencesRepository } from './references.repository.js';
import { rewrite } from './rewriting.js';

/** Texts that come to stand again: what people said of one holds for the revision that brings it back. */
@Injectable()
export class KnownTexts {
  constructor(private readonly references: ReferencesRepository) {}

  async follow(tx: Tx, revisionIds: readonly string[]): Promise<void> {
    const texts = await this.references.corrected(tx, revisionIds);
    if (texts.length > 0 && (await rewrite(tx, this.references, texts)) > 0) await this.references.stamp(tx);
  }
}
