import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { commit, event, one, transaction, writeRevision, type Entry, type Text } from './story.ts';

/** An amendment's way from opening to merging, in SQL; see story.ts. */

interface Row {
  readonly edition_id: string;
  readonly state: string;
  readonly draft_number: number;
  readonly content_hash: string;
}

const read = (client: Client, id: string) =>
  one<Row>(
    client,
    `SELECT edition_id, state, draft_number, dingben_amendment_content_hash(id) AS content_hash
     FROM amendment WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );

export async function openAmendment(client: Client, editionId: string, author: string, required = 1): Promise<string> {
  const id = randomUUID();
  return transaction(client, async () => {
    const move = { lifecycle: 'amendment', subject: id, editionId, actor: author, from: null, to: 'draft' } as const;
    const eventId = await event(client, move);
    await client.query(
      `INSERT INTO amendment (id, edition_id, number, title, reason_class, rationale, legal_basis, state, base_commit_id,
         required_approvals, last_event_id, created_by_id)
       SELECT $1, e.id, 1 + (SELECT count(*) FROM amendment WHERE edition_id = e.id), '统一用语', 'wording', '统一', '京政发',
         'draft', e.head_commit_id, $3, $4, $5 FROM edition e WHERE e.id = $2`,
      [id, editionId, required, eventId, author],
    );
    await join(client, id, author, 'author');
    return id;
  });
}

export async function join(
  client: Client,
  amendmentId: string,
  person: string,
  role: 'author' | 'reviewer',
): Promise<void> {
  await client.query(
    'INSERT INTO participant (amendment_id, account_id, role) VALUES ($1, $2, $3) ON CONFLICT (amendment_id, account_id) DO NOTHING',
    [amendmentId, person, role],
  );
}

export async function moveAmendment(client: Client, id: string, actor: string, to: string): Promise<void> {
  const { state, edition_id: editionId } = await read(client, id);
  const eventId = await event(client, { lifecycle: 'amendment', subject: id, editionId, actor, from: state, to });
  await client.query('UPDATE amendment SET state = $2, last_event_id = $3, version = version + 1 WHERE id = $1', [
    id,
    to,
    eventId,
  ]);
}

/** Proposes a text for an entry; answers the revision. Reopens where that is needed. */
export async function revise(
  client: Client,
  amendmentId: string,
  author: string,
  entry: Entry,
  text: Text,
): Promise<string> {
  return transaction(client, async () => {
    await join(client, amendmentId, author, 'author');
    if ((await read(client, amendmentId)).state !== 'draft') await moveAmendment(client, amendmentId, author, 'draft');
    const { serviceId, revisionId: parentId } = entry;
    const proposed = await writeRevision(client, { serviceId, author, amendmentId, text, parentId });
    await client.query(
      `INSERT INTO amendment_edit (amendment_id, kind, service_id, base_revision_id, proposed_revision_id, updated_by_id)
       VALUES ($1, 'revise', $2, $3, $4, $5)
       ON CONFLICT (amendment_id, service_id, kind) DO UPDATE
         SET proposed_revision_id = $4, updated_by_id = $5, version = amendment_edit.version + 1`,
      [amendmentId, serviceId, parentId, proposed, author],
    );
    return proposed;
  });
}

export async function submit(client: Client, id: string, author: string): Promise<void> {
  await transaction(client, async () => {
    const { edition_id: editionId, draft_number: number, content_hash: hash } = await read(client, id);
    const move = {
      lifecycle: 'amendment',
      subject: id,
      editionId,
      actor: author,
      from: 'draft',
      to: 'submitted',
    } as const;
    const eventId = await event(client, move);
    await client.query(
      `INSERT INTO amendment_draft (amendment_id, number, content_hash, edits, submitted_by_id) VALUES ($1, $2, $3, '[]', $4)`,
      [id, number + 1, hash, author],
    );
    await client.query(
      `UPDATE amendment SET state = 'submitted', draft_number = $2, last_event_id = $3, version = version + 1 WHERE id = $1`,
      [id, number + 1, eventId],
    );
  });
}

export async function approve(client: Client, id: string, reviewer: string): Promise<void> {
  await transaction(client, async () => {
    const { draft_number: number, content_hash: hash } = await read(client, id);
    await join(client, id, reviewer, 'reviewer');
    await client.query(
      'INSERT INTO approval (amendment_id, draft_number, content_hash, approver_id) VALUES ($1, $2, $3, $4)',
      [id, number, hash, reviewer],
    );
    const { given, required } = await one<{ given: number; required: number }>(
      client,
      `SELECT (SELECT count(*)::int FROM approval WHERE amendment_id = $1 AND draft_number = $2 AND content_hash = $3) AS given,
         required_approvals AS required FROM amendment WHERE id = $1`,
      [id, number, hash],
    );
    await moveAmendment(client, id, reviewer, given >= required ? 'approved' : 'submitted');
  });
}

/** Merges; `write` carries out the edits on the outline, by default every revision as proposed. */
export async function merge(client: Client, id: string, actor: string, write?: () => Promise<void>): Promise<void> {
  await transaction(client, () => mergeSteps(client, id, actor, write));
}

/** The statements of a merge, in a transaction that is open. */
export async function mergeSteps(
  client: Client,
  id: string,
  actor: string,
  write = () => asProposed(client, id),
): Promise<void> {
  const head = await one<{ edition: string; commit: string; number: number }>(
    client,
    `SELECT e.id AS edition, c.id AS commit, c.number FROM amendment a JOIN edition e ON e.id = a.edition_id
     JOIN commit c ON c.id = e.head_commit_id WHERE a.id = $1 FOR NO KEY UPDATE OF e`,
    [id],
  );
  const { content_hash: contentHash, state: from } = await read(client, id);
  await write();
  const eventId = await event(client, {
    lifecycle: 'amendment',
    subject: id,
    editionId: head.edition,
    actor,
    from,
    to: 'merged',
  });
  const plan = {
    editionId: head.edition,
    number: head.number + 1,
    kind: 'merge',
    actor,
    parentId: head.commit,
  } as const;
  const commitId = await commit(client, { ...plan, amendmentId: id, contentHash });
  await client.query(
    `UPDATE amendment SET state = 'merged', merged_commit_id = $2, last_event_id = $3, version = version + 1 WHERE id = $1`,
    [id, commitId, eventId],
  );
}

async function asProposed(client: Client, id: string): Promise<void> {
  await client.query(
    `UPDATE placement p SET revision_id = e.proposed_revision_id FROM amendment_edit e JOIN amendment a ON a.id = e.amendment_id
     WHERE a.id = $1 AND e.kind = 'revise' AND p.edition_id = a.edition_id AND p.service_id = e.service_id`,
    [id],
  );
}
