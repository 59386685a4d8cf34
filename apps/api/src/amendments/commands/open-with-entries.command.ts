import type { Provisions } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { conflict } from '../../platform/http/problem.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { OpenAmendmentDto } from '../dto/amendment-input.dto.js';
import { ServicesRepository, type PlacedText } from '../edits/services.repository.js';
import { WriteEdits, type WantedEdit } from '../edits/write-edits.js';
import { OpenAmendmentCommand } from './open-amendment.command.js';

/** More entries than one person would go through in one amendment. */
const MOST_ENTRIES = 500;

/** An amendment that begins with entries in it. */
export interface OpeningWithEntries {
  readonly amendment: OpenAmendmentDto;
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
    private readonly opening: OpenAmendmentCommand,
    private readonly services: ServicesRepository,
    private readonly edits: WriteEdits,
    private readonly live: LiveEvents,
  ) {}

  /** The new amendment's id. 409 `amendment.no-entries`, `amendment.too-many-entries`; `request.conflict` where a text moved on. */
  async run({ amendment, entries, rewrite, cause }: OpeningWithEntries, person: Actor): Promise<string> {
    if (entries.length === 0) throw conflict('amendment.no-entries');
    if (entries.length > MOST_ENTRIES) throw conflict('amendment.too-many-entries', { max: MOST_ENTRIES });
    const { editionId } = amendment;
    const id = await this.work.run(person, async (tx, actor) => {
      const opened = await this.opening.open(tx, amendment, actor, { cause });
      // The edition is locked by now: what stands is what is edited.
      const texts = await this.services.texts(
        tx,
        editionId,
        entries.map(({ serviceId }) => serviceId),
      );
      const seen = new Map(entries.map(({ serviceId, revisionId }) => [serviceId, revisionId]));
      if (texts.length !== seen.size || texts.some((text) => seen.get(text.serviceId) !== text.revisionId)) {
        throw conflict('request.conflict');
      }
      await this.edits.write(
        tx,
        opened,
        texts.map((text) => revising(text, rewrite(text))),
        actor,
      );
      return opened.id;
    });
    const action = 'amendment.opened';
    this.live.publish({ subjectType: 'amendment', subjectId: id, editionId, amendmentId: id, action, version: 1 });
    return id;
  }
}

function revising({ serviceId, revisionId, title }: PlacedText, provisions: Provisions): WantedEdit {
  return { kind: 'revise', service: serviceId, baseRevisionId: revisionId, text: { title, provisions }, place: null };
}
