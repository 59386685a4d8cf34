import {
  AMENDMENT_EVENTS,
  AMENDMENT_STATES,
  ROLES,
  decide,
  decideWriting,
  type AmendmentEvent,
  type AmendmentState,
  type Relation,
  type Role,
} from '@dingben/workflow';
import { Client as Database } from 'pg';
import { Desk, type Person } from '../amendments/desk.ts';
import {
  RELATIONSHIPS,
  placeAmendments,
  type PlacedAmendment,
  type Relationship,
  type Wanted,
} from './placed-amendments.ts';

type Act = Exclude<AmendmentEvent, 'open'> | 'save';

interface Case {
  readonly act: Act;
  readonly state: AmendmentState;
  readonly role: Role;
  readonly relationship: Relationship;
}

const ACTS: readonly Act[] = [...AMENDMENT_EVENTS.filter((event) => event !== 'open'), 'save'];
const CASES: readonly Case[] = ACTS.flatMap((act) =>
  AMENDMENT_STATES.flatMap((state) =>
    ROLES.flatMap((role) => RELATIONSHIPS.map((relationship) => ({ act, state, role, relationship }))),
  ),
);

let desk: Desk;
let superuser: Database;
let people: Map<Role, Person>;
let placed: PlacedAmendment[];

beforeAll(async () => {
  desk = await Desk.open();
  people = new Map(await Promise.all(ROLES.map(async (role) => [role, await desk.person(role)] as const)));
  const [writer, reviewer] = await Promise.all([desk.person('editor'), desk.person('reviewer')]);
  superuser = new Database({ connectionString: desk.api.database.adminUrl });
  await superuser.connect();
  const leaves = (await desk.entries(writer)).filter(({ items }) => items === undefined || items.length === 0);
  let next = 1;
  const wanted = CASES.map(({ act, state, role, relationship }): Wanted => {
    // What is merged changes its entry under the others, so each of those has an entry of its own.
    const own = act === 'merge' && state === 'approved' ? next++ : 0;
    return {
      state,
      relationship,
      personId: people.get(role)?.accountId ?? '',
      serviceId: leaves[own]?.serviceId ?? '',
    };
  });
  const others = { writerId: writer.accountId, reviewerId: reviewer.accountId };
  placed = await placeAmendments(superuser, desk.editionId, wanted, others);
});
afterAll(async () => {
  await superuser.end();
  await desk.stop();
});

/** The state that the tables lead to, or the code with which they refuse. */
function expected({ act, state, role, relationship }: Case, contentHash: string): string {
  const relation: Relation = relationship === 'co-author' ? 'author' : relationship;
  const actor = { id: people.get(role)?.accountId ?? '', roles: [role] };
  const facts = {
    relation,
    editCount: 1,
    conflictCount: 0,
    hasRationale: true,
    approvals: state === 'approved' || state === 'merged' ? 1 : 0,
    alreadyApproved: false,
    requiredApprovals: 1,
    editionState: 'drafting' as const,
    currentContentHash: contentHash,
    seenContentHash: contentHash,
    comment: '理由',
  };
  if (act === 'save') {
    const decision = decideWriting({ state, actor, facts });
    return decision.ok ? 'saved' : decision.problem.code;
  }
  const decision = decide('amendment', act, { state, actor, facts });
  return decision.ok ? decision.value.to : decision.problem.code;
}

async function happened({ act, role }: Case, amendment: PlacedAmendment): Promise<string> {
  const person = people.get(role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  const { id, editId, contentHash } = amendment;
  const path = `/amendments/${id}`;
  const texts = { targetGroup: '甲', content: '乙', standard: '丙', funding: '丁', leadAgency: '戊' };
  const answer =
    act === 'save'
      ? await person.put<{ code?: string }>(`${path}/edits/${editId}`, { title: '标题', provisions: texts }, 1)
      : await person.post<{ code?: string; state?: string }>(
          `${path}/events`,
          { event: act, comment: '理由', contentHash },
          { version: 1 },
        );
  if (answer.status < 300) return act === 'save' ? 'saved' : String('state' in answer.body ? answer.body.state : '');
  expect([403, 409]).toContain(answer.status);
  return answer.body.code ?? '';
}

test('every act in every state by every role in every relation ends as the tables say', async () => {
  const outcomes: string[] = [];
  const wrong: string[] = [];
  const work = CASES.map((one, index) => ({ one, amendment: placed[index] }));
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = work.pop(); next !== undefined; next = work.pop()) {
        const { one, amendment } = next;
        if (amendment === undefined) throw new Error('a case has no amendment');
        const [should, did] = [expected(one, amendment.contentHash), await happened(one, amendment)];
        outcomes.push(did);
        if (should !== did) wrong.push(`${Object.values(one).join(' ')}: ${did}, the tables say ${should}`);
      }
    }),
  );
  expect(wrong).toEqual([]);
  expect(outcomes).toHaveLength(CASES.length);
  // A matrix in which nothing is allowed, or nothing refused, would prove nothing.
  for (const one of ['submitted', 'approved', 'merged', 'draft', 'saved', 'amendment.self-approval', 'right.missing']) {
    expect(outcomes).toContain(one);
  }
}, 120_000);

test('what was merged is what was approved, and nobody approved what they wrote', async () => {
  const { rows } = await superuser.query<{ merges: number; altered: number; self: number }>(`
    SELECT (SELECT count(*) FROM commit WHERE kind = 'merge')::int AS merges,
      (SELECT count(*) FROM commit c WHERE c.kind = 'merge' AND NOT EXISTS (
        SELECT FROM approval a WHERE a.amendment_id = c.amendment_id AND a.content_hash = c.content_hash))::int AS altered,
      (SELECT count(*) FROM approval a JOIN revision r ON r.amendment_id = a.amendment_id AND r.author_id = a.approver_id)::int AS self`);
  expect(rows[0]).toEqual({ merges: 8, altered: 0, self: 0 });
});

test('opening an amendment is for those whose role the table names', async () => {
  for (const role of ROLES) {
    const person = people.get(role);
    const request = { editionId: desk.editionId, title: '标题', reasonClass: 'other', rationale: '', legalBasis: '' };
    const answer = await person?.post('/amendments', request);
    expect([role, answer?.status]).toEqual([role, role === 'editor' || role === 'liaison' ? 201 : 403]);
  }
});
