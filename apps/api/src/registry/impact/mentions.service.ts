import { Injectable } from '@nestjs/common';
import { Lru } from '../../platform/lru.js';
import { MentionsRepository, type CitedRow, type NamedRow } from './mentions.repository.js';

/** Sets of editions whose mentions are kept. */
const KEPT = 8;

/** What editions mention. It is fixed by their latest commits and the corrections so far, so it is read once for each of them. */
@Injectable()
export class MentionsService {
  readonly #cited = new Lru<readonly CitedRow[]>(KEPT);
  readonly #named = new Lru<readonly NamedRow[]>(KEPT);

  constructor(private readonly mentions: MentionsRepository) {}

  /** Every way in which an edition cites regulations; without an edition, in which those that stand do. */
  cited(editionId: string | null = null): Promise<readonly CitedRow[]> {
    return this.#once(this.#cited, editionId, () => this.mentions.cited(editionId));
  }

  /** Every way in which an edition names agencies; without an edition, in which those that stand do. */
  named(editionId: string | null = null): Promise<readonly NamedRow[]> {
    return this.#once(this.#named, editionId, () => this.mentions.named(editionId));
  }

  async #once<T>(
    kept: Lru<readonly T[]>,
    editionId: string | null,
    read: () => Promise<readonly T[]>,
  ): Promise<readonly T[]> {
    // The commits first: a merge in between gives rows that are newer than their key, and the next key is another one.
    const heads = await this.mentions.heads(editionId);
    const known = kept.get(heads);
    if (known !== undefined) return known;
    const rows = await read();
    kept.set(heads, rows, 1);
    return rows;
  }
}
