import { decide, type EditionEvent, type EditionFacts, type EditionState } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { fromRefusal, notFound, stale } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { ChecklistRepository, openItems } from './checklist.repository.js';
import { EditionsRepository, type LockedEdition } from './editions.repository.js';

/** What came with an event. */
export interface EventInputs {
  readonly effectiveDate?: string | undefined;
  /** ISO 8601 in UTC. */
  readonly publishAt?: string | undefined;
  readonly comment?: string | undefined;
}

/** What is asked of an edition, and the version that was seen. */
export interface Asked extends EventInputs {
  readonly editionId: string;
  readonly version: number;
  readonly event: EditionEvent;
  /** The service carries out a plan: that it waits is no reason against it. */
  readonly isOfPlan?: boolean | undefined;
}

/** Past tense, as the record tells it. */
const ACTIONS: Readonly<Record<EditionEvent, string>> = {
  import: 'edition.imported',
  fork: 'edition.forked',
  openConsultation: 'edition.consultation-opened',
  finalise: 'edition.finalised',
  reopen: 'edition.reopened',
  schedule: 'edition.scheduled',
  unschedule: 'edition.unscheduled',
  plan: 'edition.publication-planned',
  unplan: 'edition.publication-cancelled',
  publish: 'edition.published',
  supersede: 'edition.superseded',
  withdraw: 'edition.withdrawn',
  reinstate: 'edition.reinstated',
  abandon: 'edition.abandoned',
};

/** The steps of an edition's lifecycle, each within the transaction of its command: lock, decide, record, write. */
@Injectable()
export class EditionSteps {
  constructor(
    private readonly editions: EditionsRepository,
    private readonly checklist: ChecklistRepository,
  ) {}

  /**
   * The locked edition, when the person may cause the event on it now, and the state that follows.
   *
   * @throws ProblemError 404 `edition.not-found`; 412 where the version seen is not the latest; what the table refuses.
   */
  async decided(
    tx: Tx,
    actor: Actor,
    asked: Asked,
  ): Promise<{ readonly edition: LockedEdition; readonly to: EditionState; readonly requestedById: string | null }> {
    const edition = await this.editions.lock(tx, asked.editionId);
    if (edition === null) throw notFound('edition');
    if (edition.version !== asked.version) throw stale(null);
    const standing = await this.editions.standingIn(tx, edition.id, actor.id);
    const facts: EditionFacts = {
      isContributor: standing.isContributor,
      isRequester: standing.requestedById === actor.id,
      checklistOpen: openItems(await this.checklist.itemsIn(tx, edition.id), edition.state),
      openDraftExists: standing.openDraftExists,
      isPlanned: standing.isPlanned && asked.isOfPlan !== true,
      today: standing.today,
      publishAt: asked.publishAt ?? null,
      now: standing.now,
      effectiveDate: asked.effectiveDate ?? null,
      comment: asked.comment ?? null,
    };
    const decision = decide('edition', asked.event, { state: edition.state, actor, facts });
    if (!decision.ok) throw fromRefusal(decision.problem);
    return { edition, to: decision.value.to, requestedById: standing.requestedById };
  }

  /** Records the event and takes the edition to its next state. */
  async take(
    tx: Tx,
    edition: LockedEdition,
    step: {
      readonly event: EditionEvent;
      readonly to: EditionState;
      readonly data?: Readonly<Record<string, unknown>>;
    } & EventInputs,
    by: { readonly actor: Actor } | { readonly requestId: string },
  ): Promise<void> {
    const eventId = await recordEvent(tx, {
      subjectType: 'edition',
      subjectId: edition.id,
      editionId: edition.id,
      action: ACTIONS[step.event],
      fromState: edition.state,
      toState: step.to,
      comment: step.comment ?? null,
      data: step.data ?? (step.effectiveDate === undefined ? null : { effectiveDate: step.effectiveDate }),
      ...('actor' in by ? { actor: by.actor } : { actor: null, requestId: by.requestId }),
    });
    const dateOf: Partial<Record<EditionEvent, string | null>> = { unschedule: null };
    const effectiveDate = step.event === 'schedule' ? (step.effectiveDate ?? null) : dateOf[step.event];
    await this.editions.step(tx, edition.id, {
      state: step.to,
      eventId,
      ...(effectiveDate === undefined ? {} : { effectiveDate }),
    });
  }
}

export { ACTIONS as EDITION_ACTIONS };
