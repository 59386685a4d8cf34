import type { ProposedEdit, ProposedPlace } from '@dingben/comparison';
import { entries } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import { OpenAmendmentCommand } from '../../../amendments/commands/open-amendment.command.js';
import { LONGEST_PROVISION, LONGEST_TITLE } from '../../../amendments/edits/dto/edit-input.dto.js';
import type { GivenText } from '../../../amendments/edits/edit-input.js';
import { WriteEdits, type WantedEdit } from '../../../amendments/edits/write-edits.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { conflict } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { editsOf, type HeldDocument } from '../matching/matching.service.js';
import type { Outcome } from '../model.js';
import type { AmendmentTarget } from './jobs.js';

/** Makes an amendment of an edited copy of a draft: its differences are the edits, its importer is their author. */
@Injectable()
export class EditedCopy {
  constructor(
    private readonly amendments: OpenAmendmentCommand,
    private readonly edits: WriteEdits,
  ) {}

  /**
   * 409 `import.nothing-changed`, `import.section-unknown` (params.count), `import.entry-unusable` (params.number),
   * `import.draft-moved` where the draft was changed meanwhile, and whatever opening an amendment refuses.
   */
  async write(
    tx: Tx,
    held: HeldDocument,
    { isLatest, ...target }: AmendmentTarget & { readonly isLatest: boolean },
    actor: Actor,
  ): Promise<Outcome> {
    const { edits, homeless } = editsOf(held);
    if (homeless.length > 0) throw conflict('import.section-unknown', { count: homeless.length });
    if (edits.length === 0) throw conflict('import.nothing-changed');
    const editionId = held.against.id;
    const { title, reasonClass, rationale, legalBasis } = target;
    const opened = await this.amendments.open(tx, { editionId, title, reasonClass, rationale, legalBasis }, actor);
    // Of a copy that was taken earlier on purpose, what the draft has become meanwhile is joined, or shown, at the merge.
    if (isLatest && opened.headCommitId !== held.at.commit.id) throw conflict('import.draft-moved');
    await this.edits.write(tx, opened, wantedEdits(edits, held), actor);
    return { editionId, amendmentId: opened.id };
  }
}

function wantedEdits(edits: readonly ProposedEdit[], held: HeldDocument): WantedEdit[] {
  const texts = [...entries(held.document)].map(({ entry, path }): GivenText & { path: string } => {
    return { title: entry.title, provisions: entry.provisions ?? null, path };
  });
  const textAt = (index: number): GivenText => {
    const text = texts[index];
    if (text === undefined) throw new Error(`entry ${index} is not in the document`);
    checkUsable(text);
    return { title: text.title, provisions: text.provisions };
  };
  const names = new Names(held);
  return edits.map((edit): WantedEdit => {
    if (edit.kind === 'remove') {
      return { kind: 'remove', ...names.known(edit.before), text: null, place: null };
    }
    if (edit.kind === 'revise') {
      return { kind: 'revise', ...names.known(edit.before), text: textAt(edit.after), place: null };
    }
    const place = names.place(edit.place);
    if (edit.kind === 'move') return { kind: 'move', ...names.known(edit.before), text: null, place };
    return { kind: 'add', service: names.of(edit.after), baseRevisionId: null, text: textAt(edit.after), place };
  });
}

/** What the edits' indexes are called in the draft; an entry that is added has no id yet and is called by its index. */
class Names {
  readonly #held: HeldDocument;

  constructor(held: HeldDocument) {
    this.#held = held;
  }

  known(index: number): { service: string; baseRevisionId: string } {
    const entry = this.#held.at.tree.entries[index];
    if (entry === undefined) throw new Error(`entry ${index} is not in the draft`);
    return { service: entry.serviceId, baseRevisionId: entry.revision.id };
  }

  of(index: number): string {
    const takes = this.#held.matching.entries[index]?.takes ?? null;
    return takes === null ? `new ${index}` : this.known(takes).service;
  }

  place({ section, parent, follows }: ProposedPlace): WantedEdit['place'] {
    const { known, sectionKeys } = this.#held;
    const sectionKey = sectionKeys[known.outline.sections.findIndex(({ key }) => key === section)];
    if (sectionKey === undefined) throw new Error('a place is in no section of the draft');
    const nameOf = (index: number | null): string | null => (index === null ? null : this.of(index));
    return { sectionKey, parent: nameOf(parent), after: nameOf(follows) };
  }
}

/** What may stand in a document but not in an amendment: a title that is missing, a text beyond any bound. */
function checkUsable({ title, provisions, path }: GivenText & { path: string }): void {
  const isTitled = title.trim() !== '' && title.length <= LONGEST_TITLE;
  const isBounded = Object.values(provisions ?? {}).every((text) => text.length <= LONGEST_PROVISION);
  if (!isTitled || !isBounded) throw conflict('import.entry-unusable', { number: path });
}
