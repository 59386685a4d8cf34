import type { Result } from '@dingben/kernel';
import {
  AMENDMENT_EVENTS,
  AMENDMENT_LIFECYCLE,
  type AmendmentEvent,
  type AmendmentFacts,
  type AmendmentState,
} from './amendment.ts';
import {
  EDITION_EVENTS,
  EDITION_LIFECYCLE,
  type EditionEvent,
  type EditionFacts,
  type EditionState,
} from './edition.ts';
import { allowedOn, decideOn, tableFaults, type AllowedEvent, type Situation } from './machine.ts';
import type { WorkflowProblem } from './problems.ts';

export interface Lifecycles {
  readonly amendment: {
    readonly state: AmendmentState;
    readonly event: AmendmentEvent;
    readonly facts: AmendmentFacts;
  };
  readonly edition: { readonly state: EditionState; readonly event: EditionEvent; readonly facts: EditionFacts };
}

export type SituationOf<L extends keyof Lifecycles> = Situation<Lifecycles[L]['state'], Lifecycles[L]['facts']>;

interface Machine<L extends keyof Lifecycles> {
  decide(
    event: Lifecycles[L]['event'],
    situation: SituationOf<L>,
  ): Result<{ readonly to: Lifecycles[L]['state'] }, WorkflowProblem>;
  allowed(situation: SituationOf<L>): AllowedEvent<Lifecycles[L]['event']>[];
}

const MACHINES: { readonly [L in keyof Lifecycles]: Machine<L> } = {
  amendment: {
    decide: (event, situation) => decideOn(AMENDMENT_LIFECYCLE, event, situation),
    allowed: (situation) => allowedOn(AMENDMENT_LIFECYCLE, AMENDMENT_EVENTS, situation),
  },
  edition: {
    decide: (event, situation) => decideOn(EDITION_LIFECYCLE, event, situation),
    allowed: (situation) => allowedOn(EDITION_LIFECYCLE, EDITION_EVENTS, situation),
  },
};

/**
 * Whether an event may happen now, and the state that it leads to. Reads nothing: the caller brings every fact.
 *
 * @example decide('amendment', 'submit', { state: 'draft', actor, facts }) // { ok: true, value: { to: 'submitted' } }
 */
export function decide<L extends keyof Lifecycles>(
  lifecycle: L,
  event: Lifecycles[L]['event'],
  situation: SituationOf<L>,
): Result<{ readonly to: Lifecycles[L]['state'] }, WorkflowProblem> {
  return MACHINES[lifecycle].decide(event, situation);
}

/**
 * The buttons: every event that the actor's roles can cause in this state, with all reasons that stand against it now.
 * What comes with the event (a comment, a date, the hash that was shown) is judged by `decide` alone.
 */
export function allowedEvents<L extends keyof Lifecycles>(
  lifecycle: L,
  situation: SituationOf<L>,
): AllowedEvent<Lifecycles[L]['event']>[] {
  return MACHINES[lifecycle].allowed(situation);
}

/**
 * Called once at start-up, so that a broken table stops the service before it stops an act.
 *
 * @throws Error listing every fault.
 */
export function checkTables(): void {
  const faults = [
    ...tableFaults('amendment', AMENDMENT_EVENTS, AMENDMENT_LIFECYCLE),
    ...tableFaults('edition', EDITION_EVENTS, EDITION_LIFECYCLE),
  ];
  if (faults.length > 0) throw new Error(`transition tables are broken: ${faults.join('; ')}`);
}
