import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { ConfirmationsRepository, type ConfirmedChange } from './confirmations.repository.js';

const KEPT_BYTES = 512 * 1024;
/** Of a service on whose changes nobody said anything, and of a word. */
const BYTES_A_SERVICE = 200;
const BYTES_A_WORD = 600;

/** The last words on changes, kept until anybody says another. */
@Injectable()
export class ConfirmedChanges {
  readonly #kept = new Lru<readonly ConfirmedChange[]>(KEPT_BYTES);

  constructor(private readonly repository: ConfirmationsRepository) {}

  /**
   * By service.
   *
   * @param stamp changes with every word, and with the name of who said one.
   */
  async of(serviceIds: readonly string[], stamp: string): Promise<Map<string, readonly ConfirmedChange[]>> {
    const found = new Map<string, readonly ConfirmedChange[]>();
    const missing: string[] = [];
    for (const id of serviceIds) {
      const kept = this.#kept.get(`${stamp} ${id}`);
      if (kept === undefined) missing.push(id);
      else found.set(id, kept);
    }
    if (missing.length === 0) return found;
    const read = Map.groupBy(await this.repository.of(missing), ({ serviceId }) => serviceId);
    for (const id of missing) {
      const words = read.get(id) ?? [];
      found.set(id, words);
      this.#kept.set(`${stamp} ${id}`, words, BYTES_A_SERVICE + BYTES_A_WORD * words.length);
    }
    return found;
  }
}
