import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { recordEvent } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { ProblemError, conflict, notFound } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsService } from '../../amendments.service.js';
import type { EditKind, LockedAmendment, Place } from '../../model.js';
import { RevisionsRepository } from '../../revisions.repository.js';
import { Writing } from '../../writing.js';
import type { AddEditDto } from '../dto/edit-input.dto.js';
import type { EditDto } from '../dto/edit.dto.js';
import { checkFields, checkForm, lower, placeOf, textOf } from '../edit-input.js';
import { EditsRepository } from '../edits.repository.js';
import { PlaceCheck } from '../place-check.js';
import { ServicesRepository, type PlacedEntry } from '../services.repository.js';

/** What may stand beside a new edit of the same service. */
const BESIDE: Readonly<Record<EditKind, readonly EditKind[]>> = {
  revise: ['move'],
  move: ['revise'],
  add: [],
  remove: [],
};

/** An edit that is not written yet has no id. */
const NEW = { id: '' };

interface Making {
  readonly tx: Tx;
  readonly amendment: LockedAmendment;
  readonly actor: Actor;
}

/** Adds an edit to an amendment: a revised text, a new entry, a removal or a move. */
@Injectable()
export class AddEditCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: Writing,
    private readonly edits: EditsRepository,
    private readonly services: ServicesRepository,
    private readonly revisions: RevisionsRepository,
    private readonly places: PlaceCheck,
    private readonly queries: AmendmentsService,
    private readonly live: LiveEvents,
  ) {}

  async run(amendmentId: string, input: AddEditDto, person: Actor): Promise<EditDto> {
    const { kind } = input;
    checkFields(kind, input);
    const { written, editionId, version } = await this.work.run(person, async (tx, actor) => {
      const opened = await this.writing.begin(tx, amendmentId, actor);
      const { amendment } = opened;
      const { id, serviceId } = await this.#make({ tx, amendment, actor }, input);
      await recordEvent(tx, {
        subjectType: 'amendment',
        subjectId: amendmentId,
        editionId: amendment.editionId,
        amendmentId,
        action: 'amendment.edit-added',
        data: { editId: id, kind, serviceId },
        actor,
      });
      const version = await this.writing.finish(tx, opened);
      const written = await this.edits.written(tx, amendmentId, id);
      return { written, editionId: amendment.editionId, version };
    });
    const action = 'amendment.edit-added';
    this.live.publish({ subjectType: 'amendment', subjectId: amendmentId, amendmentId, editionId, action, version });
    return this.queries.written(written, editionId);
  }

  async #make(making: Making, input: AddEditDto): Promise<{ id: string; serviceId: string }> {
    if (input.kind === 'add') return this.#add(making, input);
    const serviceId = lower(input.serviceId ?? '');
    const entry = await this.services.placed(making.tx, making.amendment.editionId, serviceId);
    if (entry === null) throw notFound('entry');
    await this.#checkBeside(making, input.kind, serviceId);
    const makers = { revise: this.#revise, move: this.#move, remove: this.#remove };
    return { id: await makers[input.kind].call(this, making, entry, input), serviceId };
  }

  async #revise({ tx, amendment, actor }: Making, entry: PlacedEntry, input: AddEditDto): Promise<string> {
    const baseRevisionId = lower(input.baseRevisionId ?? '');
    const text = textOf(input);
    checkForm(text, entry.leaf);
    const { serviceId } = entry;
    // A base that no longer stands is allowed: what the person typed against it is kept, and shows as a conflict if it is one.
    if (baseRevisionId !== entry.revisionId && !(await this.services.hasStood(tx, serviceId, baseRevisionId))) {
      throw new ProblemError(400, 'request.invalid', { errors: { baseRevisionId: { code: 'field.not-allowed' } } });
    }
    const { revisionId } = await this.revisions.insert(tx, {
      serviceId,
      parentId: baseRevisionId,
      mergedWithId: null,
      ...text,
      authorId: actor.id,
      amendmentId: amendment.id,
    });
    return this.#insert({ tx, amendment, actor }, 'revise', {
      serviceId,
      baseRevisionId,
      proposedRevisionId: revisionId,
    });
  }

  async #add({ tx, amendment, actor }: Making, input: AddEditDto): Promise<{ id: string; serviceId: string }> {
    const place = placeOf(input);
    const text = textOf(input);
    await this.places.check(tx, amendment, { ...NEW, kind: 'add', serviceId: randomUUID(), place, proposed: text });
    const { id: serviceId } = await this.services.create(tx, amendment.standardId, place.parentServiceId);
    const { revisionId } = await this.revisions.insert(tx, {
      serviceId,
      parentId: null,
      mergedWithId: null,
      ...text,
      authorId: actor.id,
      amendmentId: amendment.id,
    });
    const texts = { serviceId, baseRevisionId: null, proposedRevisionId: revisionId };
    return { id: await this.#insert({ tx, amendment, actor }, 'add', texts, place), serviceId };
  }

  async #move({ tx, amendment, actor }: Making, entry: PlacedEntry, input: AddEditDto): Promise<string> {
    const place = placeOf(input);
    const { serviceId, revisionId: baseRevisionId } = entry;
    await this.places.check(tx, amendment, { ...NEW, kind: 'move', serviceId, place, proposed: null });
    return this.#insert(
      { tx, amendment, actor },
      'move',
      { serviceId, baseRevisionId, proposedRevisionId: null },
      place,
    );
  }

  /** A service is removed with its items, each as an edit of its own, so that what goes is named and approved. */
  async #remove(making: Making, entry: PlacedEntry): Promise<string> {
    for (const item of await this.services.itemsOf(making.tx, making.amendment.editionId, entry.serviceId)) {
      const kinds = await this.edits.kindsFor(making.tx, making.amendment.id, item.serviceId);
      if (kinds.includes('revise')) throw conflict('edit.duplicate');
      if (kinds.length === 0) await this.#insert(making, 'remove', removed(item));
    }
    return this.#insert(making, 'remove', removed(entry));
  }

  #insert(
    { tx, amendment, actor }: Making,
    kind: EditKind,
    texts: { serviceId: string; baseRevisionId: string | null; proposedRevisionId: string | null },
    place: Place | null = null,
  ): Promise<string> {
    return this.edits.insert(tx, { amendmentId: amendment.id, kind, ...texts, place, updatedById: actor.id });
  }

  async #checkBeside({ tx, amendment }: Making, kind: EditKind, serviceId: string): Promise<void> {
    const others = await this.edits.kindsFor(tx, amendment.id, serviceId);
    if (others.some((other) => !BESIDE[kind].includes(other))) throw conflict('edit.duplicate');
  }
}

function removed({ serviceId, revisionId }: PlacedEntry): {
  serviceId: string;
  baseRevisionId: string;
  proposedRevisionId: null;
} {
  return { serviceId, baseRevisionId: revisionId, proposedRevisionId: null };
}
