import { randomUUID } from 'node:crypto';
import { Client as Database } from 'pg';
import type { Random } from './random.ts';

/** People of all histories. `x` may write and review, `q` may write and publish. */
export const PEOPLE = {
  w1: ['editor'],
  w2: ['editor'],
  x: ['editor', 'reviewer'],
  r: ['reviewer'],
  r0: ['reviewer'],
  p: ['publisher'],
  q: ['editor', 'publisher'],
} as const;
export type PersonName = keyof typeof PEOPLE;

export const START_STATES = ['draft', 'submitted', 'approved'] as const;

/** An amendment that w1 or w2 wrote and that stands somewhere on its way. */
export interface StartAmendment {
  readonly id: string;
  readonly editId: string;
  readonly author: PersonName;
  readonly state: (typeof START_STATES)[number];
}

/** A tiny edition of a standard of its own, with one service and two amendments of it. */
export interface TinyEdition {
  readonly editionId: string;
  readonly serviceId: string;
  readonly state: 'drafting' | 'finalising' | 'scheduled';
  readonly amendments: readonly StartAmendment[];
}

interface Row extends TinyEdition {
  readonly standardId: string;
  readonly sectionId: string;
  readonly commitId: string;
  readonly eventId: string;
  readonly revisionId: string;
  readonly scheduledById: string;
}

/**
 * Makes the editions behind the back of every guard, as the superuser with triggers and references off: through the front
 * door a thousand of them would take longer than everything that is tested on them.
 */
export async function makeEditions(
  adminUrl: string,
  people: ReadonlyMap<PersonName, string>,
  randoms: readonly Random[],
): Promise<TinyEdition[]> {
  const rows = randoms.map((random) => plan(random, people.get('w1') ?? ''));
  const amendments = rows.flatMap((row) =>
    row.amendments.map((one, index) => ({
      ...one,
      editionId: row.editionId,
      number: index + 1,
      // Two amendments of one entry: of two provisions, or of the same one.
      provision: index === 0 || one.editId < row.editionId ? 'standard' : 'content',
      authorId: people.get(one.author),
      eventId: randomUUID(),
      revisionId: randomUUID(),
    })),
  );
  const database = new Database({ connectionString: adminUrl });
  await database.connect();
  await database.query('SET session_replication_role = replica');
  await database.query(EDITIONS, [JSON.stringify(rows), people.get('r0')]);
  await database.query('UPDATE commit SET tree_hash = dingben_tree_hash(edition_id) WHERE id = ANY($1)', [
    rows.map(({ commitId }) => commitId),
  ]);
  await database.query(AMENDMENTS, [JSON.stringify(amendments)]);
  await database.query(DRAFTS, [amendments.map(({ id }) => id)]);
  await database.query(APPROVALS, [amendments.map(({ id }) => id), people.get('r0')]);
  await database.end();
  return rows;
}

function plan(random: Random, scheduledById: string): Row {
  // Publishing draws all its documents, which takes a hundred times what the other acts take.
  const publishing = random.chance(0.1);
  const amendment = (author: PersonName): StartAmendment => {
    const state = random.pick(START_STATES);
    return { id: randomUUID(), editId: randomUUID(), author, state };
  };
  return {
    standardId: randomUUID(),
    editionId: randomUUID(),
    serviceId: randomUUID(),
    sectionId: randomUUID(),
    commitId: randomUUID(),
    eventId: randomUUID(),
    revisionId: randomUUID(),
    scheduledById,
    state: publishing ? random.pick(['finalising', 'scheduled'] as const) : 'drafting',
    // An edition is published with no amendment open.
    amendments: publishing && random.chance(0.7) ? [] : [amendment('w1'), amendment('w2')],
  };
}

const EDITION_ROWS = `jsonb_to_recordset($1::jsonb) AS x("standardId" uuid, "editionId" uuid, "serviceId" uuid,
  "sectionId" uuid, "commitId" uuid, "eventId" uuid, "revisionId" uuid, "scheduledById" uuid, state text)`;

