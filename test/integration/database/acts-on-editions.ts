import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { ForbiddenAct, Statement } from './attempt.ts';
import { mergeSteps } from './amendment-story.ts';
import { at, type Setting } from './setting.ts';
import { event, one, writeRevision, text } from './story.ts';

/** Merges the approved amendment, with `write` in place of what was approved. */
export const merging = (s: Setting, write: (client: Client) => Promise<unknown>) => (client: Client) =>
  mergeSteps(client, s.approved, s.world.people.editor, async () => {
    await write(client);
  });

const show = (edition: string, service: string, revision: string): Statement => [
  'UPDATE placement SET revision_id = $3 WHERE edition_id = $1 AND service_id = $2',
  [edition, service, revision],
];

export const asProposed = (s: Setting) => (client: Client) =>
  client.query(
    `UPDATE placement p SET revision_id = e.proposed_revision_id FROM amendment_edit e
     WHERE e.amendment_id = $1 AND p.edition_id = $2 AND p.service_id = e.service_id`,
    [s.approved, s.edition],
  );

export const moved = async (client: Client, s: Setting, edition: string, from: string, to: string, more = '') => {
  const move = {
    lifecycle: 'edition',
    subject: edition,
    editionId: edition,
    actor: s.world.people.editor,
    from,
    to,
  } as const;
  await client.query(`UPDATE edition SET state = $2, last_event_id = $3${more} WHERE id = $1`, [
    edition,
    to,
    await event(client, move),
  ]);
};

/** Publishes the scheduled edition, with `change` in place of what is right. */
export const publishing =
  (s: Setting, publisher: string, change: { by?: string; tree?: string; requestedBy?: string } = {}) =>
  async (client: Client) => {
    const { edition, world } = s.scheduled;
    await client.query(
      `INSERT INTO edition_participant (edition_id, account_id, role) VALUES ($1, $2, 'publisher') ON CONFLICT DO NOTHING`,
      [edition, publisher],
    );
    await client.query(
      `INSERT INTO publication (edition_id, standard_id, number, commit_id, tree_hash, effective_date, requested_by_id, publisher_id, manifest, manifest_hash)
       SELECT id, standard_id, 1, head_commit_id, coalesce($2, dingben_tree_hash(id)), effective_date, $3, $4, '{}', dingben_sha256('{}')
       FROM edition WHERE id = $1`,
      [edition, change.tree ?? null, change.requestedBy ?? world.people.editor, publisher],
    );
    await moved(client, s, edition, 'scheduled', 'published');
  };

