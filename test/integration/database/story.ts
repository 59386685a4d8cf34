import { randomUUID } from 'node:crypto';
import { hashFields } from '@dingben/kernel/hash';
import type { Role } from '@dingben/workflow';
import type { Client, QueryResultRow } from 'pg';

/**
 * The daily work in SQL, as the app role and without the API: what tests need to reach a state, each act in the order of
 * statements that docs/workflow.md gives.
 */

export interface Text {
  readonly title: string;
  /** The five provisions, in their printed order; null for a service with items. */
  readonly provisions: readonly [string, string, string, string, string] | null;
}

export interface Entry {
  readonly serviceId: string;
  readonly revisionId: string;
  readonly sectionId: string;
}

export interface World {
  readonly standardId: string;
  readonly people: Readonly<Record<'editor' | 'second' | 'reviewer' | 'publisher', string>>;
}

export const text = (title: string, standard = '每人每月2650元'): Text => ({
  title,
  provisions: ['本市居民', '提供补贴', standard, '市级财政', '市民政局'],
});

export const revisionHash = ({ title, provisions }: Text) =>
  hashFields('dingben.revision/1', [title, ...(provisions ?? [null, null, null, null, null])]);

/** Runs `work` in one transaction. */
export async function transaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

export async function one<T extends QueryResultRow>(client: Client, sql: string, values: unknown[] = []): Promise<T> {
  const [row] = (await client.query<T>(sql, values)).rows;
  if (row === undefined) throw new Error(`no row: ${sql}`);
  return row;
}

export async function account(client: Client, name: string, ...roles: Role[]): Promise<string> {
  const sql = 'INSERT INTO account (username, name, roles, password_hash) VALUES ($1, $2, $3, $4) RETURNING id';
  return (await one<{ id: string }>(client, sql, [`${name}-${randomUUID()}`, name, roles, 'none'])).id;
}

export async function createWorld(client: Client): Promise<World> {
  const { id } = await one<{ id: string }>(client, 'INSERT INTO standard (code, title) VALUES ($1, $2) RETURNING id', [
    randomUUID(),
    '实施标准',
  ]);
  const people = {
    editor: await account(client, 'editor', 'editor'),
    second: await account(client, 'second', 'editor', 'reviewer', 'publisher'),
    reviewer: await account(client, 'reviewer', 'reviewer', 'publisher'),
    publisher: await account(client, 'publisher', 'publisher'),
  };
  return { standardId: id, people };
}

export interface Move {
  readonly lifecycle: 'amendment' | 'edition';
  readonly subject: string;
  readonly editionId: string;
  readonly actor: string;
  readonly from: string | null;
  readonly to: string;
}

/** The event that comes before every change of state. */
export async function event(client: Client, move: Move): Promise<string> {
  const { lifecycle, subject, editionId, actor, from, to } = move;
  const amendmentId = lifecycle === 'amendment' ? subject : null;
  const sql = `INSERT INTO event (subject_type, subject_id, edition_id, amendment_id, action, from_state, to_state, actor_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`;
  const values = [lifecycle, subject, editionId, amendmentId, `${lifecycle}.moved`, from, to, actor];
  return (await one<{ id: string }>(client, sql, values)).id;
}

export async function writeRevision(
  client: Client,
  row: {
    serviceId: string;
    author: string;
    amendmentId: string | null;
    text: Text;
    parentId?: string;
    mergedWithId?: string;
  },
): Promise<string> {
  const { title, provisions } = row.text;
  const sql = `INSERT INTO revision (service_id, parent_id, merged_with_id, amendment_id, author_id, content_hash, title,
      target_group, content, standard, funding, lead_agency)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`;
  const origin = [row.serviceId, row.parentId ?? null, row.mergedWithId ?? null, row.amendmentId, row.author];
  const fields = provisions ?? [null, null, null, null, null];
  return (await one<{ id: string }>(client, sql, [...origin, revisionHash(row.text), title, ...fields])).id;
}

