import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { ownBytes } from '../platform/own-bytes.js';
import { RevisionsRepository, type RevisionRow, type RevisionText } from './revisions.repository.js';

/** A revision's share of an answer, serialised once: members of a JSON object without its braces. */
export interface RevisionFragment {
  /** `"title":…,"provisions":…,"references":[…]` */
  readonly text: Buffer;
  /** `"id":…,"contentHash":…,"author":…,"approvers":[…],"at":…,"amendment":…` */
  readonly origin: string;
}

/** Bytes of fragments kept in memory: some thousands of entries. */
const KEPT_BYTES = 4 * 1024 * 1024;
/** Bytes of texts alone: some editions that are proofread and counted. */
const KEPT_TEXT_BYTES = 1024 * 1024;

/** Revisions by id. They never change, so what is built from one is kept until it is the longest unused. */
@Injectable()
export class RevisionsService {
  readonly #fragments = new Lru<RevisionFragment>(KEPT_BYTES);
  readonly #texts = new Lru<RevisionText>(KEPT_TEXT_BYTES);

  constructor(private readonly repository: RevisionsRepository) {}

  /** @throws Error when one of them is not there: callers name revisions that they found placed. */
  async byIds(ids: readonly string[]): Promise<Map<string, RevisionRow>> {
    const rows = ids.length === 0 ? [] : await this.repository.byIds([...new Set(ids)]);
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const id of ids) if (!found.has(id)) throw new Error(`revision ${id} is named but not there`);
    return found;
  }

  /** Texts alone, for those that read them through. Ids that are not there are left out. */
  async texts(ids: readonly string[]): Promise<Map<string, RevisionText>> {
    const load = async (missing: readonly string[]) =>
      (await this.repository.texts(missing)).map((text) => [text.id, text] as const);
    return this.#texts.through(ids, load, bytesOf);
  }

  /** @param people stamp of the accounts' names, which fragments contain. */
  async fragments(ids: readonly string[], people: string): Promise<RevisionFragment[]> {
    const kept = ids.map((id) => this.#fragments.get(`${people} ${id}`));
    const missing = ids.filter((_, index) => kept[index] === undefined);
    const rows = await this.byIds(missing);
    return ids.map((id, index) => kept[index] ?? this.#make(rows.get(id), people));
  }

  #make(row: RevisionRow | undefined, people: string): RevisionFragment {
    if (row === undefined) throw new Error('a fragment has no revision');
    const { id, title, provisions, references, contentHash, author, approvers, at, amendment } = row;
    const named = amendment && { id: amendment.id, number: amendment.number, title: amendment.title };
    const fragment = {
      text: ownBytes(members({ title, provisions, references })),
      origin: members({ id, contentHash, author, approvers, at, amendment: named }),
    };
    this.#fragments.set(`${people} ${id}`, fragment, fragment.text.length + fragment.origin.length);
    return fragment;
  }
}

/** As V8 holds them: two bytes a character, and the objects around. */
function bytesOf({ title, provisions }: RevisionText): number {
  const texts = Object.values(provisions ?? {}).reduce((sum, text) => sum + text.length, title.length);
  return 500 + 2 * texts;
}

/** The members of an object as JSON, without its braces. */
export function members(value: object): string {
  return JSON.stringify(value).slice(1, -1);
}
