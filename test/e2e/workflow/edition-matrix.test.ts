import {
  EDITION_EVENTS,
  EDITION_STATES,
  ROLES,
  WORKFLOW_PROBLEMS,
  allowedEvents,
  decide,
  type EditionEvent,
  type EditionFacts,
  type EditionState,
  type Role,
  type SituationOf,
} from '@dingben/workflow';
import { Client as Database } from 'pg';
import type { Answer } from '../../support/client.ts';
import { Desk, type Person } from '../amendments/desk.ts';
import { RELATIONSHIPS, placeEditions, type Relationship } from './placed-editions.ts';

type Act = Exclude<EditionEvent, 'import' | 'supersede' | 'reinstate'> | 'read';

interface Case {
  readonly act: Act;
  /** Whether what the event asks for comes with it: a date, a moment, a reason. */
  readonly bare: boolean;
  readonly state: EditionState;
  readonly role: Role;
  readonly relationship: Relationship;
}

interface AnswerBody {
  readonly code?: string;
  readonly state?: string;
  readonly allowedEvents?: readonly object[];
}

/** The others are the service's own. */
const SENT = EDITION_EVENTS.filter((event) => event !== 'import' && event !== 'supersede' && event !== 'reinstate');
const ACTS: readonly { readonly act: Act; readonly bare: boolean }[] = [
  ...[...SENT, 'read' as const].map((act) => ({ act, bare: false })),
  { act: 'schedule', bare: true },
  { act: 'plan', bare: true },
  { act: 'withdraw', bare: true },
  { act: 'abandon', bare: true },
];
const CASES: readonly Case[] = ACTS.flatMap((act) =>
  EDITION_STATES.flatMap((state) =>
    ROLES.flatMap((role) => RELATIONSHIPS.map((relationship) => ({ ...act, state, role, relationship }))),
  ),
);
const STATUSES = { forbidden: 403, conflict: 409, invalid: 422 };
const GIVEN = { effectiveDate: '2999-01-01', publishAt: '2999-01-01T00:00:00Z', comment: '理由' };

let desk: Desk;
let superuser: Database;
let people: Map<Role, Person>;
let placed: string[];

beforeAll(async () => {
  desk = await Desk.open();
  people = new Map(await Promise.all(ROLES.map(async (role) => [role, await desk.person(role)] as const)));
  const other = await desk.person('editor');
  superuser = new Database({ connectionString: desk.api.database.adminUrl });
  await superuser.connect();
  const wanted = CASES.map(({ act, state, role, relationship }) => ({
    state,
    planned: isPlanned(act, state),
    published: act === 'withdraw' && state === 'published',
    relationship,
    personId: person(role).accountId,
  }));
  placed = await placeEditions(superuser, wanted, other.accountId);
});
afterAll(async () => {
  await superuser.end();
  await desk.stop();
});

function person(role: Role): Person {
  const found = people.get(role);
  if (found === undefined) throw new Error(`nobody is ${role}`);
  return found;
}

/** Only what is planned can be taken back. */
function isPlanned(act: Act, state: EditionState): boolean {
  return act === 'unplan' && state === 'scheduled';
}

function situation({ act, state, role, relationship, bare }: Case): SituationOf<'edition'> {
  const facts: EditionFacts = {
    isContributor: relationship === 'contributor',
    isRequester: relationship === 'requester',
    checklistOpen: 0,
    openDraftExists: ['drafting', 'consulting', 'finalising', 'scheduled'].includes(state),
    isPlanned: isPlanned(act, state),
    ...(bare ? {} : GIVEN),
  };
  return { state, actor: { id: person(role).accountId, roles: [role] }, facts };
}

/** Status, and the state that the tables lead to or the code with which they refuse; of a reader, the buttons. */
function expected(one: Case): string {
  if (one.act === 'read') return `200 ${JSON.stringify(allowedEvents('edition', situation(one)))}`;
  const decision = decide('edition', one.act, situation(one));
  if (decision.ok) return `${one.act === 'fork' ? 201 : 200} ${decision.value.to}`;
  return `${STATUSES[WORKFLOW_PROBLEMS[decision.problem.code]]} ${decision.problem.code}`;
}

async function happened(one: Case, id: string): Promise<string> {
  const { status, body } = await send(one, id);
  if (one.act === 'read') return `${status} ${JSON.stringify(body.allowedEvents)}`;
  return `${status} ${body.code ?? body.state ?? ''}`;
}

