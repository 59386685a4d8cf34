import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { conflict } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import type { OpenedAmendment } from '../commands/open-amendment.command.js';
import { GroundRepository } from '../merge/ground.repository.js';
import { planMerge } from '../merge/plan.js';
import type { EditKind, Place } from '../model.js';
import { RevisionsRepository } from '../revisions.repository.js';
import type { GivenText } from './edit-input.js';
import { EditsRepository } from './edits.repository.js';
import { ServicesRepository } from './services.repository.js';

/** An edit to write. A service is named by its id; one that an earlier edit of the list adds, by the name that edit gave it. */
export interface WantedEdit {
  readonly kind: EditKind;
  readonly service: string;
  /** What stood where the edits start from; null for an addition. */
  readonly baseRevisionId: string | null;
  /** revise, add. */
  readonly text: GivenText | null;
  /** add, move. */
  readonly place: { readonly sectionKey: string; readonly parent: string | null; readonly after: string | null } | null;
}

/** Writes many edits into an amendment that was opened in the same transaction: one look at the places for all of them. */
@Injectable()
export class WriteEdits {
  constructor(
    private readonly edits: EditsRepository,
    private readonly services: ServicesRepository,
    private readonly revisions: RevisionsRepository,
    private readonly ground: GroundRepository,
  ) {}

  /** Throws 409 `edit.place-unavailable` where one of them could not be merged where it wants to stand. */
  async write(tx: Tx, amendment: OpenedAmendment, wanted: readonly WantedEdit[], actor: Actor): Promise<void> {
    const added = new Map<string, string>();
    for (const edit of wanted) await this.#one(tx, amendment, edit, added, actor);
    const written = await this.edits.ofAmendment(tx, amendment.id);
    const ground = await this.ground.around(tx, amendment.editionId, written);
    // Only places are looked at, so one name for every revision will do.
    const { obstacles } = planMerge(written, ground, () => '');
    if (obstacles.length > 0) throw conflict('edit.place-unavailable');
  }

  async #one(
    tx: Tx,
    amendment: OpenedAmendment,
    edit: WantedEdit,
    added: Map<string, string>,
    actor: Actor,
  ): Promise<void> {
    const { kind, baseRevisionId, text } = edit;
    const place = edit.place === null ? null : placeOf(edit.place, added);
    const serviceId = kind === 'add' ? await this.#add(tx, amendment, edit, place, added) : edit.service;
    const proposedRevisionId = text === null ? null : await this.#text(tx, amendment, serviceId, edit, text, actor);
    const texts = { serviceId, baseRevisionId: kind === 'add' ? null : baseRevisionId, proposedRevisionId };
    const { id: amendmentId, editionId } = amendment;
    const editId = await this.edits.insert(tx, { amendmentId, kind, ...texts, place, updatedById: actor.id });
    await recordEvent(tx, {
      subjectType: 'amendment',
      subjectId: amendmentId,
      editionId,
      amendmentId,
      action: 'amendment.edit-added',
      data: { editId, kind, serviceId },
      actor,
    });
  }

  async #add(
    tx: Tx,
    { standardId }: OpenedAmendment,
    { service }: WantedEdit,
    place: Place | null,
    added: Map<string, string>,
  ): Promise<string> {
    const { id } = await this.services.create(tx, standardId, place?.parentServiceId ?? null);
    added.set(service, id);
    return id;
  }

  async #text(
    tx: Tx,
    { id: amendmentId }: OpenedAmendment,
    serviceId: string,
    { baseRevisionId }: WantedEdit,
    { title, provisions }: GivenText,
    { id: authorId }: Actor,
  ): Promise<string> {
    const origin = { serviceId, parentId: baseRevisionId, mergedWithId: null, authorId, amendmentId };
    return (await this.revisions.insert(tx, { ...origin, title, provisions })).revisionId;
  }
}

function placeOf(
  { sectionKey, parent, after }: NonNullable<WantedEdit['place']>,
  added: ReadonlyMap<string, string>,
): Place {
  const idOf = (name: string | null): string | null => (name === null ? null : (added.get(name) ?? name));
  return { sectionKey, parentServiceId: idOf(parent), afterServiceId: idOf(after) };
}
