import { Injectable } from '@nestjs/common';
import { recordEvents } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { StaleVersion, orStale } from '../../../amendments/stale-version.js';
import type { MergeRegulation } from '../dto/regulation-input.dto.js';
import { stateOf } from '../regulation.mapper.js';
import { RegulationsRepository, type RegulationRow } from '../regulations.repository.js';
import { RegulationsService } from '../regulations.service.js';

interface Merging {
  readonly id: string;
  /** Null: takes the merging back. */
  readonly into: string | null;
  readonly comment: string | null;
  readonly seen: number;
}

/**
 * Says that two rows are one regulation, or takes it back. The merged row keeps all it says and points at the one that
 * stands for both, which is found by the numbers and titles of either; nothing is copied, so nothing has to be undone.
 */
@Injectable()
export class MergeRegulationCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly regulations: RegulationsRepository,
    private readonly queries: RegulationsService,
    private readonly live: LiveEvents,
  ) {}

  async merge(id: string, { intoId, comment }: MergeRegulation, seen: number, person: Actor): Promise<void> {
    await this.#run({ id, into: intoId.toLowerCase(), comment: comment ?? null, seen }, person);
  }

  async separate(id: string, seen: number, person: Actor): Promise<void> {
    await this.#run({ id, into: null, comment: null, seen }, person);
  }

  async #run(merging: Merging, person: Actor): Promise<void> {
    const { id, into, seen } = merging;
    const action = into === null ? 'regulation.separated' : 'regulation.merged';
    const work = this.work.run(person, async (tx, actor) => {
      const rows = await this.regulations.lockAll(tx);
      const row = rows.find((candidate) => candidate.id === id);
      if (row === undefined) throw notFound('regulation');
      StaleVersion.check(seen, row.version);
      const other = otherOf(row, into, rows);
      await this.#write(tx, { row, other, into, action, comment: merging.comment }, actor);
    });
    await orStale(work, () => this.queries.one(id));
    this.live.publish({ subjectType: 'regulation', subjectId: id, action, version: seen + 1 });
  }

  /** One event for each of the two: the record of either tells of it. */
  async #write(
    tx: Tx,
    act: { row: RegulationRow; other: RegulationRow; into: string | null; action: string; comment: string | null },
    actor: Actor,
  ): Promise<void> {
    const { row, other, into, action, comment } = act;
    const pairs = [
      [row, other],
      [other, row],
    ] as const;
    const ids = await this.regulations.newIds(tx, 2);
    const events = pairs.map(([subject, { id: otherId, title }], index) => ({
      id: ids[index] ?? '',
      subjectType: 'regulation' as const,
      subjectId: subject.id,
      action: subject === row ? action : into === null ? 'regulation.left' : 'regulation.absorbed',
      fromState: subject.status,
      toState: subject.status,
      comment,
      data: { regulation: { id: otherId, title } },
      actor,
    }));
    await recordEvents(tx, events);
    await this.regulations.update(tx, [
      { id: row.id, state: { ...stateOf(row), mergedIntoId: into }, eventId: ids[0] ?? '' },
    ]);
  }
}

/** The other of the two. 404 `regulation.not-found`; 409 `regulation.merged`, `regulation.not-merged`, `regulation.same`. */
function otherOf(row: RegulationRow, into: string | null, rows: readonly RegulationRow[]): RegulationRow {
  const other = rows.find(({ id }) => id === (into ?? row.mergedIntoId));
  if (into === null && row.mergedIntoId === null) throw conflict('regulation.not-merged');
  if (other === undefined) throw notFound('regulation');
  if (into === null) return other;
  if (other.id === row.id) throw conflict('regulation.same');
  if (row.mergedIntoId !== null || other.mergedIntoId !== null) throw conflict('regulation.merged');
  return other;
}
