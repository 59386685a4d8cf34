import { randomUUID } from 'node:crypto';
import { join, moveAmendment } from './amendment-story.ts';
import type { ForbiddenAct, Statement } from './attempt.ts';
import { at, type Setting } from './setting.ts';
import { one, revisionHash, text } from './story.ts';

const approval = (amendment: string, approver: string, change: { draft?: number; hash?: string } = {}): Statement => [
  `INSERT INTO approval (amendment_id, draft_number, content_hash, approver_id)
   SELECT id, coalesce($3, draft_number), coalesce($4, dingben_amendment_content_hash(id)), $2 FROM amendment WHERE id = $1`,
  [amendment, approver, change.draft ?? null, change.hash ?? null],
];
const reviewerOf = (amendment: string, person: string): Statement => [
  `INSERT INTO participant (amendment_id, account_id, role) VALUES ($1, $2, 'reviewer') ON CONFLICT DO NOTHING`,
  [amendment, person],
];
export const approvingRightly = (amendment: string, person: string): readonly Statement[] => [
  reviewerOf(amendment, person),
  approval(amendment, person),
];
const revision = (s: Setting, author: string, amendment: string | null, hash?: string): Statement => [
  `INSERT INTO revision (service_id, amendment_id, author_id, content_hash, title, target_group, content, standard, funding, lead_agency)
   VALUES ($1, $2, $3, $4, '题', '一', '二', '三', '四', '五')`,
  [
    at(s.entries, 0).serviceId,
    amendment,
    author,
    hash ?? revisionHash({ title: '题', provisions: ['一', '二', '三', '四', '五'] }),
  ],
];
const state = (amendment: string, to: string): Statement => [
  'UPDATE amendment SET state = $2 WHERE id = $1',
  [amendment, to],
];

