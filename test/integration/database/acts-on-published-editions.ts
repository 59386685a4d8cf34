import type { Client } from 'pg';
import { moved, publishing } from './acts-on-editions.ts';
import { mergeSteps } from './amendment-story.ts';
import type { ForbiddenAct } from './attempt.ts';
import type { Setting } from './setting.ts';

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
