import type { Client } from 'pg';
import type { ForbiddenAct, Statement } from './attempt.ts';
import type { Setting } from './setting.ts';
import { one } from './story.ts';

/** Two registered regulations, the first merged into the second; and an agency. */
export interface Registered {
  readonly merged: string;
  readonly standing: string;
  readonly agency: string;
}

/** The event comes first, as with everything that has a state. */
async function act(client: Client, subject: string, status: string, actor: string): Promise<string> {
  const sql = `INSERT INTO event (subject_type, subject_id, action, to_state, actor_id)
    VALUES ('regulation', $1, 'regulation.registered', $2, $3) RETURNING id`;
  return (await one<{ id: string }>(client, sql, [subject, status, actor])).id;
}

async function register(client: Client, actor: string, mergedInto: string | null): Promise<string> {
  const { id } = await one<{ id: string }>(client, 'SELECT uuidv7() AS id');
  await client.query('BEGIN');
  const event = await act(client, id, 'in-force', actor);
  await client.query(
    `INSERT INTO regulation (id, title, numbers, status, merged_into_id, last_event_id) VALUES ($1, '某办法', '{}', 'in-force', $2, $3)`,
    [id, mergedInto, event],
  );
  await client.query('COMMIT');
  return id;
}

export async function createRegistered(client: Client, { world }: Setting): Promise<Registered> {
  const standing = await register(client, world.people.editor, null);
  const merged = await register(client, world.people.editor, standing);
  const agency = await one<{ id: string }>(
    client,
    `INSERT INTO agency (name, aliases) VALUES ('市某局', '{}') RETURNING id`,
  );
  return { standing, merged, agency: agency.id };
}

const set = (id: string, change: string): Statement => [`UPDATE regulation SET ${change} WHERE id = $1`, [id]];

/** What may not happen to what is registered, whoever asks. */
export const ACTS_ON_REGISTRIES: readonly ForbiddenAct<Registered>[] = [
  {
    name: 'a regulation changes its status without an event that says so',
    refusal: '23503 regulation_status_of_last_event',
    act: ({ standing }) => [set(standing, `status = 'repealed'`)],
  },
  {
    name: 'a regulation has a status that there is not',
    refusal: '23514 regulation_status_known',
    act: ({ standing }) => [set(standing, `status = 'gone'`)],
  },
  {
    name: 'a regulation in force has a day of its repeal',
    refusal: '23514 regulation_repealed_on_fits',
    act: ({ standing }) => [set(standing, `repealed_on = '2024-01-01'`)],
  },
  {
    name: 'a regulation has a number that is none',
    refusal: '23514 regulation_numbers_given',
    act: ({ standing }) => [set(standing, `numbers = ARRAY['']`)],
  },
  {
    name: 'a regulation succeeds itself',
    refusal: '23514 regulation_successor_is_another',
    act: ({ standing }) => [set(standing, 'successor_id = id')],
  },
  {
    name: 'a regulation is merged into itself',
    refusal: '23514 regulation_merged_into_another',
    act: ({ standing }) => [set(standing, 'merged_into_id = id')],
  },
  {
    name: 'a regulation is merged into one that was merged away, so that they would point at each other',
    refusal: 'DN002 a regulation is merged into one that stands',
    act: ({ standing, merged }) => [['UPDATE regulation SET merged_into_id = $2 WHERE id = $1', [standing, merged]]],
  },
  { name: 'a regulation is deleted', refusal: '42501', act: () => [['DELETE FROM regulation']] },
  { name: 'an agency is deleted', refusal: '42501', act: () => [['DELETE FROM agency']] },
  { name: 'what became of an agency is deleted', refusal: '42501', act: () => [['DELETE FROM agency_succession']] },
  {
    name: 'what became of an agency is altered',
    refusal: '42501',
    act: () => [['UPDATE agency_succession SET kind = kind']],
  },
  {
    name: 'an agency ends before it began',
    refusal: '23514 agency_ends_after_it_began',
    act: ({ agency }) => [
      [`UPDATE agency SET began_on = '2024-01-01', ended_on = '2023-01-01' WHERE id = $1`, [agency]],
    ],
  },
  {
    name: 'an agency succeeds itself',
    refusal: '23514 agency_succession_by_another',
    act: ({ agency }) => [
      [
        `INSERT INTO agency_succession (agency_id, successor_id, kind, "on", event_id) VALUES ($1, $1, 'rename', '2024-01-01', $1)`,
        [agency],
      ],
    ],
  },
];

/** Not even by who owns the tables. */
export const KEPT: readonly (readonly [what: string, sql: string])[] = [
  ['regulation', 'DELETE FROM regulation'],
  ['regulation', 'TRUNCATE regulation CASCADE'],
  ['agency', 'DELETE FROM agency'],
  ['agency_succession', 'UPDATE agency_succession SET kind = kind'],
  ['agency_succession', 'DELETE FROM agency_succession'],
];
