import { agencyKeyOf, planSuccession, type SuccessionKind, type SuccessionPlan } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import { recordEvent, recordEvents } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AgenciesRepository, type AgencyRow } from '../agencies.repository.js';
import { agencyNamed, checkNames } from '../agency-writing.js';
import type { SucceedAgencies } from '../dto/agency-input.dto.js';

const ACTIONS: Readonly<Record<SuccessionKind, string>> = {
  rename: 'agency.renamed',
  merge: 'agency.merged',
  split: 'agency.split',
};

/** Renames, merges or splits agencies from a day on. Texts are not touched: an amendment changes them, published ones stay. */
@Injectable()
export class SucceedAgenciesCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly agencies: AgenciesRepository,
    private readonly live: LiveEvents,
  ) {}

  /** Id of the first that is named. 409 `agency.succession-shape`, `agency.name-repeated`, `agency.ended`. */
  async run(input: SucceedAgencies, person: Actor): Promise<string> {
    checkNames({ from: input.from, to: input.to });
    const id = await this.work.run(person, async (tx, actor) => {
      const rows = await this.agencies.lockAll(tx);
      const plan = planned(input, rows);
      const ids = await this.#register(tx, input, rows);
      const idOf = (name: string): string => ids.get(agencyKeyOf(name)) ?? '';
      const eventId = await this.#record(tx, input, idOf, actor);
      for (const name of plan.ending) await this.agencies.end(tx, idOf(name), input.on);
      for (const { from, to } of plan.pairs) {
        const row = { agencyId: idOf(from), successorId: idOf(to), kind: input.kind, on: input.on, eventId };
        await this.agencies.succeed(tx, row);
      }
      return idOf(input.from[0] ?? '');
    });
    this.live.publish({ subjectType: 'agency', subjectId: id, action: ACTIONS[input.kind] });
    return id;
  }

  /** Ids of all that are named, by key; who follows and is new begins on the day. */
  async #register(tx: Tx, input: SucceedAgencies, rows: readonly AgencyRow[]): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const name of [...input.from, ...input.to]) {
      const known = agencyNamed(name, rows)?.id ?? ids.get(agencyKeyOf(name));
      const id = known ?? (await this.agencies.newId(tx));
      const beganOn = input.from.includes(name) ? null : input.on;
      if (known === undefined) await this.agencies.insert(tx, { id, name, beganOn });
      ids.set(agencyKeyOf(name), id);
    }
    return ids;
  }

  /** One event for the first, which stands for the act, and one for each other: the record of each tells of it. */
  async #record(tx: Tx, input: SucceedAgencies, idOf: (name: string) => string, actor: Actor): Promise<string> {
    const { comment, from, kind, on, to } = input;
    const act = { subjectType: 'agency' as const, comment: comment ?? null, data: { from, to, on }, actor };
    const [first = '', ...rest] = new Set([...from, ...to].map(idOf));
    const eventId = await recordEvent(tx, { ...act, subjectId: first, action: ACTIONS[kind] });
    const before = new Set(from.map(idOf));
    const events = [];
    for (const subjectId of rest) {
      const action = before.has(subjectId) ? ACTIONS[kind] : 'agency.succeeded';
      events.push({ ...act, id: await this.agencies.newId(tx), subjectId, action });
    }
    await recordEvents(tx, events);
    return eventId;
  }
}

/** What packages/registry plans for the names; 409 where it refuses. */
function planned({ from, kind, to }: SucceedAgencies, rows: readonly AgencyRow[]): SuccessionPlan {
  const ended = rows.filter(({ endedOn }) => endedOn !== null);
  const keys = new Set(ended.flatMap(({ aliases, name }) => [name, ...aliases].map(agencyKeyOf)));
  const plan = planSuccession({ kind, from, to }, keys);
  if (plan.ok) return plan.value;
  const { code, params } = plan.problem;
  if (code === 'agency.ended') throw conflict('agency.ended', params);
  if (code === 'agency.name-repeated') throw conflict('agency.name-repeated');
  throw conflict('agency.succession-shape');
}
