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
  of(serviceIds: readonly string[], stamp: string): Promise<Map<string, readonly ConfirmedChange[]>> {
    const load = async (missing: readonly string[]) => {
      const words = Map.groupBy(await this.repository.of(missing), ({ serviceId }) => serviceId);
      return missing.map((id) => [id, words.get(id) ?? []] as const);
    };
    return this.#kept.through(serviceIds, load, bytesOf, stamp);
  }
}

function bytesOf(words: readonly ConfirmedChange[]): number {
  return BYTES_A_SERVICE + BYTES_A_WORD * words.length;
}
