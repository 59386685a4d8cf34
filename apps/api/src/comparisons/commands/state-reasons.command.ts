import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { ProblemError, conflict, notFound, stale } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { isClassable, nameOf, unexplained, type Built } from '../built.js';
import { ComparisonsService } from '../comparisons.service.js';
import { ConfirmationsRepository } from '../confirmations.repository.js';
import type { StateReasons, StatedReasons } from '../dto/reasons.dto.js';
import { parseRef } from '../dto/ref.js';
import { StatementsRepository } from '../statements.repository.js';

/**
 * Says why something changed, and on what basis, where no amendment says it. What an amendment says was approved, so nobody
 * says otherwise here. All changes of the request, or none.
 */
@Injectable()
export class StateReasonsCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comparisons: ComparisonsService,
    private readonly confirmations: ConfirmationsRepository,
    private readonly statements: StatementsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** 404 `comparison.not-found`, `change.not-found`; 409 `change.reason-approved`; 412 with the words as they are now. */
  async run(actor: Actor, body: StateReasons): Promise<StatedReasons> {
    const built = await this.comparisons.built(parseRef(body.before), parseRef(body.after));
    refuseExplained(built, body);
    const asNow = async (): Promise<StatedReasons> => {
      const names = body.changes.map(({ change }) => change);
      const stated = await this.statements.of(names);
      return { items: names.map((change) => ({ change, stated: stated.get(change) ?? null })) };
    };
    const { editionId } = built;
    try {
      await this.work.run(actor, (tx, now) => this.#state(tx, now, editionId, body));
    } catch (error) {
      const outdated = error instanceof ProblemError && error.code === 'request.version-stale';
      throw outdated ? stale(await asNow()) : error;
    }
    this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action: 'reasons.stated' });
    return asNow();
  }

  async #state(tx: Tx, actor: Actor, editionId: string, { changes, reason, basis }: StateReasons): Promise<void> {
    await this.confirmations.lock(tx);
    const versions = await this.statements.versions(
      tx,
      changes.map(({ change }) => change),
    );
    if (changes.some(({ version }, index) => version !== versions[index])) throw stale(null);
    const rows = changes.map(({ change, version }) => ({ change, number: version + 1, reason, basis }));
    const data = { changes: rows.map(({ change, number }) => ({ change, number })), reason, basis };
    const subject = { subjectType: 'edition', subjectId: editionId, editionId } as const;
    const eventId = await recordEvent(tx, { ...subject, action: 'reasons.stated', data, actor });
    await this.statements.insert(tx, rows, { actorId: actor.id, eventId });
  }
}

/** 404 `change.not-found`, 409 `change.reason-approved`. */
function refuseExplained(built: Built, { changes }: StateReasons): void {
  const open = new Set(unexplained(built));
  const refused = changes.find(({ change }) => !open.has(change));
  if (refused === undefined) return;
  const isExplained = built.entries.some((entry) => isClassable(entry) && nameOf(entry.change) === refused.change);
  throw isExplained ? conflict('change.reason-approved') : notFound('change');
}
