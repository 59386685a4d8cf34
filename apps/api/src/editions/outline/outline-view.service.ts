import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/problem.js';
import { Lru } from '../../platform/lru.js';
import { joinedBytes } from '../../platform/own-bytes.js';
import { MarksRepository, type Mark } from './marks.repository.js';
import { OutlineService, type OutlineAt } from './outline.service.js';
import type { TreeEntry, TreeSection } from './tree.js';

const KEPT_BYTES = 4 * 1024 * 1024;
const UNMARKED = { amendments: 0, comments: 0, findings: 0 };

/** The outline as the edition page draws it: the tree of a commit, with what is open about each entry now. */
@Injectable()
export class OutlineViewService {
  readonly #bodies = new Lru<Buffer>(KEPT_BYTES);

  constructor(
    private readonly outline: OutlineService,
    private readonly marks: MarksRepository,
  ) {}

  /** At the head, or at an earlier commit, where nothing is open. 404 `edition.not-found`, `commit.not-found`. */
  async view(editionId: string, commitNumber?: number): Promise<Buffer> {
    const at = await (commitNumber === undefined
      ? this.outline.current(editionId)
      : this.outline.at(editionId, commitNumber));
    const now = await this.marks.ofEdition(editionId);
    if (now === null) throw notFound('edition');
    const marks = commitNumber === undefined ? now.marks : [];
    const { label, state, version } = now;
    const edition = { id: editionId, label, state, version, commit: at.commit.number, treeHash: at.commit.treeHash };
    const key = JSON.stringify([at.commit.id, edition, marks]);
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const byService = new Map(marks.map((mark) => [mark.serviceId, mark]));
    // Section by section: the form of a whole long edition, and then its text, would each be many times the answer's size.
    const sections = at.tree.sections.map((section) =>
      Buffer.from(JSON.stringify(sectionForm(section, at, byService))),
    );
    const body = joinedBytes([Buffer.from(`{"edition":${JSON.stringify(edition)},"sections":[`), ...joined(sections)]);
    this.#bodies.set(key, body, body.length);
    return body;
  }
}

const COMMA = Buffer.from(',');
const END = Buffer.from(']}');

function joined(parts: readonly Buffer[]): Buffer[] {
  return [...parts.flatMap((part, index) => (index === 0 ? [part] : [COMMA, part])), END];
}

type ByService = ReadonlyMap<string, Mark>;

function sectionForm(section: TreeSection, at: OutlineAt, marks: ByService): object {
  const { key, kind, number, title, restored, sections, entries } = section;
  return {
    key,
    kind,
    number,
    title,
    restored,
    sections: sections.map((inner) => sectionForm(inner, at, marks)),
    entries: entries.map((entry) => entryForm(entry, at, marks)),
  };
}

function entryForm(entry: TreeEntry, at: OutlineAt, marks: ByService): object {
  const { serviceId, code, number, revision, items } = entry;
  const { amendments, comments, findings } = marks.get(serviceId) ?? UNMARKED;
  return {
    serviceId,
    code,
    number,
    title: revision.title,
    revisionId: revision.id,
    contentHash: revision.contentHash,
    agencies: revision.agencies,
    funding: revision.funding,
    marks: { changed: isChanged(at, entry), amendments, comments, findings },
    ...(items.length > 0 && { items: items.map((item) => entryForm(item, at, marks)) }),
  };
}

/** Whether an entry differs from the edition that this one was forked from; never, where it was not forked. */
export function isChanged(at: OutlineAt, entry: TreeEntry): boolean {
  return at.base.size > 0 && at.base.get(entry.serviceId) !== entry.revision.id;
}