/** What may not happen to an amendment, whoever asks. One list, hence longer than a file should be. */
export const ACTS_ON_AMENDMENTS: readonly ForbiddenAct<Setting>[] = [
  {
    name: 'a co-author approves',
    refusal: '23503 approval_by_reviewer',
    act: (s) => [approval(s.joint, s.world.people.second)],
  },
  {
    name: 'a co-author takes a second part, as reviewer',
    refusal: '23505 participant_pkey',
    act: (s) => [[`INSERT INTO participant VALUES ($1, $2, 'reviewer')`, [s.joint, s.world.people.second]]],
  },
  {
    name: 'a co-author is turned into a reviewer',
    refusal: '42501',
    act: (s) => [[`UPDATE participant SET role = 'reviewer' WHERE account_id = $1`, [s.world.people.second]]],
  },
  {
    name: 'a co-author is taken off the list',
    refusal: '42501',
    act: (s) => [['DELETE FROM participant WHERE account_id = $1', [s.world.people.second]]],
  },
  {
    name: 'a reviewer writes a text',
    refusal: '23503 revision_by_author',
    act: (s) => [reviewerOf(s.draft, s.world.people.reviewer), revision(s, s.world.people.reviewer, s.draft)],
  },
  {
    name: 'who is no reviewer approves',
    refusal: 'DN004 only a reviewer approves',
    act: (s) => [reviewerOf(s.submitted, s.world.people.publisher), approval(s.submitted, s.world.people.publisher)],
  },
  {
    name: 'a reviewer whose account is closed approves',
    refusal: 'DN004 only a reviewer approves',
    act: ({ submitted, world: { people } }) => [
      ['UPDATE account SET active = false WHERE id = $1', [people.reviewer]],
      reviewerOf(submitted, people.reviewer),
      approval(submitted, people.reviewer),
    ],
  },
  {
    name: 'another content is approved than stands',
    refusal: 'DN003 another content is approved than stands',
    act: (s) => [
      reviewerOf(s.submitted, s.world.people.reviewer),
      approval(s.submitted, s.world.people.reviewer, { hash: 'a'.repeat(64) }),
    ],
  },
  {
    name: 'an earlier draft is approved',
    refusal: 'DN002 only the draft that is submitted can be approved',
    act: (s) => [
      reviewerOf(s.submitted, s.world.people.reviewer),
      approval(s.submitted, s.world.people.reviewer, { draft: 0 }),
    ],
  },
  {
    name: 'a draft that was not submitted is approved',
    refusal: 'DN002 only the draft that is submitted can be approved',
    act: (s) => [
      reviewerOf(s.draft, s.world.people.reviewer),
      approval(s.draft, s.world.people.reviewer, { draft: 1 }),
    ],
  },
  {
    name: 'a text changes under an approval',
    refusal: 'DN005 edits change only in a draft',
    act: (s) => [
      ['UPDATE amendment_edit SET base_revision_id = base_revision_id WHERE amendment_id = $1', [s.approved]],
    ],
  },
  {
    name: 'an edit is dropped under an approval',
    refusal: 'DN005 edits change only in a draft',
    act: (s) => [['DELETE FROM amendment_edit WHERE amendment_id = $1', [s.approved]]],
  },
  {
    name: 'an edit is added after the submission',
    refusal: 'DN005 edits change only in a draft',
    act: (s) => [
      [
        `INSERT INTO amendment_edit (amendment_id, kind, service_id, base_revision_id, updated_by_id) VALUES ($1, 'remove', $2, $3, $4)`,
        [s.submitted, at(s.entries, 0).serviceId, at(s.entries, 0).revisionId, s.world.people.editor],
      ],
    ],
  },
  {
    name: 'an edit is made by who is no author',
    refusal: '23503 amendment_edit_by_author',
    act: (s) => [
      ['UPDATE amendment_edit SET updated_by_id = $2 WHERE amendment_id = $1', [s.draft, s.world.people.second]],
    ],
  },
  {
    name: 'the reason changes after the submission',
    refusal: 'DN005 the reason of an amendment changes only in a draft',
    act: (s) => [[`UPDATE amendment SET rationale = '另有原因' WHERE id = $1`, [s.submitted]]],
  },
  {
    name: 'fewer approvals are asked for after the submission',
    refusal: 'DN005 the reason of an amendment changes only in a draft',
    act: (s) => [['UPDATE amendment SET required_approvals = 2 WHERE id = $1', [s.submitted]]],
  },
  {
    name: 'a text of another amendment is proposed',
    refusal: 'DN004 the proposed text was not written in this amendment',
    act: (s) => [
      [
        `UPDATE amendment_edit SET proposed_revision_id = (SELECT proposed_revision_id FROM amendment_edit WHERE amendment_id = $2)
         WHERE amendment_id = $1`,
        [s.draft, s.submitted],
      ],
    ],
  },
  {
    name: 'a text is written by who is no author',
    refusal: '23503 revision_by_author',
    act: (s) => [revision(s, s.world.people.second, s.draft)],
  },
  {
    name: 'a text is written by nobody known',
    refusal: '23503 a revision names an account',
    act: (s) => [revision(s, randomUUID(), null)],
  },
  {
    name: 'a text is kept under the hash of another',
    refusal: '23514 revision_content_hash_of_text',
    act: (s) => [revision(s, s.world.people.editor, s.draft, revisionHash(text('别')))],
  },
  {
    name: 'a text has four of the five provisions',
    refusal: '23514 revision_provisions_all_or_none',
    act: (s) => [
      [
        `INSERT INTO revision (service_id, author_id, content_hash, title, content) VALUES ($1, $2,
           dingben_revision_hash('题', NULL, '一', NULL, NULL, NULL), '题', '一')`,
        [at(s.entries, 0).serviceId, s.world.people.editor],
      ],
    ],
  },
  {
    name: 'a state changes without an event',
    refusal: 'DN002 amendment goes from approved to draft without an event of this transaction',
    act: (s) => [state(s.approved, 'draft')],
  },
  {
    name: 'a state changes with an event of another amendment',
    refusal: 'DN002 amendment goes from approved to draft without an event of this transaction',
    act: (s) => async (client) => {
      await moveAmendment(client, s.submitted, s.world.people.editor, 'draft');
      await client.query(
        `UPDATE amendment SET state = 'draft', last_event_id = (SELECT last_event_id FROM amendment WHERE id = $2) WHERE id = $1`,
        [s.approved, s.submitted],
      );
    },
  },
  {
    name: 'a state changes with an event of long ago',
    refusal: 'DN002 amendment goes from approved to draft without an event of this transaction',
    act: (s) => [
      [
        `UPDATE amendment SET state = 'draft', last_event_id = (SELECT id FROM event WHERE subject_id = $1 AND from_state IS NULL)
         WHERE id = $1`,
        [s.approved],
      ],
    ],
  },
  {
    name: 'a state is jumped',
    refusal: 'DN002 amendment does not go from draft to approved',
    act: (s) => (client) => moveAmendment(client, s.draft, s.world.people.editor, 'approved'),
  },
  {
    name: 'an amendment is approved without an approval',
    refusal: 'DN003 the content as it stands lacks approvals',
    act: (s) => (client) => moveAmendment(client, s.submitted, s.world.people.reviewer, 'approved'),
  },
  {
    name: 'an amendment is merged without a commit',
    refusal: '23514 amendment_merged_has_commit',
    act: (s) => (client) => moveAmendment(client, s.approved, s.world.people.editor, 'merged'),
  },
  {
    name: 'a merged amendment is opened again',
    refusal: 'DN002 amendment does not go from merged to draft',
    act: (s) => (client) => moveAmendment(client, s.merged, s.world.people.editor, 'draft'),
  },
  {
    name: 'an amendment is submitted and not kept',
    refusal: 'DN003 what is submitted is not kept as draft 1',
    act: (s) => (client) => submitAs(client, s, s.draft),
  },
  {
    name: 'another content is kept than was submitted',
    refusal: 'DN003 what is submitted is not kept as draft 1',
    act: (s) => async (client) => {
      await client.query(
        `INSERT INTO amendment_draft (amendment_id, number, content_hash, edits, submitted_by_id) VALUES ($1, 1, $2, '[]', $3)`,
        [s.draft, 'b'.repeat(64), s.world.people.editor],
      );
      await submitAs(client, s, s.draft);
    },
  },
  {
    name: 'an amendment is submitted by who is no author',
    refusal: 'DN004 who opened and who submitted an amendment are its authors',
    act: (s) => async (client) => {
      await join(client, s.draft, s.world.people.reviewer, 'reviewer');
      await client.query(
        `INSERT INTO amendment_draft (amendment_id, number, content_hash, edits, submitted_by_id)
         VALUES ($1, 1, dingben_amendment_content_hash($1), '[]', $2)`,
        [s.draft, s.world.people.reviewer],
      );
      await submitAs(client, s, s.draft);
    },
  },
  {
    name: 'an amendment begins approved',
    refusal: 'DN002 an amendment begins as a draft',
    act: (s) => [
      [
        `INSERT INTO amendment (edition_id, number, title, reason_class, rationale, legal_basis, state, base_commit_id, last_event_id, created_by_id)
         SELECT edition_id, 99, title, reason_class, rationale, legal_basis, 'approved', base_commit_id, last_event_id, created_by_id
         FROM amendment WHERE id = $1`,
        [s.approved],
      ],
    ],
  },
  {
    name: 'an amendment begins without an event',
    refusal: '23503 amendment_state_of_last_event',
    act: (s) => [
      [
        `INSERT INTO amendment (edition_id, number, title, reason_class, rationale, legal_basis, state, base_commit_id, last_event_id, created_by_id)
         SELECT edition_id, 99, title, reason_class, rationale, legal_basis, 'draft', base_commit_id, last_event_id, created_by_id
         FROM amendment WHERE id = $1`,
        [s.draft],
      ],
    ],
  },
  {
    name: 'an edition that was issued is amended',
    refusal: 'DN005 the edition is not open to amendments',
    act: (s) => [
      [
        `INSERT INTO amendment (edition_id, number, title, reason_class, rationale, legal_basis, state, base_commit_id, last_event_id, created_by_id)
         SELECT e.id, 1, '题', 'wording', '因', '据', 'draft', e.head_commit_id, e.last_event_id, e.created_by_id FROM edition e WHERE e.id = $1`,
        [s.imported],
      ],
    ],
  },
];

async function submitAs(client: Parameters<typeof moveAmendment>[0], s: Setting, id: string): Promise<void> {
  const { id: eventId } = await one<{ id: string }>(
    client,
    `INSERT INTO event (subject_type, subject_id, edition_id, amendment_id, action, from_state, to_state, actor_id)
     VALUES ('amendment', $1, $2, $1, 'amendment.submitted', 'draft', 'submitted', $3) RETURNING id`,
    [id, s.edition, s.world.people.editor],
  );
  await client.query(`UPDATE amendment SET state = 'submitted', draft_number = 1, last_event_id = $2 WHERE id = $1`, [
    id,
    eventId,
  ]);
}
