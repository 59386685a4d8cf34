import { ok, type Result } from '@dingben/kernel';
import type { WorkflowCode, WorkflowProblem } from './problems.ts';
import type { ActorRole } from './roles.ts';

export interface Actor {
  readonly id: string;
  readonly roles: readonly ActorRole[];
}

/** What stands when an event arrives. `state` is null before the thing exists. */
export interface Situation<S extends string, F> {
  readonly state: S | null;
  readonly actor: Actor;
  readonly facts: F;
}

/** One line of a transition table. It is data: guards are names, so that the table can be printed and compared. */
export interface Transition<S extends string, G extends string> {
  readonly from: readonly (S | null)[];
  readonly to: readonly S[];
  readonly roles: readonly ActorRole[];
  /** What must hold before the event can be offered. */
  readonly guards: readonly G[];
  /** What must come with the event; not judged by `allowedEvents`. */
  readonly inputs: readonly G[];
}

export type Guard<F> = (facts: F) => WorkflowProblem | null;

export interface Lifecycle<S extends string, E extends string, F, G extends string> {
  readonly states: readonly S[];
  readonly transitions: Readonly<Record<E, Transition<S, G>>>;
  readonly guards: Readonly<Record<G, Guard<F>>>;
  readonly eventNotAllowed: WorkflowCode;
  /** Which of the transition's targets is reached; asked only where there are several. */
  readonly target: (event: E, facts: F) => S;
}

export interface AllowedEvent<E extends string> {
  readonly event: E;
  readonly allowed: boolean;
  readonly reasons: readonly WorkflowProblem[];
}

function hasRole(actor: Actor, roles: readonly ActorRole[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

function problems<F, G extends string>(
  guards: Readonly<Record<G, Guard<F>>>,
  names: readonly G[],
  facts: F,
): WorkflowProblem[] {
  return names.map((name) => guards[name](facts)).filter((problem) => problem !== null);
}

/** Whether the event may happen: the state it leads to, or the first reason against it (right, state, guards, inputs). */
export function decideOn<S extends string, E extends string, F, G extends string>(
  lifecycle: Lifecycle<S, E, F, G>,
  event: E,
  { state, actor, facts }: Situation<S, F>,
): Result<{ readonly to: S }, WorkflowProblem> {
  const transition = lifecycle.transitions[event];
  if (!hasRole(actor, transition.roles)) return { ok: false, problem: { code: 'right.missing' } };
  if (!transition.from.includes(state)) {
    return { ok: false, problem: { code: lifecycle.eventNotAllowed, params: { event, state } } };
  }
  const [problem] = problems(lifecycle.guards, [...transition.guards, ...transition.inputs], facts);
  if (problem !== undefined) return { ok: false, problem };
  const [only, ...others] = transition.to;
  return ok({ to: only === undefined || others.length > 0 ? lifecycle.target(event, facts) : only });
}

/** The events that the person's roles can cause in this state, each with every reason that stands against it now. */
export function allowedOn<S extends string, E extends string, F, G extends string>(
  lifecycle: Lifecycle<S, E, F, G>,
  events: readonly E[],
  { state, actor, facts }: Situation<S, F>,
): AllowedEvent<E>[] {
  return events
    .filter(
      (event) =>
        lifecycle.transitions[event].from.includes(state) && hasRole(actor, lifecycle.transitions[event].roles),
    )
    .map((event) => {
      const reasons = problems(lifecycle.guards, lifecycle.transitions[event].guards, facts);
      return { event, allowed: reasons.length === 0, reasons };
    });
}

/**
 * Faults of a table, in words for a developer; empty when it is sound: every state can be reached from nothing, every
 * event leads somewhere, and someone may cause it.
 */
export function tableFaults<S extends string, E extends string, F, G extends string>(
  name: string,
  events: readonly E[],
  lifecycle: Lifecycle<S, E, F, G>,
): string[] {
  const faults: string[] = [];
  const reached = new Set<S | null>([null]);
  // Each pass reaches at least one more state or is the last, so one pass for each state is enough.
  for (let pass = 0; pass < lifecycle.states.length; pass++) {
    for (const event of events) {
      const { from, to } = lifecycle.transitions[event];
      if (from.some((state) => reached.has(state))) to.forEach((state) => reached.add(state));
    }
  }
  for (const state of lifecycle.states) if (!reached.has(state)) faults.push(`${name}: nothing leads to ${state}`);
  for (const event of events) {
    const { from, to, roles } = lifecycle.transitions[event];
    if (from.length === 0 || to.length === 0) faults.push(`${name}: ${event} leads nowhere`);
    if (roles.length === 0) faults.push(`${name}: nobody may ${event}`);
  }
  return faults;
}

/** A table that nothing can change while the service runs. */
export function freezeTable<T extends Readonly<Record<string, Transition<string, string>>>>(table: T): T {
  for (const line of Object.values(table)) {
    [line.from, line.to, line.roles, line.guards, line.inputs].forEach((list) => {
      Object.freeze(list);
    });
    Object.freeze(line);
  }
  return Object.freeze(table);
}
