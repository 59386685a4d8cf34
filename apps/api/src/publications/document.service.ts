import type { Citation, Entry, Outline, ProvisionKey, Section } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import type { TreeEntry, TreeSection } from '../editions/outline/tree.js';
import { RevisionsService } from '../history/revisions.service.js';
import type { ReferenceRow, RevisionRow } from '../history/revisions.repository.js';
import { notFound } from '../platform/http/problem.js';
import type { EditionFacts } from './document-meta.js';
import { documentTitle } from './document-title.js';
import { PublicationsRepository } from './publications.repository.js';

/** An edition's whole text at one commit, in the exchange form. It says nothing that could change later. */
export interface DocumentAt {
  readonly at: OutlineAt;
  readonly outline: Outline;
  readonly facts: EditionFacts;
}

/** Builds the exchange form of an edition from its outline and its revisions. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly repository: PublicationsRepository,
    private readonly outlines: OutlineService,
    private readonly revisions: RevisionsService,
  ) {}

  /** At the head unless a commit is told. 404 `edition.not-found`, `commit.not-found`. */
  async document(editionId: string, commitNumber?: number): Promise<DocumentAt> {
    const titles = await this.repository.titles(editionId);
    if (titles === null) throw notFound('edition');
    const at = await (commitNumber === undefined
      ? this.outlines.current(editionId)
      : this.outlines.at(editionId, commitNumber));
    const revisions = await this.revisions.byIds(at.tree.entries.map((entry) => entry.revision.id));
    const sections = at.tree.sections.map((section) => sectionForm(section, revisions));
    return {
      at,
      facts: titles,
      outline: {
        schema: 'dingben.outline/1',
        title: documentTitle(titles.standardTitle, titles.label),
        edition: titles.label,
        sections,
      },
    };
  }
}

type Revisions = ReadonlyMap<string, RevisionRow>;

function sectionForm({ kind, number, title, restored, sections, entries }: TreeSection, revisions: Revisions): Section {
  return {
    kind,
    number,
    title,
    ...(restored && { restored: true as const }),
    ...(entries.length > 0 && { entries: entries.map((entry) => entryForm(entry, revisions)) }),
    ...(sections.length > 0 && { sections: sections.map((inner) => sectionForm(inner, revisions)) }),
  };
}

function entryForm({ number, code, revision, items }: TreeEntry, revisions: Revisions): Entry {
  const row = revisions.get(revision.id);
  if (row === undefined) throw new Error(`revision ${revision.id} was not read`);
  const citations = row.references.filter(({ kind }) => kind === 'citation').map(citationForm);
  return {
    number,
    title: row.title,
    code,
    ...(row.provisions && { provisions: row.provisions }),
    ...(items.length > 0 && { items: items.map((item) => entryForm(item, revisions)) }),
    ...(citations.length > 0 && { citations }),
  };
}

function citationForm({ provision, start, end, data }: ReferenceRow): Citation {
  // The table's check and packages/references say what a citation's row holds.
  const { title, number } = data as { title?: string; number?: string };
  return {
    provision: provision as ProvisionKey,
    start,
    end,
    title: title ?? '',
    ...(number !== undefined && { number }),
  };
}