function send({ act, bare, role }: Case, id: string): Promise<Answer<AnswerBody>> {
  const path = `/editions/${id}`;
  if (act === 'read') return person(role).get(path);
  if (act === 'fork') return person(role).post('/editions', { basedOnId: id, label: '新版' });
  const { effectiveDate, publishAt, comment } = GIVEN;
  const isDated = act === 'schedule' || act === 'withdraw';
  const inputs = bare
    ? {}
    : { comment, ...(isDated ? { effectiveDate } : {}), ...(act === 'plan' ? { publishAt } : {}) };
  return person(role).post(`${path}/events`, { event: act, ...inputs }, { version: 1 });
}

const named = ({ act, bare, state, role, relationship }: Case): string =>
  `${act}${bare ? ' bare' : ''} ${state} ${role} ${relationship}`;

test('every event in every state by every role in every relation ends as the tables say', async () => {
  const outcomes = new Map<Case, string>();
  const work = CASES.map((one, index) => ({ one, id: placed[index] ?? '' }));
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = work.pop(); next !== undefined; next = work.pop()) {
        outcomes.set(next.one, await happened(next.one, next.id));
      }
    }),
  );
  const table = (outcome: (one: Case) => string) => CASES.map((one) => `${named(one)}: ${outcome(one)}`);
  expect(table((one) => outcomes.get(one) ?? '')).toEqual(table(expected));
  // A matrix in which nothing is allowed, or nothing refused, would prove nothing.
  for (const one of [
    ...[
      '201 drafting',
      '200 consulting',
      '200 finalising',
      '200 scheduled',
      '200 published',
      '200 withdrawn',
      '200 abandoned',
    ],
    ...['403 right.missing', '403 publication.contributor', '403 publication.requester'],
    ...['409 edition.event-not-allowed', '422 edition.effective-date-missing', '422 edition.comment-missing'],
    '422 publication.moment-missing',
  ]) {
    expect([...outcomes.values()]).toContain(one);
  }
}, 120_000);

test('what stands in the database is what was answered', async () => {
  const { rows } = await superuser.query<{ id: string; state: string; forks: number }>(
    `SELECT e.id, e.state, (SELECT count(*)::int FROM edition f WHERE f.based_on_id = e.id) AS forks
     FROM edition e WHERE e.id = ANY ($1)`,
    [placed],
  );
  const found = new Map(rows.map(({ id, state, forks }) => [id, `${state}, forks: ${forks}`]));
  const stands = (one: Case): string => {
    const decision = one.act === 'read' ? null : decide('edition', one.act, situation(one));
    const reached = decision !== null && decision.ok ? decision.value.to : one.state;
    return one.act === 'fork' ? `${one.state}, forks: ${Number(decision?.ok)}` : `${reached}, forks: 0`;
  };
  expect(CASES.map((one, index) => `${named(one)}: ${found.get(placed[index] ?? '') ?? ''}`)).toEqual(
    CASES.map((one) => `${named(one)}: ${stands(one)}`),
  );
});

test('what was refused is in the record with who asked for which event of which edition', async () => {
  const { rows } = await superuser.query<{ told: string }>(
    `SELECT concat_ws(' ', edition_id, subject_id, actor_id, data::jsonb->>'event', data::jsonb->>'code') AS told
     FROM event WHERE action = 'request.refused' AND outcome = 'refused' AND subject_type = 'edition'`,
  );
  // A fork names its edition in the body; what was only incomplete is no refusal of a person.
  const refused = CASES.flatMap((one, index) => {
    const [, status, code] = /^(403|409) (.+)$/.exec(expected(one)) ?? [];
    const id = placed[index] ?? '';
    const told = [id, id, person(one.role).accountId, one.act, code].join(' ');
    return status === undefined || one.act === 'fork' ? [] : [told];
  });
  expect(rows.map(({ told }) => told).sort()).toEqual(refused.sort());
});

test('whoever published neither contributed nor scheduled, and what was published is what stands', async () => {
  const { rows } = await superuser.query<{
    publications: number;
    contributed: number;
    requested: number;
    other: number;
  }>(
    `SELECT count(*)::int AS publications,
      count(*) FILTER (WHERE c.account_id IS NOT NULL)::int AS contributed,
      count(*) FILTER (WHERE p.requested_by_id = p.publisher_id)::int AS requested,
      count(*) FILTER (WHERE p.tree_hash <> dingben_tree_hash(p.edition_id))::int AS other
    FROM publication p LEFT JOIN edition_participant c
      ON c.edition_id = p.edition_id AND c.account_id = p.publisher_id AND c.role = 'contributor'
    WHERE p.manifest <> '{}'`,
  );
  expect(rows).toEqual([{ publications: 1, contributed: 0, requested: 0, other: 0 }]);
});
