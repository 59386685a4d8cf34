import { comparableOf, proposeEdits, type ProposedEdit, type Proposal } from '@dingben/comparison';
import type { Outline } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { TreeSection } from '../../../editions/outline/tree.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import { Database } from '../../../platform/prisma/database.js';
import { DocumentService, type DocumentAt } from '../../../publications/document.service.js';
import { standardTitle } from '../../import-edition.command.js';
import type { MatchingDto, ProposalDto } from '../dto/matching.dto.js';
import type { OpenImport } from '../model.js';
import { readingOf } from '../reading/kept.js';
import { heldAgainst, type KnownServices, type Matching } from './held-against.js';
import { KnownRepository, type Against } from './known.repository.js';
import { toMatchingDto } from './matching.mapper.js';

/** A document held against an edition, with the edition's own outline beside it. */
export interface HeldDocument {
  readonly document: Outline;
  readonly against: Against;
  readonly known: KnownServices;
  readonly at: DocumentAt['at'];
  /** Keys of the edition's sections, in document order, as the known outline lists them. */
  readonly sectionKeys: readonly string[];
  readonly matching: Matching;
}

/** What a document's entries are among the services already known, and what its text would change in a draft. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly database: Database,
    private readonly repository: KnownRepository,
    private readonly documents: DocumentService,
  ) {}

  async matching(open: OpenImport): Promise<MatchingDto> {
    const document = readingOf(open).outline;
    const against = await this.against(open, document);
    if (against === null) return toMatchingDto(open, null, null, heldAgainst(document, null, []));
    const held = await this.hold(open, against);
    return toMatchingDto(open, against, held.known, held.matching);
  }

  /** The edition that was chosen, or the likeliest; null where there is none at all. */
  async against({ againstId }: OpenImport, document: Outline): Promise<Against | null> {
    return this.repository.against(this.database.client, againstId, standardTitle(document));
  }

  async hold(open: OpenImport, against: Against): Promise<HeldDocument> {
    const document = readingOf(open).outline;
    const { at, outline } = await this.documents.document(against.id, open.againstCommit ?? undefined);
    const known = { outline: comparableOf(outline), serviceIds: at.tree.entries.map(({ serviceId }) => serviceId) };
    const sectionKeys = [...keysOf(at.tree.sections)];
    return { document, against, known, at, sectionKeys, matching: heldAgainst(document, known, open.decisions) };
  }

  /** 409 `import.not-a-draft` where the edition is no draft in which amendments are written. */
  async proposal(open: OpenImport): Promise<ProposalDto> {
    const against = await this.against(open, readingOf(open).outline);
    if (against === null) throw notFound('edition');
    if (against.state !== 'drafting') throw conflict('import.not-a-draft', { state: against.state });
    const held = await this.hold(open, against);
    const { edits, sections, homeless } = editsOf(held);
    return {
      editionId: against.id,
      label: against.label,
      edits: edits.map((edit) => editForm(edit, held)),
      sections,
      homeless: homeless.map((index) => numbered(held.matching.incoming.entries[index])),
      version: open.version,
    };
  }
}

/** The edits that lead from the edition to the document, by the decided matching. */
export function editsOf({ known, matching }: Pick<HeldDocument, 'known' | 'matching'>): Proposal {
  const takes = matching.entries.map((entry) => entry.takes);
  return proposeEdits(known.outline, matching.incoming, takes);
}

function editForm(edit: ProposedEdit, { known, matching }: HeldDocument): ProposalDto['edits'][number] {
  const now = edit.kind === 'remove' ? known.outline.entries[edit.before] : matching.incoming.entries[edit.after];
  const serviceId = edit.kind === 'add' ? null : (known.serviceIds[edit.before] ?? null);
  return { kind: edit.kind, serviceId, ...numbered(now) };
}

function numbered(entry: { number: string; title: string } | undefined): { number: string; title: string } {
  return { number: entry?.number ?? '', title: entry?.title ?? '' };
}

/** In the order in which packages/outline walks: a section before those inside it. */
function* keysOf(sections: readonly TreeSection[]): Generator<string> {
  for (const { key, sections: inner } of sections) {
    yield key;
    yield* keysOf(inner);
  }
}
