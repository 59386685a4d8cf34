import { PROVISION_KEYS, type ProvisionKey, type Provisions } from '@dingben/outline';
import { diffText, type Segment } from '@dingben/text-diff';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { ownBytes } from '../platform/own-bytes.js';
import { OutlineService } from '../editions/outline/outline.service.js';
import type { Head } from '../editions/outline/outline.repository.js';
import { notFound } from '../platform/http/problem.js';
import { HistoryRepository, type ChangeRow } from './history.repository.js';
import { RevisionsService } from './revisions.service.js';
import type { RevisionRow } from './revisions.repository.js';

interface Difference {
  readonly title: readonly Segment[] | null;
  readonly provisions: Readonly<Partial<Record<ProvisionKey, readonly Segment[]>>>;
}

const KEPT_BYTES = 3 * 1024 * 1024;

/** What became of each entry. All that lies behind a commit is fixed, so answers are kept by the edition's head commit. */
@Injectable()
export class HistoryService {
  readonly #bodies = new Lru<Buffer>(KEPT_BYTES);
  readonly #changes = new Lru<readonly ChangeRow[]>(10_000);

  constructor(
    private readonly repository: HistoryRepository,
    private readonly revisions: RevisionsService,
    private readonly outline: OutlineService,
  ) {}

  /** The serialised history of an entry, newest first. 404 `edition.not-found`, `entry.not-found`. */
  async historyOf(editionId: string, serviceId: string): Promise<Buffer> {
    const head = await this.outline.head(editionId);
    const key = `${head.commitId} ${head.people} ${serviceId}`;
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const body = ownBytes(JSON.stringify(await this.#build(head, serviceId)));
    this.#bodies.set(key, body, body.length);
    return body;
  }

  /** How many revisions of a service have come to stand, up to the one that stands at the head: 第N修订版次. */
  async ordinal(head: Head, serviceId: string): Promise<number> {
    return (await this.#changesOf(head, serviceId)).length;
  }

  async commits(
    editionId: string,
    page: Parameters<HistoryRepository['commits']>[1],
  ): ReturnType<HistoryRepository['commits']> {
    await this.outline.head(editionId);
    return this.repository.commits(editionId, page);
  }

  async #changesOf(head: Head, serviceId: string): Promise<readonly ChangeRow[]> {
    const key = `${head.commitId} ${serviceId}`;
    const kept = this.#changes.get(key);
    if (kept !== undefined) return kept;
    const changes = await this.repository.changesOf(head.editionId, head.commitId, serviceId);
    this.#changes.set(key, changes, changes.length + 1);
    return changes;
  }

  async #build(head: Head, serviceId: string): Promise<{ items: object[]; total: number }> {
    const changes = await this.#changesOf(head, serviceId);
    if (changes.length === 0) throw notFound('entry');
    const ids = changes.flatMap(({ revisionId, previousId }) =>
      previousId === null ? [revisionId] : [revisionId, previousId],
    );
    const revisions = await this.revisions.byIds(ids);
    const items = changes.map((change, index) => {
      const revision = revisions.get(change.revisionId);
      const previous = change.previousId === null ? undefined : revisions.get(change.previousId);
      if (revision === undefined) throw new Error(`revision ${change.revisionId} was not read`);
      return {
        revisionId: revision.id,
        ordinal: changes.length - index,
        at: revision.at,
        author: revision.author,
        approvers: revision.approvers,
        amendment: revision.amendment,
        edition: { id: change.editionId, label: change.editionLabel },
        commit: { id: change.commitId, number: change.commitNumber },
        title: revision.title,
        difference: previous === undefined ? null : differenceOf(previous, revision),
      };
    });
    return { items, total: items.length };
  }
}

/** What differs, provision by provision; equal ones are left out. */
export function differenceOf(
  before: Pick<RevisionRow, 'title' | 'provisions'>,
  after: Pick<RevisionRow, 'title' | 'provisions'>,
): Difference {
  const title = before.title === after.title ? null : diffText(before.title, after.title);
  const provisions: Partial<Record<ProvisionKey, readonly Segment[]>> = {};
  for (const key of PROVISION_KEYS) {
    const [from, to] = [text(before.provisions, key), text(after.provisions, key)];
    if (from !== to) provisions[key] = diffText(from, to);
  }
  return { title, provisions };
}

function text(provisions: Provisions | null, key: ProvisionKey): string {
  return provisions === null ? '' : provisions[key];
}
