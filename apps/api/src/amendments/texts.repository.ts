import { Injectable } from '@nestjs/common';
import { PROVISION_KEYS } from '@dingben/outline';
import { Lru } from '../platform/lru.js';
import { Batch } from '../platform/prisma/batch.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import { revisionJson } from './edits/edits.repository.js';
import type { RevisionText } from './model.js';

/** UTF-16 units of text that are kept, some thousand entries. */
const KEPT_UNITS = 600_000;

const READ: HotStatement = {
  name: 'revision_texts',
  text: `SELECT ${revisionJson('r').text} AS text FROM revision r WHERE r.id = ANY($1::uuid[])`,
};

/** Texts of revisions. They never change, so one that was read or written once is kept. */
@Injectable()
export class TextsRepository {
  readonly #kept = new Lru<RevisionText>(KEPT_UNITS);
  readonly #read: Batch<RevisionText>;

  constructor(reads: HotReads) {
    this.#read = new Batch(async (ids) => {
      const rows = await reads.rows<{ text: RevisionText }>(READ, [ids]);
      return new Map(rows.map(({ text }) => [text.revisionId, text]));
    });
  }

  /** The text of a revision that a row points at; null where it points at none. */
  async of(revisionId: string | null): Promise<RevisionText | null> {
    if (revisionId === null) return null;
    const kept = this.#kept.get(revisionId);
    if (kept !== undefined) return kept;
    const text = await this.#read.get(revisionId);
    if (text === undefined) throw new Error(`revision ${revisionId} is pointed at and is not there`);
    this.keep(text);
    return text;
  }

  /** Keeps a text that was committed. */
  keep(text: RevisionText): void {
    const { title, provisions } = text;
    const units = PROVISION_KEYS.reduce((sum, key) => sum + (provisions?.[key].length ?? 0), title.length);
    this.#kept.set(text.revisionId, text, units);
  }
}
