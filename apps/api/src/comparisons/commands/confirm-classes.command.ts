import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { ProblemError, notFound, stale } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { nameOf, type Built, type BuiltEntry } from '../built.js';
import type { ClassedEntry } from '../classed.js';
import { ComparisonsService } from '../comparisons.service.js';
import { ConfirmationsRepository } from '../confirmations.repository.js';
import type { ClassedChangeDto, ClassedChanges, ConfirmChange, ConfirmClasses } from '../dto/classes.dto.js';
import { parseRef } from '../dto/ref.js';

interface Word {
  readonly entry: BuiltEntry;
  readonly said: ConfirmChange;
}

/**
 * Says what kind of change lies between two texts: as it was proposed, or otherwise. The word holds for exactly these two texts, in
 * every comparison that shows them. All changes of the request, or none.
 */
@Injectable()
export class ConfirmClassesCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly comparisons: ComparisonsService,
    private readonly confirmations: ConfirmationsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** 404 `comparison.not-found`, `change.not-found`; 412 with the changes as they are now. */
  async run(actor: Actor, body: ConfirmClasses): Promise<ClassedChanges> {
    const sides = [parseRef(body.before), parseRef(body.after)] as const;
    const built = await this.comparisons.built(...sides);
    const words = wordsOn(built, body.changes);
    const asNow = async (): Promise<ClassedChanges> => {
      const asked = new Set(body.changes.map(({ serviceId }) => serviceId));
      const { entries } = await this.comparisons.read(...sides);
      return { items: entries.filter(({ serviceId }) => asked.has(serviceId)).map(itemOf) };
    };
    if (words === null) throw stale(await asNow());
    try {
      await this.work.run(actor, (tx, now) => this.#confirm(tx, now, built.editionId, words));
    } catch (error) {
      const outdated = error instanceof ProblemError && error.code === 'request.version-stale';
      throw outdated ? stale(await asNow()) : error;
    }
    const { editionId } = built;
    this.live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action: 'classes.confirmed' });
    return asNow();
  }

  async #confirm(tx: Tx, actor: Actor, editionId: string, words: readonly Word[]): Promise<void> {
    await this.confirmations.lock(tx);
    const changes = words.map(({ entry }) => entry.change);
    const versions = await this.confirmations.versions(tx, changes);
    if (words.some(({ said }, index) => said.version !== versions[index])) throw stale(null);
    const rows = words.map(({ entry: { change, classes }, said }) => ({
      ...change,
      number: said.version + 1,
      proposed: classes,
      confirmed: said.classes,
    }));
    const eventId = await recordEvent(tx, {
      subjectType: 'edition',
      subjectId: editionId,
      editionId,
      action: 'classes.confirmed',
      data: { changes: rows },
      actor,
    });
    await this.confirmations.insert(tx, rows, { actorId: actor.id, eventId });
  }
}

/** Null where a change or its proposal is another than the person saw. 404 `change.not-found`. */
function wordsOn(built: Built, said: readonly ConfirmChange[]): Word[] | null {
  const byService = new Map(built.entries.map((entry) => [entry.serviceId, entry]));
  const words = said.map((one) => ({ entry: byService.get(one.serviceId.toLowerCase()), said: one }));
  const found = words.flatMap(({ entry, said: one }) => (entry === undefined ? [] : [{ entry, said: one }]));
  if (found.length < words.length) throw notFound('change');
  const isSeen = ({ entry, said: one }: Word): boolean =>
    nameOf(entry.change) === one.change && entry.classes.join() === one.proposed.join();
  return found.every(isSeen) ? found : null;
}

function itemOf(entry: ClassedEntry): ClassedChangeDto {
  const { serviceId, change, classes, classesProposed, confirmation, outdated } = entry;
  return {
    serviceId,
    change,
    classes: [...classes],
    classesProposed: [...classesProposed],
    confirmation,
    outdated: outdated && { ...outdated, classes: [...outdated.classes] },
  };
}
