import type { Entry, Section } from '@dingben/outline';
import { editionNotes, type Notes } from '@dingben/proofreading';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import type { TreeEntry, TreeSection } from '../editions/outline/tree.js';
import { RevisionsService } from '../history/revisions.service.js';
import type { RevisionText } from '../history/revisions.repository.js';

/** An edition's outline with its texts, as the rules take it. */
export interface EditionTexts {
  readonly at: OutlineAt;
  readonly sections: readonly Section[];
}

/** Entries whose notes are kept, over all editions. */
const KEPT_ENTRIES = 20_000;

/** The texts of editions, and what the rules keep of them while somebody types. */
@Injectable()
export class EditionTextsService {
  readonly #notes = new Lru<Promise<Notes>>(KEPT_ENTRIES);

  constructor(
    private readonly outlines: OutlineService,
    private readonly revisions: RevisionsService,
  ) {}

  /** As the edition stands now. 404 `edition.not-found`. */
  async current(editionId: string): Promise<EditionTexts> {
    return this.#textsAt(await this.outlines.current(editionId));
  }

  /** Made once a commit: a commit never changes. 404 `edition.not-found`. */
  async notes(editionId: string): Promise<{ readonly at: OutlineAt; readonly notes: Notes }> {
    const at = await this.outlines.current(editionId);
    const kept = this.#notes.get(at.commit.id);
    if (kept !== undefined) return { at, notes: await kept };
    const making = this.#textsAt(at).then(({ sections }) => editionNotes({ sections }));
    this.#notes.set(at.commit.id, making, at.tree.entries.length);
    return { at, notes: await making };
  }

  async #textsAt(at: OutlineAt): Promise<EditionTexts> {
    const texts = await this.revisions.texts(at.tree.entries.map(({ revision }) => revision.id));
    return { at, sections: at.tree.sections.map((section) => sectionOf(section, texts)) };
  }
}

type Texts = ReadonlyMap<string, RevisionText>;

function sectionOf({ kind, number, title, sections, entries }: TreeSection, texts: Texts): Section {
  return {
    kind,
    number,
    title,
    entries: entries.map((entry) => entryOf(entry, texts)),
    sections: sections.map((inner) => sectionOf(inner, texts)),
  };
}

function entryOf({ number, revision, items }: TreeEntry, texts: Texts): Entry {
  const provisions = texts.get(revision.id)?.provisions ?? null;
  return {
    number,
    title: revision.title,
    ...(provisions !== null && { provisions }),
    ...(items.length > 0 && { items: items.map((item) => entryOf(item, texts)) }),
  };
}
