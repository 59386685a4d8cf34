export {
  AMENDMENT_EVENTS,
  AMENDMENT_STATES,
  AMENDMENT_TRANSITIONS,
  RELATIONS,
  decideWriting,
  type AmendmentEvent,
  type AmendmentFacts,
  type AmendmentState,
  type Relation,
} from './amendment.ts';
export { allowedEvents, checkTables, decide, type Lifecycles, type SituationOf } from './decide.ts';
export {
  EDITION_EVENTS,
  EDITION_STATES,
  EDITION_TRANSITIONS,
  OPEN_EDITION_STATES,
  WRITABLE_EDITION_STATES,
  type EditionEvent,
  type EditionFacts,
  type EditionState,
} from './edition.ts';
export { STANDINGS, inForceOn, standingOn, type DatedPublication, type Standing } from './in-force.ts';
export type { Actor, AllowedEvent, Situation, Transition } from './machine.ts';
export { WORKFLOW_PROBLEMS, type WorkflowCode, type WorkflowProblem } from './problems.ts';
export {
  PERMISSIONS,
  ROLES,
  ROLE_PERMISSIONS,
  checkRoles,
  isRole,
  permissionsOf,
  type ActorRole,
  type Permission,
  type Role,
  type RolesCode,
} from './roles.ts';
