import type { ComparableText } from '@dingben/comparison';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { ComparisonsRepository, type ReadText } from './comparisons.repository.js';

const KEPT_BYTES = 2 * 1024 * 1024;
const BYTES_A_REFERENCE = 250;

/** Texts to compare with what was read in them. A text never changes; what was read in it does when a person puts it right. */
@Injectable()
export class ComparedTexts {
  readonly #kept = new Lru<ReadText>(KEPT_BYTES);

  constructor(private readonly repository: ComparisonsRepository) {}

  /**
   * By content hash, those of these revisions that have provisions.
   *
   * @param stamp changes with every correction of what was read.
   */
  async of(revisionIds: Iterable<string>, stamp: string): Promise<Map<string, ComparableText>> {
    const load = async (missing: readonly string[]) =>
      (await this.repository.texts(missing)).map((text) => [text.id, text] as const);
    const texts = await this.#kept.through(revisionIds, load, bytesOf, stamp);
    return new Map([...texts.values()].map((text) => [text.contentHash, text]));
  }
}

/** As V8 holds them: two bytes a character, and the objects around. */
function bytesOf({ provisions, references = [] }: ReadText): number {
  const length = Object.values(provisions).reduce((sum, text) => sum + text.length, 0);
  return 500 + 2 * length + BYTES_A_REFERENCE * references.length;
}