/** What may not happen to an edition, its outline and its publication, whoever asks. One list, hence longer than a file should be. */
export const ACTS_ON_EDITIONS: readonly ForbiddenAct<Setting>[] = [
  {
    name: 'a text is put into the draft without a commit',
    refusal: 'DN003 an outline changes by a commit',
    act: (s) => async (client) => {
      const { serviceId } = at(s.entries, 0);
      const revisionId = await writeRevision(client, {
        serviceId,
        author: s.world.people.editor,
        amendmentId: s.draft,
        text: text('新'),
      });
      await client.query(...queryOf(show(s.edition, serviceId, revisionId)));
    },
  },
  {
    name: 'an entry is taken out of the draft without a commit',
    refusal: 'DN003 an outline changes by a commit',
    act: (s) => [
      ['DELETE FROM placement WHERE edition_id = $1 AND service_id = $2', [s.edition, at(s.entries, 0).serviceId]],
    ],
  },
  {
    name: 'the outline of an edition that was issued changes',
    refusal: 'DN005 the outline of the edition is frozen',
    act: (s) => [['DELETE FROM placement WHERE edition_id = $1', [s.imported]]],
  },
  {
    name: 'an entry shows a text of another service',
    refusal: 'DN003 a placement shows a revision of its service in a section of its edition',
    act: (s) => [show(s.edition, at(s.entries, 0).serviceId, at(s.entries, 1).revisionId)],
  },
  {
    name: 'a heading is added to an edition',
    refusal: 'DN005 the sections of an edition are frozen',
    act: (s) => [
      [
        `INSERT INTO section (edition_id, key, kind, title, position) VALUES ($1, $2, 'chapter', '新', 'x')`,
        [s.edition, randomUUID()],
      ],
    ],
  },
  {
    name: 'a heading changes',
    refusal: '42501',
    act: (s) => [[`UPDATE section SET title = '新' WHERE edition_id = $1`, [s.edition]]],
  },
  {
    name: 'a merge puts in another text than was approved',
    refusal: 'DN003 the merge is not what was approved',
    act: (s) =>
      merging(s, async (client) => {
        const { serviceId } = at(s.entries, 2);
        const revisionId = await writeRevision(client, {
          serviceId,
          author: s.world.people.editor,
          amendmentId: s.approved,
          text: text('偷换'),
        });
        await client.query(...queryOf(show(s.edition, serviceId, revisionId)));
      }),
  },
  {
    name: 'a merge leaves out what was approved',
    refusal: 'DN003 the merge is not what was approved',
    act: (s) => merging(s, () => Promise.resolve()),
  },
  {
    name: 'a merge touches an entry that was not approved',
    refusal: 'DN003 the merge is not what was approved',
    act: (s) =>
      merging(s, async (client) => {
        await asProposed(s)(client);
        await client.query('DELETE FROM placement WHERE edition_id = $1 AND service_id = $2', [
          s.edition,
          at(s.entries, 0).serviceId,
        ]);
      }),
  },
  {
    name: 'a merge moves an entry that was not to be moved',
    refusal: 'DN003 the merge is not what was approved',
    act: (s) =>
      merging(s, async (client) => {
        await asProposed(s)(client);
        await client.query(`UPDATE placement SET position = 'zz' WHERE edition_id = $1 AND service_id = $2`, [
          s.edition,
          at(s.entries, 2).serviceId,
        ]);
      }),
  },
  {
    name: 'an amendment that was only submitted is merged',
    refusal: 'DN002 only an approved amendment of the edition is merged',
    act: (s) => (client) => mergeSteps(client, s.submitted, s.world.people.editor, () => Promise.resolve()),
  },
  {
    name: 'the outline changes after its commit',
    refusal: 'DN003 the outline does not hash to the tree hash of its commit',
    act: (s) => async (client) => {
      await merging(s, asProposed(s))(client);
      await client.query(...queryOf(show(s.edition, at(s.entries, 2).serviceId, at(s.entries, 2).revisionId)));
    },
  },
  {
    name: 'an edition is forked into itself again',
    refusal: 'DN002 only the first commit imports or forks',
    act: (s) => [
      [
        `INSERT INTO commit (edition_id, number, kind, parent_id, tree_hash, actor_id, message)
         SELECT id, 3, 'fork', head_commit_id, dingben_tree_hash(id), created_by_id, '' FROM edition WHERE id = $1`,
        [s.edition],
      ],
    ],
  },
  {
    name: 'the head goes back to an earlier commit',
    refusal: 'DN003 an outline changes by a commit',
    act: (s) => [
      [
        'UPDATE edition SET head_commit_id = (SELECT id FROM commit WHERE edition_id = $1 AND number = 1) WHERE id = $1',
        [s.edition],
      ],
    ],
  },
  {
    name: 'a step is added to an old commit',
    refusal: 'DN005 a commit is complete when it is made',
    act: (s) => [
      [
        `INSERT INTO commit_change (commit_id, ordinal, operation) SELECT head_commit_id, 99, 'add' FROM edition WHERE id = $1`,
        [s.edition],
      ],
    ],
  },
  {
    name: 'a second draft of a standard is opened',
    refusal: '23505 edition_one_open_draft',
    act: (s) => async (client) => {
      const id = randomUUID();
      const move = {
        lifecycle: 'edition',
        subject: id,
        editionId: id,
        actor: s.world.people.editor,
        from: null,
        to: 'drafting',
      } as const;
      await client.query(
        `INSERT INTO edition (id, standard_id, label, kind, origin, state, based_on_id, last_event_id, created_by_id)
         VALUES ($1, $2, '又一版', 'final', 'forked', 'drafting', $3, $4, $5)`,
        [id, s.world.standardId, s.imported, await event(client, move), s.world.people.editor],
      );
    },
  },
  {
    name: 'an edition is made without a commit',
    refusal: 'DN003 an outline changes by a commit',
    act: (s) => async (client) => {
      const id = randomUUID();
      const move = {
        lifecycle: 'edition',
        subject: id,
        editionId: id,
        actor: s.world.people.editor,
        from: null,
        to: 'imported',
      } as const;
      await client.query(
        `INSERT INTO edition (id, standard_id, label, kind, origin, state, last_event_id, created_by_id)
         VALUES ($1, $2, '空版', 'final', 'imported', 'imported', $3, $4)`,
        [id, s.world.standardId, await event(client, move), s.world.people.editor],
      );
    },
  },
  {
    name: 'an edition changes its state without an event',
    refusal: 'DN002 edition goes from drafting to consulting without an event of this transaction',
    act: (s) => [[`UPDATE edition SET state = 'consulting' WHERE id = $1`, [s.edition]]],
  },
  {
    name: 'an edition is published from its draft',
    refusal: 'DN002 edition does not go from drafting to published',
    act: (s) => (client) => moved(client, s, s.edition, 'drafting', 'published'),
  },
  {
    name: 'an edition that was issued gets another name',
    refusal: 'DN005 the edition is frozen',
    act: (s) => [[`UPDATE edition SET label = '新版' WHERE id = $1`, [s.imported]]],
  },
  {
    name: 'an edition is scheduled for no date',
    refusal: 'DN002 an edition is scheduled for a date',
    act: (s) => async (client) => {
      await moved(client, s, s.edition, 'drafting', 'finalising');
      await moved(client, s, s.edition, 'finalising', 'scheduled');
    },
  },
  {
    name: 'an edition is published without a publication',
    refusal: 'DN002 a published edition has a publication',
    act: (s) => (client) => moved(client, s, s.scheduled.edition, 'scheduled', 'published'),
  },
  {
    name: 'a contributor publishes',
    refusal: '23503 publication_by_publisher',
    act: (s) => publishing(s, s.scheduled.world.people.second),
  },
  {
    name: 'the person who scheduled it publishes',
    refusal: '23514 publication_by_another',
    act: (s) => async (client) => {
      await client.query(`UPDATE account SET roles = '{editor,publisher}' WHERE id = $1`, [
        s.scheduled.world.people.editor,
      ]);
      await publishing(s, s.scheduled.world.people.editor)(client);
    },
  },
  {
    name: 'another is named as the one who scheduled it',
    refusal: 'DN004 a publication names who scheduled it',
    act: (s) => publishing(s, s.scheduled.world.people.publisher, { requestedBy: s.scheduled.world.people.reviewer }),
  },
  {
    name: 'who is no publisher publishes',
    refusal: 'DN004 only a publisher publishes',
    act: (s) => async (client) => {
      await client.query(`UPDATE account SET roles = '{reviewer}' WHERE id = $1`, [s.scheduled.world.people.reviewer]);
      await publishing(s, s.scheduled.world.people.reviewer)(client);
    },
  },
  {
    name: 'another outline is published than stands',
    refusal: 'DN003 another text is published than stands',
    act: (s) => publishing(s, s.scheduled.world.people.publisher, { tree: 'c'.repeat(64) }),
  },
  {
    name: 'a file is published under the hash of another',
    refusal: '23514 publication_artefact_sha256_of_bytes',
    act: (s) => async (client) => {
      await publishing(s, s.scheduled.world.people.publisher)(client);
      await client.query(
        `INSERT INTO publication_artefact (publication_id, format, file_name, media_type, sha256, bytes)
         SELECT id, 'txt', 'a.txt', 'text/plain', $2, 'x' FROM publication WHERE edition_id = $1`,
        [s.scheduled.edition, 'd'.repeat(64)],
      );
    },
  },
  {
    name: 'a publisher of an edition has written in it',
    refusal: 'DN004 who publishes an edition contributes nothing to it',
    act: (s) => async (client) => {
      await client.query(
        `INSERT INTO edition_participant SELECT e.id, $2, 'publisher' FROM edition e WHERE e.id = $1`,
        [s.edition, await newAuthor(client, s)],
      );
      await mergeSteps(client, s.approved, s.world.people.editor, async () => {
        await asProposed(s)(client);
      });
    },
  },
];

/** A person who becomes an author of the approved amendment without having written, and could publish. */
async function newAuthor(client: Client, s: Setting): Promise<string> {
  const { id } = await one<{ id: string }>(
    client,
    `INSERT INTO account (username, name, roles, password_hash) VALUES ($1, '某', '{editor,publisher}', 'none') RETURNING id`,
    [randomUUID()],
  );
  await client.query(`INSERT INTO participant VALUES ($1, $2, 'author')`, [s.approved, id]);
  return id;
}

function queryOf([sql, values]: Statement): [string, unknown[]] {
  return [sql, [...(values ?? [])]];
}
