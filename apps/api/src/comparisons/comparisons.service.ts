import type { Comparison } from '@dingben/comparison';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { ownBytes } from '../platform/own-bytes.js';
import { isClassable, nameOfHeading, unexplained, type Built } from './built.js';
import { areEqual, BuiltService, keyOf } from './built.service.js';
import { classedEntries, type ClassedEntry } from './classed.js';
import type { Reason } from './comparisons.repository.js';
import { ConfirmedChanges } from './confirmed-changes.js';
import type { Ref } from './dto/ref.js';
import { SidesService, type Sides } from './sides.service.js';
import { StatementsRepository, type Statement } from './statements.repository.js';

const KEPT_BYTES = 4 * 1024 * 1024;

/** A comparison with people's words on its changes. */
export interface ClassedComparison extends Omit<Comparison, 'entries' | 'sections'> {
  readonly sections: readonly (Comparison['sections'][number] & Stated & { readonly change: string | null })[];
  readonly entries: readonly (ClassedEntry & Stated)[];
}

/** Why something changed, where no amendment says it and a person did. */
interface Stated {
  readonly stated: Statement | null;
}

/**
 * Any two editions or commits, with people's words. What a commit holds never changes, so an answer is kept by the two commits and
 * by the number of words that there were.
 */
@Injectable()
export class ComparisonsService {
  readonly #bodies = new Lru<Buffer>(KEPT_BYTES);

  constructor(
    private readonly sides: SidesService,
    private readonly comparing: BuiltService,
    private readonly confirmed: ConfirmedChanges,
    private readonly statements: StatementsRepository,
  ) {}

  /** 404 `comparison.not-found` where a side is not there. */
  async compare(before: Ref, after: Ref): Promise<Buffer> {
    const sides = await this.sides.of(before, after);
    const key = `${keyOf(sides)} ${sides.confirmations}`;
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const bytes = ownBytes(JSON.stringify(wireForm(await this.of(sides))));
    if (!areEqual(sides)) this.#bodies.set(key, bytes, bytes.length);
    return bytes;
  }

  /** As an object. 404 `comparison.not-found`. */
  async read(before: Ref, after: Ref): Promise<ClassedComparison> {
    return this.of(await this.sides.of(before, after));
  }

  /** As an object, of sides that the caller has found. */
  async of(sides: Sides): Promise<ClassedComparison> {
    return this.#classed(await this.comparing.of(sides), sides);
  }

  /** What two sides say by themselves. 404 `comparison.not-found`. */
  async built(before: Ref, after: Ref): Promise<Built> {
    return this.comparing.of(await this.sides.of(before, after));
  }

  async #classed(built: Built, { people, confirmations }: Sides): Promise<ClassedComparison> {
    const ids = built.entries.filter(isClassable).map(({ serviceId }) => serviceId);
    const [confirmed, stated] = await Promise.all([
      this.confirmed.of(ids, `${people} ${confirmations}`),
      this.statements.of(unexplained(built)),
    ]);
    const withStated = <C extends { readonly change: string | null }>(one: C): C & Stated => ({
      ...one,
      stated: stated.get(one.change ?? '') ?? null,
    });
    const { schema, before, after, summary } = built;
    const sections = built.sections.map((section) => withStated({ ...section, change: nameOfHeading(section) }));
    const entries = classedEntries(built, confirmed).map(withStated);
    return { schema, before, after, summary, sections, entries };
  }
}

/** Each amendment once, however many entries it changed. */
function wireForm({ entries, ...comparison }: ClassedComparison) {
  const amendments = new Map<string, Reason>();
  const named = entries.map(({ reasons, ...entry }) => {
    for (const reason of reasons) amendments.set(reason.amendmentId, reason);
    return { ...entry, reasons: reasons.map(({ amendmentId }) => amendmentId) };
  });
  return { ...comparison, amendments: [...amendments.values()], entries: named };
}
