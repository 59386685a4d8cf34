import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import type { CommitRow } from '../editions/outline/outline.repository.js';
import { ComparisonsRepository, type Merged, type Reason } from './comparisons.repository.js';
import { stretchesBetween, type Lineage, type Stretch } from './stretches.js';

const KEPT_BYTES = 2 * 1024 * 1024;
const KEPT_EDITIONS = 100;
/** Of an amendment that is kept, beside its texts and the ids of its services. */
const BYTES_BESIDE = 400;
const BYTES_AN_ID = 60;

/** Why entries differ. What a commit merged never changes, so it is read once and kept by commit. */
@Injectable()
export class ReasonsService {
  /** Null: a commit that merged no amendment. */
  readonly #merged = new Lru<Merged | null>(KEPT_BYTES);

  readonly #origins = new Lru<Lineage>(KEPT_EDITIONS);

  constructor(private readonly repository: ComparisonsRepository) {}

  /**
   * By service, the amendments that were merged on one side's way and not on the other's, earliest first.
   *
   * @param people stamp of the accounts' names, which reasons contain.
   */
  async between(from: CommitRow, to: CommitRow, people: string): Promise<Map<string, Reason[]>> {
    const [old, now] = await Promise.all([this.#lineage(from), this.#lineage(to)]);
    const merged = await this.#mergedIn(stretchesBetween(old, now), people);
    const reasons = new Map<string, Reason[]>();
    for (const { serviceIds, reason } of merged.sort(byTime)) {
      for (const id of serviceIds) if (reasons.get(id)?.push(reason) === undefined) reasons.set(id, [reason]);
    }
    return reasons;
  }

  /** What an edition was forked from is frozen, so where it comes from never changes. */
  async #lineage({ editionId, number }: CommitRow): Promise<Lineage> {
    const kept = this.#origins.get(editionId);
    const origins = kept ?? (await this.repository.origins(editionId));
    if (kept === undefined) this.#origins.set(editionId, origins, 1);
    return [{ editionId, number }, ...origins];
  }

  async #mergedIn(stretches: readonly Stretch[], people: string): Promise<Merged[]> {
    const found: Merged[] = [];
    const missing: Stretch[] = [];
    for (const { editionId, after, upTo } of stretches) {
      for (let number = after + 1; number <= upTo; number++) {
        const kept = this.#merged.get(keyOf(people, editionId, number));
        if (kept === undefined) {
          missing.push({ editionId, after: number - 1, upTo });
          break;
        }
        if (kept !== null) found.push(kept);
      }
    }
    return missing.length === 0 ? found : [...found, ...(await this.#load(missing, people))];
  }

  async #load(stretches: readonly Stretch[], people: string): Promise<Merged[]> {
    const merged = await this.repository.merged(stretches);
    const byKey = new Map(merged.map((one) => [keyOf(people, one.editionId, one.number), one]));
    for (const { editionId, after, upTo } of stretches) {
      for (let number = after + 1; number <= upTo; number++) {
        const key = keyOf(people, editionId, number);
        const one = byKey.get(key) ?? null;
        this.#merged.set(key, one, bytesOf(one));
      }
    }
    return merged;
  }
}

function keyOf(people: string, editionId: string, number: number): string {
  return `${people} ${editionId} ${number}`;
}

function bytesOf(merged: Merged | null): number {
  if (merged === null) return BYTES_BESIDE;
  const { title, rationale, legalBasis } = merged.reason;
  return BYTES_BESIDE + 2 * (title + rationale + legalBasis).length + BYTES_AN_ID * merged.serviceIds.length;
}

function byTime(one: Merged, other: Merged): number {
  return one.at - other.at || (one.reason.amendmentId < other.reason.amendmentId ? -1 : 1);
}