const EDITIONS = `
  WITH x AS (SELECT * FROM ${EDITION_ROWS}),
  standards AS (INSERT INTO standard (id, code, title) SELECT "standardId", "standardId", '小标准' FROM x),
  services AS (INSERT INTO service (id, standard_id, code) SELECT "serviceId", "standardId", 'S001' FROM x),
  events AS (INSERT INTO event (id, subject_type, subject_id, edition_id, action, from_state, to_state, actor_id)
    SELECT "eventId", 'edition', "editionId", "editionId", 'edition.placed', CASE WHEN state = 'scheduled' THEN 'finalising' END,
      state, "scheduledById" FROM x),
  sections AS (INSERT INTO section (id, edition_id, key, kind, title, position)
    SELECT "sectionId", "editionId", "sectionId", 'chapter', '章', 'V' FROM x),
  revisions AS (INSERT INTO revision (id, service_id, title, target_group, content, standard, funding, lead_agency,
      content_hash, author_id)
    SELECT "revisionId", "serviceId", '服务', '对象', '内容', '标准', '支出', '单位',
      dingben_revision_hash('服务', '对象', '内容', '标准', '支出', '单位'), $2 FROM x),
  placements AS (INSERT INTO placement (edition_id, service_id, section_id, position, revision_id)
    SELECT "editionId", "serviceId", "sectionId", 'V', "revisionId" FROM x),
  commits AS (INSERT INTO commit (id, edition_id, number, kind, tree_hash, actor_id, message)
    SELECT "commitId", "editionId", 1, 'import', repeat('0', 64), $2, '起点' FROM x)
  INSERT INTO edition (id, standard_id, label, kind, origin, state, head_commit_id, effective_date, last_event_id, created_by_id)
    SELECT "editionId", "standardId", '一版', 'final', 'imported', state, "commitId",
      CASE WHEN state = 'scheduled' THEN current_date + 1 END, "eventId", $2 FROM x`;

const AMENDMENTS = `
  WITH x AS (SELECT x.*, p.service_id, p.revision_id AS base_id, e.head_commit_id, b.title, b.target_group, b.funding, b.lead_agency,
      CASE WHEN x.provision = 'content' THEN x.id::text ELSE b.content END AS content,
      CASE WHEN x.provision = 'standard' THEN x.id::text ELSE b.standard END AS standard
    FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, "editId" uuid, "editionId" uuid, number int, provision text,
      "authorId" uuid, "eventId" uuid, "revisionId" uuid, state text)
    JOIN edition e ON e.id = x."editionId" JOIN placement p ON p.edition_id = e.id JOIN revision b ON b.id = p.revision_id),
  events AS (INSERT INTO event (id, subject_type, subject_id, edition_id, amendment_id, action, to_state, actor_id)
    SELECT "eventId", 'amendment', id, "editionId", id, 'amendment.placed', state, "authorId" FROM x),
  authors AS (INSERT INTO participant (amendment_id, account_id, role) SELECT id, "authorId", 'author' FROM x),
  revisions AS (INSERT INTO revision (id, service_id, parent_id, title, target_group, content, standard, funding, lead_agency,
      content_hash, author_id, amendment_id)
    SELECT "revisionId", service_id, base_id, title, target_group, content, standard, funding, lead_agency,
      dingben_revision_hash(title, target_group, content, standard, funding, lead_agency), "authorId", id FROM x),
  edits AS (INSERT INTO amendment_edit (id, amendment_id, kind, service_id, base_revision_id, proposed_revision_id, updated_by_id)
    SELECT "editId", id, 'revise', service_id, base_id, "revisionId", "authorId" FROM x)
  INSERT INTO amendment (id, edition_id, number, title, reason_class, rationale, legal_basis, state, base_commit_id,
      draft_number, last_event_id, created_by_id)
    SELECT id, "editionId", number, '修订', 'other', '理由', '依据', state, head_commit_id, (state <> 'draft')::int,
      "eventId", "authorId" FROM x`;

const DRAFTS = `
  INSERT INTO amendment_draft (amendment_id, number, content_hash, edits, submitted_by_id)
  SELECT id, 1, dingben_amendment_content_hash(id), '[]', created_by_id FROM amendment WHERE id = ANY($1) AND draft_number = 1`;

const APPROVALS = `
  WITH x AS (SELECT id FROM amendment WHERE id = ANY($1) AND state = 'approved'),
  reviewers AS (INSERT INTO participant (amendment_id, account_id, role) SELECT id, $2, 'reviewer' FROM x)
  INSERT INTO approval (amendment_id, draft_number, content_hash, approver_id)
  SELECT id, 1, dingben_amendment_content_hash(id), $2 FROM x`;
