import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { moved, publishing } from './acts-on-editions.ts';
import { mergeSteps } from './amendment-story.ts';
import type { ForbiddenAct } from './attempt.ts';
import type { Setting } from './setting.ts';
import { account, event, one } from './story.ts';

/** Publishes the scheduled edition rightly, and then does what may not be done to it. */
const published =
  (s: Setting, then: (client: Client, edition: string) => Promise<unknown>) =>
  async (client: Client): Promise<void> => {
    await publishing(s, s.scheduled.world.people.publisher)(client);
    await then(client, s.scheduled.edition);
  };

/** What may not happen to an edition that is published, or waits for it, whoever asks. */
export const ACTS_ON_PUBLISHED_EDITIONS: readonly ForbiddenAct<Setting>[] = [
  {
    name: 'an entry of a published edition shows another text',
    refusal: 'DN005 the outline of the edition is frozen',
    act: (s) => published(s, showEarlierText),
  },
  {
    name: 'an entry of a published edition stands elsewhere',
    refusal: 'DN005 the outline of the edition is frozen',
    act: (s) =>
      published(s, (client, edition) =>
        client.query(`UPDATE placement SET position = 'zz' WHERE edition_id = $1`, [edition]),
      ),
  },
  {
    name: 'an entry is taken out of a published edition',
    refusal: 'DN005 the outline of the edition is frozen',
    act: (s) =>
      published(s, (client, edition) => client.query('DELETE FROM placement WHERE edition_id = $1', [edition])),
  },
  {
    name: 'a published text is written over',
    refusal: '42501',
    act: (s) =>
      published(s, (client, edition) =>
        client.query(
          `UPDATE revision r SET standard = '改' FROM placement p WHERE p.edition_id = $1 AND r.id = p.revision_id`,
          [edition],
        ),
      ),
  },
  {
    name: 'a published file is exchanged',
    refusal: '42501',
    act: (s) =>
      published(s, (client) =>
        client.query(`UPDATE publication_artefact SET bytes = 'x', sha256 = dingben_sha256('x')`),
      ),
  },
  {
    name: 'a published edition goes back to its draft',
    refusal: 'DN002 edition does not go from published to drafting',
    act: (s) => published(s, (client, edition) => moved(client, s, edition, 'published', 'drafting')),
  },
  {
    name: 'a published edition takes effect on another day',
    refusal: 'DN005 the edition is frozen',
    act: (s) =>
      published(s, (client, edition) =>
        client.query(`UPDATE edition SET effective_date = '2028-01-01' WHERE id = $1`, [edition]),
      ),
  },
  {
    name: 'a published edition is published again',
    refusal: 'DN002 only a scheduled edition is published',
    act: (s) => published(s, publishing(s, s.scheduled.world.people.reviewer)),
  },
  {
    name: 'a published edition is amended',
    refusal: 'DN005 the edition is not open to amendments',
    act: (s) => published(s, openAmendment),
  },
  {
    name: 'an edition that waits for its publication is amended',
    refusal: 'DN005 the edition is not open to amendments',
    act: (s) => (client) => openAmendment(client, s.scheduled.edition),
  },
  {
    name: 'an edition that waits for its publication shows another text',
    refusal: 'DN005 the outline of the edition is frozen',
    act: (s) => (client) => showEarlierText(client, s.scheduled.edition),
  },
  {
    name: 'an amendment is merged into an edition that waits for its publication',
    refusal: 'DN005 the outline of the edition is frozen',
    act: (s) => async (client) => {
      await moved(client, s, s.edition, 'drafting', 'finalising');
      await moved(client, s, s.edition, 'finalising', 'scheduled', `, effective_date = '2027-01-01'`);
      await mergeSteps(client, s.approved, s.world.people.editor);
    },
  },
  {
    name: 'an edition takes effect on another day than was asked for',
    refusal: 'DN005 what was scheduled is published as it stands',
    act: (s) => async (client) => {
      await client.query(`UPDATE edition SET effective_date = '2028-01-01' WHERE id = $1`, [s.scheduled.edition]);
      await publishing(s, s.scheduled.world.people.publisher)(client);
    },
  },
  {
    name: 'an edition gets another name while it waits for its publication',
    refusal: 'DN005 what was scheduled is published as it stands',
    act: (s) => [[`UPDATE edition SET label = '新版' WHERE id = $1`, [s.scheduled.edition]]],
  },
  {
    name: 'an edition is withdrawn without a withdrawal',
    refusal: 'DN002 a withdrawn edition has a withdrawal',
    act: (s) => published(s, (client, edition) => moved(client, s, edition, 'published', 'withdrawn')),
  },
  {
    name: 'an edition is withdrawn by who wrote in it',
    refusal: 'DN004 nobody withdraws what they wrote',
    act: (s) => published(s, (client, edition) => withdraw(client, edition, s.scheduled.world.people.second)),
  },
  {
    name: 'an edition is withdrawn by who is no publisher',
    refusal: 'DN004 only a publisher withdraws',
    act: (s) =>
      published(s, async (client, edition) => {
        await withdraw(client, edition, await account(client, 'auditor', 'auditor'));
      }),
  },
  {
    name: 'an edition is withdrawn from a day that is over',
    refusal: 'DN002 a withdrawal does not reach back',
    act: (s) =>
      published(s, (client, edition) => withdraw(client, edition, s.scheduled.world.people.publisher, '2020-01-01')),
  },
  {
    name: 'an edition that is not published is withdrawn',
    refusal: 'DN002 only a published edition is withdrawn',
    act: (s) =>
      published(s, async (client, edition) => {
        await withdraw(client, edition, s.scheduled.world.people.publisher);
        await moved(client, s, edition, 'published', 'withdrawn');
        await withdraw(client, edition, s.scheduled.world.people.publisher);
      }),
  },
  {
    name: 'an edition is reinstated while a later one is in force',
    refusal: 'DN002 a later edition is in force',
    act: (s) => async (client) => {
      const { edition } = s.scheduled;
      await moved(client, s, edition, 'scheduled', 'finalising');
      await moved(client, s, edition, 'finalising', 'scheduled', `, effective_date = '2026-01-01'`);
      await publishing(s, s.scheduled.world.people.publisher, { requestedBy: s.world.people.editor })(client);
      const based = 'SELECT based_on_id AS id FROM edition WHERE id = $1';
      const { id: base } = await one<{ id: string }>(client, based, [edition]);
      await moved(client, s, base, 'imported', 'superseded');
      await moved(client, s, base, 'superseded', 'imported');
    },
  },
  {
    name: 'an edition is planned by who wrote in it',
    refusal: 'DN004 nobody plans to publish what they wrote or asked for',
    act: (s) => (client) => plan(client, s.scheduled.edition, s.scheduled.world.people.second),
  },
  {
    name: 'an edition is planned by who asked for its publication',
    refusal: 'DN004 nobody plans to publish what they wrote or asked for',
    act: (s) => (client) => plan(client, s.scheduled.edition, s.scheduled.world.people.editor),
  },
  {
    name: 'an edition is planned for a moment that is over',
    refusal: 'DN002 a plan is for a moment to come',
    act: (s) => (client) => plan(client, s.scheduled.edition, s.scheduled.world.people.publisher, '2020-01-01'),
  },
  {
    name: 'an edition that is no longer a draft for publication is planned',
    refusal: 'DN002 only a scheduled edition waits for a moment',
    act: (s) => (client) => plan(client, s.edition, s.world.people.publisher),
  },
  {
    name: 'a planned moment is moved',
    refusal: '42501',
    act: (s) => async (client) => {
      await plan(client, s.scheduled.edition, s.scheduled.world.people.publisher);
      await client.query(`UPDATE publication_plan SET publish_at = now() + interval '1 hour'`);
    },
  },
  {
    name: 'a plan counts as carried out without its publication',
    refusal: 'DN002 a plan is carried out by its publication, not before its moment',
    act: (s) => async (client) => {
      await plan(client, s.scheduled.edition, s.scheduled.world.people.publisher);
      await client.query(`UPDATE publication_plan SET state = 'published', ended_at = now()`);
    },
  },
  {
    name: 'an edition leaves its plan behind',
    refusal: 'DN002 a plan waits for the edition',
    act: (s) => async (client) => {
      await plan(client, s.scheduled.edition, s.scheduled.world.people.publisher);
      await moved(client, s, s.scheduled.edition, 'scheduled', 'finalising');
    },
  },
  {
    name: 'a corrigendum is made of a draft',
    refusal: 'DN002 a corrigendum corrects a published edition',
    act: (s) => async (client) => {
      await corrigendum(client, s, s.edition);
    },
  },
  {
    name: 'a corrigendum is amended for another reason',
    refusal: 'DN002 a corrigendum is changed by errata alone',
    act: (s) => published(s, async (client, edition) => openAmendment(client, await corrigendum(client, s, edition))),
  },
  {
    name: 'an edition becomes a corrigendum',
    refusal: 'DN001 what an edition is does not change',
    act: (s) => [[`UPDATE edition SET kind = 'corrigendum' WHERE id = $1`, [s.edition]]],
  },
  {
    name: 'an abandoned edition is taken up again',
    refusal: 'DN002 edition does not go from abandoned to drafting',
    act: (s) => async (client) => {
      await moved(client, s, s.edition, 'drafting', 'abandoned');
      await moved(client, s, s.edition, 'abandoned', 'drafting');
    },
  },
  {
    name: 'an imported edition is published',
    refusal: 'DN002 edition does not go from imported to published',
    act: (s) => (client) => moved(client, s, s.imported, 'imported', 'published'),
  },
];

