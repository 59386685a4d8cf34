import type { Provisions } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { conflict } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { EditsRepository } from '../edits/edits.repository.js';
import { ServicesRepository, type PlacedText } from '../edits/services.repository.js';
import type { AmendmentReason } from '../model.js';
import { Opening } from '../opening.js';
import { RevisionsRepository } from '../revisions.repository.js';

/** More entries than one person would go through in one amendment. */
const MOST_ENTRIES = 500;

/** An amendment that begins with entries in it. */
export interface OpeningWithEntries {
  readonly editionId: string;
  readonly reason: AmendmentReason;
  /** The entries, each with the revision in which it was found to be touched. */
  readonly entries: readonly { readonly serviceId: string; readonly revisionId: string }[];
  /** What each is to say; the same provisions where its author is to decide. */
  readonly rewrite: (text: PlacedText) => Provisions;
  /** What made it necessary, for the record. */
  readonly cause: Readonly<Record<string, unknown>>;
}

/**
 * Opens an amendment with entries ready to be worked on, each as an edit that proposes what it says now or what a rename
 * makes of it. An edit that still says the same when it is merged changes nothing.
 */
@Injectable()
export class OpenWithEntriesCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly opening: Opening,
    private readonly services: ServicesRepository,
    private readonly revisions: RevisionsRepository,
    private readonly edits: EditsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** The new amendment's id. 409 `amendment.no-entries`, `amendment.too-many-entries`; `request.conflict` where a text moved on. */
  async run(input: OpeningWithEntries, person: Actor): Promise<string> {
    const { editionId, reason, entries, cause } = input;
    if (entries.length === 0) throw conflict('amendment.no-entries');
    if (entries.length > MOST_ENTRIES) throw conflict('amendment.too-many-entries', { max: MOST_ENTRIES });
    const id = await this.work.run(person, async (tx, actor) => {
      const serviceIds = entries.map(({ serviceId }) => serviceId);
      const { id: amendmentId } = await this.opening.run(tx, editionId, reason, actor, { cause, serviceIds });
      // The edition is locked by now: what stands is what is edited.
      const texts = await this.services.texts(tx, editionId, serviceIds);
      const seen = new Map(entries.map(({ serviceId, revisionId }) => [serviceId, revisionId]));
      if (texts.length !== seen.size || texts.some((text) => seen.get(text.serviceId) !== text.revisionId)) {
        throw conflict('request.conflict');
      }
      for (const text of texts) await this.#propose(tx, amendmentId, text, input.rewrite(text), actor);
      return amendmentId;
    });
    const action = 'amendment.opened';
    this.live.publish({ subjectType: 'amendment', subjectId: id, editionId, amendmentId: id, action, version: 1 });
    return id;
  }

  async #propose(tx: Tx, amendmentId: string, text: PlacedText, provisions: Provisions, actor: Actor): Promise<void> {
    const { serviceId, revisionId: baseRevisionId, title } = text;
    const { revisionId: proposedRevisionId } = await this.revisions.insert(tx, {
      serviceId,
      parentId: baseRevisionId,
      mergedWithId: null,
      title,
      provisions,
      authorId: actor.id,
      amendmentId,
    });
    const place = null;
    const kind = 'revise';
    const edit = {
      amendmentId,
      kind,
      serviceId,
      baseRevisionId,
      proposedRevisionId,
      place,
      updatedById: actor.id,
    } as const;
    await this.edits.insert(tx, edit);
  }
}
