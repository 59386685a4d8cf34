import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { joinedBytes } from '../platform/own-bytes.js';
import { isChanged } from '../editions/outline/outline-view.service.js';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import { headings, type TreeEntry } from '../editions/outline/tree.js';
import { HistoryService } from '../history/history.service.js';
import { RevisionsService, members } from '../history/revisions.service.js';
import { offsetOf } from '../platform/http/list.js';
import { notFound } from '../platform/http/problem.js';
import type { EntriesQuery } from './dto/entries.query.js';
import { EntriesRepository } from './entries.repository.js';

const KEPT_BYTES = 4 * 1024 * 1024;
const CLOSE = Buffer.from('}');
const COMMA = Buffer.from(',');

/** Entries as JSON that is put together from fragments: a request asks the database only which commit is the latest. */
@Injectable()
export class EntriesService {
  readonly #bodies = new Lru<Buffer>(KEPT_BYTES);
  readonly #collator = new Intl.Collator('zh');

  constructor(
    private readonly repository: EntriesRepository,
    private readonly outline: OutlineService,
    private readonly revisions: RevisionsService,
    private readonly history: HistoryService,
  ) {}

  /** One entry at the head, or as it stood at a commit. 404 `edition.not-found`, `commit.not-found`, `entry.not-found`. */
  async entry(editionId: string, serviceId: string, commitNumber?: number): Promise<Buffer> {
    const head = await this.outline.head(editionId);
    const key = `${head.commitId} ${head.people} ${serviceId} ${commitNumber ?? ''}`;
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const at = await (commitNumber === undefined
      ? this.outline.current(editionId)
      : this.outline.at(editionId, commitNumber));
    const entry = at.tree.byService.get(serviceId);
    if (entry === undefined) throw notFound('entry');
    const [fragment] = await this.revisions.fragments([entry.revision.id], head.people);
    const ordinal = await this.history.ordinal({ ...head, commitId: at.commit.id }, serviceId);
    if (fragment === undefined) throw new Error('one revision gave no fragment');
    const revision = `"revision":{${fragment.origin},"ordinal":${ordinal}},`;
    const body = joinedBytes([Buffer.from(`{${members(placeOf(at, entry))},${revision}`), fragment.text, CLOSE]);
    this.#bodies.set(key, body, body.length);
    return body;
  }

  /** A page of entries with their references. 404 `edition.not-found`. */
  async list(editionId: string, query: EntriesQuery): Promise<Buffer> {
    const head = await this.outline.head(editionId);
    const key = `${head.commitId} ${head.people} ${JSON.stringify(query)}`;
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const at = await this.outline.current(editionId);
    const found = await this.#select(at, query);
    const page = found.slice(offsetOf(query), offsetOf(query) + query.perPage);
    const fragments = await this.revisions.fragments(
      page.map((entry) => entry.revision.id),
      head.people,
    );
    const parts: Buffer[] = [Buffer.from('{"items":[')];
    page.forEach((entry, index) => {
      const fragment = fragments[index];
      if (fragment === undefined) throw new Error('a revision gave no fragment');
      if (index > 0) parts.push(COMMA);
      parts.push(Buffer.from(`{${members(summaryOf(entry))},`), fragment.text, CLOSE);
    });
    const body = joinedBytes([...parts, Buffer.from(`],"total":${found.length}}`)]);
    this.#bodies.set(key, body, body.length);
    return body;
  }

  async #select(at: OutlineAt, query: EntriesQuery): Promise<readonly TreeEntry[]> {
    const { agency, funding, citation, changed, q, sort, order } = query;
    const { editionId } = at.commit;
    const citing = citation === undefined ? null : await this.repository.citing(editionId, citation);
    const containing = q === undefined ? null : await this.repository.containing(editionId, q);
    const found = at.tree.entries.filter(
      (entry) =>
        (agency === undefined || entry.revision.agencies.includes(agency)) &&
        (funding === undefined || entry.revision.funding.includes(funding)) &&
        (citing === null || citing.has(entry.serviceId)) &&
        (changed === undefined || isChanged(at, entry) === changed) &&
        (containing === null || containing.has(entry.serviceId) || entry.path === q || entry.code === q),
    );
    if (sort === 'title') found.sort((a, b) => this.#collator.compare(a.revision.title, b.revision.title));
    return order === 'desc' ? found.reverse() : found;
  }
}

function summaryOf(entry: TreeEntry): object {
  const { serviceId, code, path, revision } = entry;
  const above = headings(entry).map((section) => section.number);
  return { serviceId, code, number: path, path: above, revisionId: revision.id, contentHash: revision.contentHash };
}

function placeOf(at: OutlineAt, entry: TreeEntry): object {
  const { serviceId, code, path, index, items } = entry;
  return {
    serviceId,
    code,
    number: path,
    path: headings(entry).map(({ kind, number, title, key }) => ({ kind, number, title, key })),
    ...(items.length > 0 && { items: items.map(named) }),
    previous: named(at.tree.entries[index - 1]),
    next: named(at.tree.entries[index + 1]),
    baseRevisionId: at.base.get(serviceId) ?? null,
  };
}

function named(entry: TreeEntry | undefined): object | null {
  if (entry === undefined) return null;
  return { serviceId: entry.serviceId, number: entry.path, title: entry.revision.title };
}
