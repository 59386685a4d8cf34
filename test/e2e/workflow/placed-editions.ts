import type { EditionState } from '@dingben/workflow';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** What a person is to an edition. */
export const RELATIONSHIPS = ['contributor', 'requester', 'neither'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** An edition as a test wants to find it. */
export interface WantedEdition {
  readonly state: EditionState;
  readonly personId: string;
  readonly relationship: Relationship;
  /** A plan waits for a moment far off. */
  readonly planned: boolean;
  /** It has a publication, as one that was published rightly. */
  readonly published: boolean;
}

/**
 * Puts editions into their states behind the back of every guard, as the superuser with triggers and references off: the
 * only way to a person of any role in any relation to an edition in any state. Each has a standard of its own with one
 * entry, because a standard has one open draft at most, and because what is small is published quickly.
 *
 * @param otherId who scheduled the edition where the person did not
 * @returns the ids of the editions, in the order in which they were wanted
 */
export async function placeEditions(
  superuser: Client,
  wanted: readonly WantedEdition[],
  otherId: string,
): Promise<string[]> {
  const rows = wanted.map(({ state, personId, relationship, planned, published }) => ({
    id: randomUUID(),
    standardId: randomUUID(),
    sectionId: randomUUID(),
    serviceId: randomUUID(),
    revisionId: randomUUID(),
    commitId: randomUUID(),
    eventId: randomUUID(),
    state,
    contributorId: relationship === 'contributor' ? personId : null,
    lastActorId: relationship === 'requester' ? personId : otherId,
    otherId,
    personId,
    planned,
    published,
    dated: ['scheduled', 'published', 'superseded', 'withdrawn'].includes(state),
  }));
  const json = JSON.stringify(rows);
  await superuser.query(`SET session_replication_role = replica`);
  for (const statement of STATEMENTS) await superuser.query(statement, [json]);
  await superuser.query(
    'UPDATE commit c SET tree_hash = dingben_tree_hash(c.edition_id) WHERE c.edition_id = ANY ($1)',
    [rows.map(({ id }) => id)],
  );
  await superuser.query(`SET session_replication_role = origin`);
  return rows.map(({ id }) => id);
}

const ROWS = `jsonb_to_recordset($1::jsonb) AS x(id uuid, "standardId" uuid, "sectionId" uuid, "serviceId" uuid,
  "revisionId" uuid, "commitId" uuid, "eventId" uuid, state text, "contributorId" uuid, "lastActorId" uuid,
  "otherId" uuid, "personId" uuid, planned boolean, published boolean, dated boolean)`;

const STATEMENTS = [
  `INSERT INTO standard (id, code, title) SELECT "standardId", "standardId"::text, '矩阵标准' FROM ${ROWS}`,
  `INSERT INTO event (id, subject_type, subject_id, edition_id, action, from_state, to_state, actor_id, at)
    SELECT "eventId", 'edition', id, id, 'edition.placed', CASE WHEN state = 'scheduled' THEN 'finalising' END, state,
      "lastActorId", now() FROM ${ROWS}`,
  `INSERT INTO edition (id, standard_id, label, kind, origin, state, head_commit_id, effective_date, last_event_id, created_by_id)
    SELECT id, "standardId", '矩阵', 'final', 'imported', state, "commitId", CASE WHEN dated THEN date '2026-01-01' END,
      "eventId", "lastActorId" FROM ${ROWS}`,
  `INSERT INTO edition_participant (edition_id, account_id, role)
    SELECT id, "contributorId", 'contributor' FROM ${ROWS} WHERE "contributorId" IS NOT NULL`,
  `INSERT INTO section (id, edition_id, key, kind, title, position)
    SELECT "sectionId", id, "sectionId", 'chapter', '幼有所育', 'V' FROM ${ROWS}`,
  `INSERT INTO service (id, standard_id, code) SELECT "serviceId", "standardId", '1' FROM ${ROWS}`,
  `INSERT INTO revision (id, service_id, title, target_group, content, standard, funding, lead_agency, content_hash, author_id)
    SELECT "revisionId", "serviceId", '标题', '甲', '乙', '丙', '丁', '戊',
      dingben_revision_hash('标题', '甲', '乙', '丙', '丁', '戊'), "lastActorId" FROM ${ROWS}`,
  `INSERT INTO placement (edition_id, service_id, section_id, position, revision_id)
    SELECT id, "serviceId", "sectionId", 'V', "revisionId" FROM ${ROWS}`,
  `INSERT INTO commit (id, edition_id, number, kind, tree_hash, actor_id, message)
    SELECT "commitId", id, 1, 'import', repeat('0', 64), "lastActorId", '' FROM ${ROWS}`,
  `INSERT INTO publication_plan (edition_id, publisher_id, publish_at, commit_id)
    SELECT id, "otherId", timestamptz '2999-01-01', "commitId" FROM ${ROWS} WHERE planned`,
  `INSERT INTO publication (edition_id, standard_id, number, commit_id, tree_hash, effective_date, requested_by_id, publisher_id,
      manifest, manifest_hash)
    SELECT id, "standardId", 1, "commitId", repeat('0', 64), date '2026-01-01', "personId", "otherId", '{}',
      dingben_sha256('{}') FROM ${ROWS} WHERE published`,
];