async function withdraw(client: Client, edition: string, by: string, from = '2999-01-01'): Promise<void> {
  await client.query(
    `INSERT INTO withdrawal (publication_id, explanation, effective_date, withdrawn_by_id)
     SELECT id, '有误', $3, $2 FROM publication WHERE edition_id = $1`,
    [edition, by, from],
  );
}

async function plan(client: Client, edition: string, by: string, at = '2999-01-01'): Promise<void> {
  await client.query(
    `INSERT INTO publication_plan (edition_id, publisher_id, publish_at, commit_id)
     SELECT id, $2, $3::timestamptz, head_commit_id FROM edition WHERE id = $1`,
    [edition, by, at],
  );
}

/** The bare row: what is not allowed to be one is refused as soon as it is written. */
async function corrigendum(client: Client, s: Setting, base: string): Promise<string> {
  const id = randomUUID();
  const actor = s.world.people.editor;
  const eventId = await event(client, {
    lifecycle: 'edition',
    subject: id,
    editionId: id,
    actor,
    from: null,
    to: 'drafting',
  });
  await client.query(
    `INSERT INTO edition (id, standard_id, label, kind, origin, state, based_on_id, last_event_id, created_by_id)
     SELECT $1, standard_id, '勘误一', 'corrigendum', 'forked', 'drafting', id, $3, $4 FROM edition WHERE id = $2`,
    [id, base, eventId, actor],
  );
  return id;
}

async function openAmendment(client: Client, edition: string): Promise<void> {
  await client.query(
    `INSERT INTO amendment (edition_id, number, title, reason_class, rationale, legal_basis, state, base_commit_id, last_event_id, created_by_id)
     SELECT e.id, 99, '题', 'wording', '因', '据', 'draft', e.head_commit_id, e.last_event_id, e.created_by_id FROM edition e WHERE e.id = $1`,
    [edition],
  );
}

async function showEarlierText(client: Client, edition: string): Promise<void> {
  await client.query(
    `UPDATE placement p SET revision_id = r.parent_id FROM revision r
     WHERE p.edition_id = $1 AND r.id = p.revision_id`,
    [edition],
  );
}
