import { freezeTable, type Guard, type Lifecycle, type Transition } from './machine.ts';

export const EDITION_STATES = [
  'imported',
  'drafting',
  'consulting',
  'finalising',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'abandoned',
] as const;
export type EditionState = (typeof EDITION_STATES)[number];

export const EDITION_EVENTS = [
  'import',
  'fork',
  'openConsultation',
  'finalise',
  'reopen',
  'schedule',
  'unschedule',
  'plan',
  'unplan',
  'publish',
  'supersede',
  'withdraw',
  'reinstate',
  'abandon',
] as const;
export type EditionEvent = (typeof EDITION_EVENTS)[number];

/** While an edition is in one of these, amendments to it can be written and merged. */
export const WRITABLE_EDITION_STATES: readonly EditionState[] = Object.freeze<EditionState[]>([
  'drafting',
  'consulting',
  'finalising',
]);

/** A standard has at most one edition in one of these. */
export const OPEN_EDITION_STATES: readonly EditionState[] = Object.freeze<EditionState[]>([
  ...WRITABLE_EDITION_STATES,
  'scheduled',
]);

/** What an event on an edition is judged by, read in the transaction that carries it out. */
export interface EditionFacts {
  /** The actor wrote text that was merged into this edition, or imported it. */
  readonly isContributor: boolean;
  /** The actor is the one who scheduled it. */
  readonly isRequester: boolean;
  /** Blocking items of the checklist that are open, without those that this event itself settles (its effective date). */
  readonly checklistOpen: number;
  /** fork: the standard has another edition in one of `OPEN_EDITION_STATES`. */
  readonly openDraftExists: boolean;
  /** The edition waits for a moment at which the service publishes it. */
  readonly isPlanned: boolean;
  /** reinstate: it was imported, and never published here. */
  readonly isImported?: boolean;
  /** schedule, withdraw: `YYYY-MM-DD`, as it came with the event. */
  readonly effectiveDate?: string | null;
  /** withdraw: today in Beijing, `YYYY-MM-DD`. */
  readonly today?: string;
  /** plan: the moment that came with the event, and the one at which it is judged; ISO 8601 in UTC. */
  readonly publishAt?: string | null;
  readonly now?: string;
  /** abandon, withdraw: the reason that the person gave. */
  readonly comment?: string | null;
}

type EditionGuard =
  | 'noOpenDraft'
  | 'checklistClear'
  | 'notContributor'
  | 'notRequester'
  | 'notPlanned'
  | 'planned'
  | 'effectiveDateGiven'
  | 'momentGiven'
  | 'dayNotPast'
  | 'commentGiven';

const EDITION_GUARDS: Readonly<Record<EditionGuard, Guard<EditionFacts>>> = {
  noOpenDraft: (facts) => (facts.openDraftExists ? { code: 'edition.open-draft-exists' } : null),
  checklistClear: ({ checklistOpen }) =>
    checklistOpen > 0 ? { code: 'edition.checklist-open', params: { count: checklistOpen } } : null,
  notContributor: (facts) => (facts.isContributor ? { code: 'publication.contributor' } : null),
  notRequester: (facts) => (facts.isRequester ? { code: 'publication.requester' } : null),
  notPlanned: (facts) => (facts.isPlanned ? { code: 'publication.planned' } : null),
  planned: (facts) => (facts.isPlanned ? null : { code: 'publication.not-planned' }),
  momentGiven: ({ publishAt, now }) => {
    if (!publishAt) return { code: 'publication.moment-missing' };
    return now !== undefined && Date.parse(publishAt) <= Date.parse(now) ? { code: 'publication.moment-past' } : null;
  },
  dayNotPast: ({ effectiveDate, today }) =>
    effectiveDate && today !== undefined && effectiveDate < today ? { code: 'withdrawal.day-past' } : null,
  effectiveDateGiven: (facts) => (facts.effectiveDate ? null : { code: 'edition.effective-date-missing' }),
  commentGiven: (facts) => (facts.comment?.trim() ? null : { code: 'edition.comment-missing' }),
};

/** The lifecycle of an edition. `fork` is judged on the edition it is based on; `to` is then the state of the new one. */
export const EDITION_TRANSITIONS: Readonly<Record<EditionEvent, Transition<EditionState, EditionGuard>>> = freezeTable({
  import: { from: [null], to: ['imported'], roles: ['system'], guards: [], inputs: [] },
  fork: {
    from: ['imported', 'published', 'superseded'],
    to: ['drafting'],
    roles: ['editor'],
    guards: ['noOpenDraft'],
    inputs: [],
  },
  openConsultation: { from: ['drafting'], to: ['consulting'], roles: ['editor'], guards: [], inputs: [] },
  finalise: { from: ['drafting', 'consulting'], to: ['finalising'], roles: ['editor'], guards: [], inputs: [] },
  reopen: { from: ['consulting', 'finalising'], to: ['drafting'], roles: ['editor'], guards: [], inputs: [] },
  schedule: {
    from: ['finalising'],
    to: ['scheduled'],
    roles: ['editor', 'reviewer'],
    guards: ['checklistClear'],
    inputs: ['effectiveDateGiven'],
  },
  unschedule: {
    from: ['scheduled'],
    to: ['finalising'],
    roles: ['editor', 'reviewer', 'publisher'],
    guards: [],
    inputs: [],
  },
  plan: {
    from: ['scheduled'],
    to: ['scheduled'],
    roles: ['publisher'],
    guards: ['notContributor', 'notRequester', 'checklistClear', 'notPlanned'],
    inputs: ['momentGiven'],
  },
  unplan: { from: ['scheduled'], to: ['scheduled'], roles: ['publisher'], guards: ['planned'], inputs: [] },
  publish: {
    from: ['scheduled'],
    to: ['published'],
    roles: ['publisher'],
    guards: ['notContributor', 'notRequester', 'checklistClear', 'notPlanned'],
    inputs: [],
  },
  supersede: { from: ['published', 'imported'], to: ['superseded'], roles: ['system'], guards: [], inputs: [] },
  withdraw: {
    from: ['published'],
    to: ['withdrawn'],
    roles: ['publisher'],
    guards: ['notContributor'],
    inputs: ['commentGiven', 'effectiveDateGiven', 'dayNotPast'],
  },
  reinstate: { from: ['superseded'], to: ['published', 'imported'], roles: ['system'], guards: [], inputs: [] },
  abandon: { from: ['drafting'], to: ['abandoned'], roles: ['editor'], guards: [], inputs: ['commentGiven'] },
});

export const EDITION_LIFECYCLE: Lifecycle<EditionState, EditionEvent, EditionFacts, EditionGuard> = {
  states: EDITION_STATES,
  transitions: EDITION_TRANSITIONS,
  guards: EDITION_GUARDS,
  eventNotAllowed: 'edition.event-not-allowed',
  target: (event, { isImported }) => {
    if (event !== 'reinstate') throw new Error(`${event} has one target`);
    return isImported === true ? 'imported' : 'published';
  },
};
