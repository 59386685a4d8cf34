import { sha256 } from '@dingben/kernel/hash';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { PublicResource, type Caching } from './resource.js';

/** Bytes of answers that are kept: some ten whole editions as pages. */
const ANSWERS_BOUND = 4_000_000;

/**
 * Answers that are long, or long in the making, kept under a name that says everything that they were made from: another
 * withdrawal, another day, another publication is another name.
 */
@Injectable()
export class Answers {
  readonly #kept = new Lru<{ bytes: Buffer; sha256: string }>(ANSWERS_BOUND);

  async text(
    name: readonly unknown[],
    form: { mediaType: string; caching: Caching; headers?: Record<string, string> },
    make: () => Promise<string>,
  ): Promise<PublicResource> {
    const key = JSON.stringify(name);
    let kept = this.#kept.get(key);
    if (kept === undefined) {
      const bytes = Buffer.from(await make());
      kept = { bytes, sha256: sha256(bytes) };
      this.#kept.set(key, kept, bytes.length + key.length);
    }
    const { bytes, sha256: hash } = kept;
    return new PublicResource({ ...form, sha256: hash, body: () => bytes });
  }
}
