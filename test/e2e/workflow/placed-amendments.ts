import type { AmendmentState } from '@dingben/workflow';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';

/** What a person is to an amendment. A co-author has written in an amendment that somebody else opened. */
export const RELATIONSHIPS = ['author', 'co-author', 'reviewer', 'none'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** An amendment as a test wants to find it. */
export interface Wanted {
  readonly state: AmendmentState;
  readonly personId: string;
  readonly relationship: Relationship;
  /** The entry that it revises. */
  readonly serviceId: string;
}

export interface PlacedAmendment extends Wanted {
  readonly id: string;
  readonly editId: string;
  readonly contentHash: string;
}

/** People who stand in where the person of the case does not: one who wrote, one who approved. */
export interface Others {
  readonly writerId: string;
  readonly reviewerId: string;
}

/**
 * Puts amendments into their states behind the back of every guard, as the superuser with triggers and references off: the
 * only way to a person of any role in any relation to an amendment in any state.
 */
export async function placeAmendments(
  superuser: Client,
  editionId: string,
  wanted: readonly Wanted[],
  others: Others,
): Promise<PlacedAmendment[]> {
  await superuser.query(`SET session_replication_role = replica`);
  const rows = wanted.map((one, index) => row(one, index, others));
  await superuser.query(INSERT, [JSON.stringify(rows), editionId, others.writerId]);
  await superuser.query(PARTICIPANTS, [JSON.stringify(rows)]);
  await superuser.query(DRAFTS, [rows.map(({ id }) => id), others.writerId]);
  await superuser.query(APPROVALS, [rows.map(({ id }) => id), others.reviewerId]);
  const hashes = await superuser.query<{ id: string; hash: string }>(
    'SELECT id, dingben_amendment_content_hash(id) AS hash FROM amendment WHERE id = ANY($1)',
    [rows.map(({ id }) => id)],
  );
  await superuser.query(`SET session_replication_role = origin`);
  const byId = new Map(hashes.rows.map(({ id, hash }) => [id, hash]));
  return wanted.map((one, index) => {
    const { id = '', editId = '' } = rows[index] ?? {};
    return { ...one, id, editId, contentHash: byId.get(id) ?? '' };
  });
}

interface Row {
  readonly id: string;
  readonly editId: string;
  readonly eventId: string;
  readonly revisionId: string;
  readonly number: number;
  readonly state: AmendmentState;
  readonly serviceId: string;
  readonly createdById: string;
  readonly submitted: boolean;
  readonly participants: readonly { readonly id: string; readonly role: 'author' | 'reviewer' }[];
}

function row(
  { state, personId, relationship, serviceId }: Wanted,
  index: number,
  { writerId, reviewerId }: Others,
): Row {
  const createdById = relationship === 'author' ? personId : writerId;
  const approved = state === 'approved' || state === 'merged';
  const author = relationship === 'author' || relationship === 'co-author';
  const participants = new Map<string, 'author' | 'reviewer'>([[writerId, 'author']]);
  if (approved) participants.set(reviewerId, 'reviewer');
  if (relationship !== 'none') participants.set(personId, author ? 'author' : 'reviewer');
  return {
    id: randomUUID(),
    editId: randomUUID(),
    eventId: randomUUID(),
    revisionId: randomUUID(),
    number: 1000 + index,
    state,
    serviceId,
    createdById,
    submitted: state !== 'draft' && state !== 'withdrawn',
    participants: [...participants].map(([id, role]) => ({ id, role })),
  };
}

const ROWS = `jsonb_to_recordset($1::jsonb) AS x(id uuid, "editId" uuid, "eventId" uuid, "revisionId" uuid, number int,
  state text, "serviceId" uuid, "createdById" uuid, submitted boolean, participants jsonb)`;

const INSERT = `
  WITH x AS (SELECT * FROM ${ROWS}),
  events AS (INSERT INTO event (id, subject_type, subject_id, edition_id, amendment_id, action, to_state, actor_id, at)
    SELECT "eventId", 'amendment', id, $2, id, 'amendment.placed', state, "createdById", now() FROM x),
  amendments AS (INSERT INTO amendment (id, edition_id, number, title, reason_class, rationale, legal_basis, state,
      base_commit_id, merged_commit_id, draft_number, last_event_id, created_by_id)
    SELECT x.id, $2, x.number, '矩阵', 'other', '理由', '依据', x.state, e.head_commit_id,
      CASE WHEN x.state = 'merged' THEN e.head_commit_id END, submitted::int, "eventId", "createdById"
    FROM x, edition e WHERE e.id = $2),
  revisions AS (INSERT INTO revision (id, service_id, parent_id, title, target_group, content, standard, funding, lead_agency,
      content_hash, author_id, amendment_id)
    SELECT "revisionId", "serviceId", b.id, b.title, b.target_group, b.content, x.number::text, b.funding, b.lead_agency,
      dingben_revision_hash(b.title, b.target_group, b.content, x.number::text, b.funding, b.lead_agency), $3, x.id
    FROM x JOIN placement p ON p.edition_id = $2 AND p.service_id = "serviceId" JOIN revision b ON b.id = p.revision_id)
  INSERT INTO amendment_edit (id, amendment_id, kind, service_id, base_revision_id, proposed_revision_id, updated_by_id)
    SELECT "editId", x.id, 'revise', "serviceId", p.revision_id, "revisionId", $3
    FROM x JOIN placement p ON p.edition_id = $2 AND p.service_id = "serviceId"`;

const PARTICIPANTS = `
  INSERT INTO participant (amendment_id, account_id, role)
  SELECT x.id, y.id, y.role FROM ${ROWS}, jsonb_to_recordset(x.participants) AS y(id uuid, role text)`;

const DRAFTS = `
  INSERT INTO amendment_draft (amendment_id, number, content_hash, edits, submitted_by_id)
  SELECT id, 1, dingben_amendment_content_hash(id), '[]', $2 FROM amendment WHERE id = ANY($1) AND draft_number = 1`;

const APPROVALS = `
  INSERT INTO approval (amendment_id, draft_number, content_hash, approver_id)
  SELECT id, 1, dingben_amendment_content_hash(id), $2 FROM amendment
  WHERE id = ANY($1) AND state IN ('approved', 'merged')`;