/** An imported edition with one chapter and these entries. */
export async function importEdition(client: Client, world: World, texts: readonly Text[]) {
  const editionId = randomUUID();
  const actor = world.people.editor;
  return transaction(client, async () => {
    const eventId = await event(client, {
      lifecycle: 'edition',
      subject: editionId,
      editionId,
      actor,
      from: null,
      to: 'imported',
    });
    await client.query(
      `INSERT INTO edition (id, standard_id, label, kind, origin, state, last_event_id, created_by_id)
       VALUES ($1, $2, $3, 'final', 'imported', 'imported', $4, $5)`,
      [editionId, world.standardId, `${editionId} 版`, eventId, actor],
    );
    const section = await one<{ id: string; key: string }>(
      client,
      `INSERT INTO section (edition_id, key, kind, title, position) VALUES ($1, $2, 'chapter', '幼有所育', 'V') RETURNING id, key`,
      [editionId, randomUUID()],
    );
    const entries: Entry[] = [];
    for (const [index, each] of texts.entries()) {
      const { id: serviceId } = await one<{ id: string }>(
        client,
        'INSERT INTO service (standard_id, code) VALUES ($1, $2) RETURNING id',
        [world.standardId, randomUUID()],
      );
      const revisionId = await writeRevision(client, { serviceId, author: actor, amendmentId: null, text: each });
      await place(client, { editionId, serviceId, revisionId, sectionId: section.id, position: `a${index + 1}V` });
      entries.push({ serviceId, revisionId, sectionId: section.id });
    }
    await commit(client, { editionId, number: 1, kind: 'import', actor, parentId: null });
    return { editionId, section, entries };
  });
}

export async function place(
  client: Client,
  row: {
    editionId: string;
    serviceId: string;
    revisionId: string;
    sectionId: string;
    position: string;
    parent?: string;
  },
): Promise<void> {
  await client.query(
    `INSERT INTO placement (edition_id, service_id, section_id, parent_service_id, position, revision_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [row.editionId, row.serviceId, row.sectionId, row.parent ?? null, row.position, row.revisionId],
  );
}

export interface CommitPlan {
  readonly editionId: string;
  readonly number: number;
  readonly kind: 'import' | 'fork' | 'merge';
  readonly actor: string;
  readonly parentId: string | null;
  readonly amendmentId?: string;
  readonly contentHash?: string;
}

/** Commits the outline as it stands and makes it the head. */
export async function commit(client: Client, plan: CommitPlan): Promise<string> {
  const { id } = await one<{ id: string }>(
    client,
    `INSERT INTO commit (edition_id, number, kind, amendment_id, parent_id, tree_hash, content_hash, actor_id, message)
     VALUES ($1, $2, $3, $4, $5, dingben_tree_hash($1), $6, $7, '') RETURNING id`,
    [
      plan.editionId,
      plan.number,
      plan.kind,
      plan.amendmentId ?? null,
      plan.parentId,
      plan.contentHash ?? null,
      plan.actor,
    ],
  );
  await client.query('UPDATE edition SET head_commit_id = $2, version = version + 1 WHERE id = $1', [
    plan.editionId,
    id,
  ]);
  return id;
}

export async function fork(client: Client, world: World, basedOnId: string): Promise<string> {
  const editionId = randomUUID();
  const actor = world.people.editor;
  return transaction(client, async () => {
    const eventId = await event(client, {
      lifecycle: 'edition',
      subject: editionId,
      editionId,
      actor,
      from: null,
      to: 'drafting',
    });
    await client.query(
      `INSERT INTO edition (id, standard_id, label, kind, origin, state, based_on_id, last_event_id, created_by_id)
       VALUES ($1, $2, $3, 'final', 'forked', 'drafting', $4, $5, $6)`,
      [editionId, world.standardId, `${editionId} 版`, basedOnId, eventId, actor],
    );
    await client.query(
      `INSERT INTO section (edition_id, key, kind, title, restored, position)
       SELECT $1, key, kind, title, restored, position FROM section WHERE edition_id = $2 AND parent_id IS NULL`,
      [editionId, basedOnId],
    );
    await client.query(
      `INSERT INTO placement (edition_id, service_id, section_id, parent_service_id, position, revision_id)
       SELECT $1, p.service_id, s.id, p.parent_service_id, p.position, p.revision_id
       FROM placement p JOIN section old ON old.id = p.section_id JOIN section s ON s.edition_id = $1 AND s.key = old.key
       WHERE p.edition_id = $2`,
      [editionId, basedOnId],
    );
    const base = await one<{ id: string }>(client, 'SELECT head_commit_id AS id FROM edition WHERE id = $1', [
      basedOnId,
    ]);
    await commit(client, { editionId, number: 1, kind: 'fork', actor, parentId: base.id });
    return editionId;
  });
}

export async function moveEdition(
  client: Client,
  editionId: string,
  actor: string,
  to: string,
  date?: string,
): Promise<void> {
  await transaction(client, async () => {
    const { state } = await one<{ state: string }>(
      client,
      'SELECT state FROM edition WHERE id = $1 FOR NO KEY UPDATE',
      [editionId],
    );
    const eventId = await event(client, {
      lifecycle: 'edition',
      subject: editionId,
      editionId,
      actor,
      from: state,
      to,
    });
    await client.query(
      'UPDATE edition SET state = $2, last_event_id = $3, effective_date = coalesce($4, effective_date) WHERE id = $1',
      [editionId, to, eventId, date ?? null],
    );
  });
}
