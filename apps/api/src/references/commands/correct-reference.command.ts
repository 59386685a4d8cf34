import { derive, withCorrections, type Correction } from '@dingben/references';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { ProblemError, notFound, stale } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { CorrectionsRepository } from '../corrections.repository.js';
import type { CorrectReference, CorrectionList } from '../dto/correction.dto.js';
import { ReferencesRepository } from '../references.repository.js';
import { rewrite } from '../rewriting.js';
import { decided } from '../verdict.js';

interface Place {
  readonly editionId: string;
  readonly serviceId: string;
  /** How many corrections of the text the person saw. */
  readonly version: number;
}

/**
 * Corrects what was read in an entry's text: what regulation a citation means, that a title is none, what an amount is. The
 * text stays as it is, so an edition may be frozen; every revision of the service with the same text follows.
 */
@Injectable()
export class CorrectReferenceCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly corrections: CorrectionsRepository,
    private readonly references: ReferencesRepository,
    private readonly live: LiveEvents,
  ) {}

  /** 404 `entry.not-found`, `reference.not-found`; 412 with the corrections of the text as it is now. */
  async run(actor: Actor, at: Place, body: CorrectReference): Promise<CorrectionList> {
    const { editionId, serviceId } = at;
    try {
      await this.work.run(actor, (tx, now) => this.#correct(tx, now, at, body));
    } catch (error) {
      const outdated = error instanceof ProblemError && error.code === 'request.version-stale';
      throw outdated ? stale(await this.corrections.list(editionId, serviceId)) : error;
    }
    const list = await this.corrections.list(editionId, serviceId);
    if (list === null) throw notFound('entry');
    this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action: 'reference.corrected' });
    return list;
  }

  async #correct(
    tx: Tx,
    actor: Actor,
    { editionId, serviceId, version }: Place,
    body: CorrectReference,
  ): Promise<void> {
    await this.references.lock(tx);
    const shown = await this.corrections.shown(tx, editionId, serviceId);
    if (shown === null || shown.provisions === null) throw notFound('entry');
    const { contentHash, provisions } = shown;
    const before = await this.corrections.of(tx, serviceId, contentHash);
    if (contentHash !== body.contentHash || before.length !== version) throw stale(null);
    const { provision, start, end, kind } = body;
    const reference = withCorrections(derive(provisions), before).find(
      (each) => each.provision === provision && each.start === start && each.end === end && each.kind === kind,
    );
    if (reference === undefined) throw notFound('reference');
    const correction: Correction = { provision, start, end, kind, to: decided(reference, body) };
    const eventId = await recordEvent(tx, {
      subjectType: 'edition',
      subjectId: editionId,
      editionId,
      action: 'reference.corrected',
      comment: body.reason,
      data: { serviceId, contentHash, ...correction, text: provisions[provision].slice(start, end) },
      actor,
    });
    const act = { reason: body.reason, actorId: actor.id, eventId };
    await this.corrections.insert(tx, { serviceId, contentHash, number: version + 1 }, correction, act);
    await rewrite(tx, this.references, await this.references.withText(tx, serviceId, contentHash));
    await this.references.stamp(tx);
  }
}
