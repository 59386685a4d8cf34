import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { ACTS_ON_AMENDMENTS, approvingRightly } from './acts-on-amendments.ts';
import { ACTS_ON_EDITIONS, asProposed, merging, publishing } from './acts-on-editions.ts';
import { ACTS_ON_PUBLISHED_EDITIONS } from './acts-on-published-editions.ts';
import { ACTS_ON_REGISTRIES, KEPT, createRegistered, type Registered } from './acts-on-registries.ts';
import { attempt, type Statement } from './attempt.ts';
import { createSetting, type Setting } from './setting.ts';

let database: TestDatabase;
let app: Client;
let owner: Client;
let setting: Setting;
let registered: Registered;

beforeAll(async () => {
  database = await createDatabase();
  app = new Client({ connectionString: database.appUrl });
  owner = new Client({ connectionString: database.ownerUrl });
  await Promise.all([app.connect(), owner.connect()]);
  setting = await createSetting(app);
  registered = await createRegistered(app, setting);
});
afterAll(async () => {
  await Promise.all([app.end(), owner.end()]);
  await database.drop();
});

const IMMUTABLE: readonly (readonly [table: string, column: string])[] = [
  ['revision', 'title'],
  ['reference_correction', 'reason'],
  ['class_confirmation', 'place'],
  ['change_reason', 'reason'],
  ['commit', 'message'],
  ['commit_change', 'operation'],
  ['participant', 'role'],
  ['edition_participant', 'role'],
  ['amendment_draft', 'edits'],
  ['approval', 'comment'],
  ['publication', 'manifest'],
  ['publication_artefact', 'file_name'],
  ['withdrawal', 'explanation'],
  ['event', 'comment'],
  ['ledger_event', 'payload'],
];

describe.each(IMMUTABLE)('%s', (table, column) => {
  const changes: readonly Statement[] = [
    [`UPDATE ${table} SET ${column} = ${column}`],
    [`DELETE FROM ${table}`],
    [`TRUNCATE ${table} CASCADE`],
  ];

  test('is neither changed nor emptied by the app role, for want of the right', async () => {
    for (const change of changes) expect(await attempt(app, [change])).toMatch(/^42501 /);
  });

  test('is neither changed nor emptied by its owner, whom a trigger stops', async () => {
    for (const change of changes) expect(await attempt(owner, [change])).toMatch(/^DN001 /);
  });
});

describe('references', () => {
  test('are dropped and derived again by the app role, and never changed in place or emptied', async () => {
    expect(await attempt(app, [['DELETE FROM reference_list']])).toBe('done');
    expect(await attempt(app, [['UPDATE reference_list SET items = items']])).toMatch(/^42501 /);
    for (const change of ['UPDATE reference_list SET items = items', 'TRUNCATE reference_list'])
      expect(await attempt(owner, [[change]])).toMatch(/^DN001 /);
  });

  test('have corrections that name an account, an event and a reason', async () => {
    const values = `gen_random_uuid(), repeat('a', 64), 1, 'standard', 0, 1, 'citation', gen_random_uuid(), gen_random_uuid()`;
    const insert = (reason: string): Statement => [
      `INSERT INTO reference_correction (service_id, content_hash, number, provision, start, "end", kind, actor_id, event_id, reason)
       VALUES (${values}, '${reason}')`,
    ];
    expect(await attempt(app, [insert(' ')])).toMatch(/^23514 reference_correction_reasoned/);
    expect(await attempt(app, [insert('经核对')])).toMatch(/^23503 /);
  });
});

describe('the app role is refused', () => {
  const acts: readonly (readonly [string, string])[] = [
    ['to write the ledger', `INSERT INTO ledger_event SELECT * FROM ledger_event LIMIT 1`],
    [
      'to call what writes the ledger',
      `SELECT dingben_ledger_append(NULL, 'a', 'ok', 'a', NULL, NULL, NULL, NULL, '')`,
    ],
    ['to touch the notes of a merge', 'DELETE FROM outline_change'],
    ['to delete an amendment', 'DELETE FROM amendment'],
    ['to delete an edition', 'DELETE FROM edition'],
    ['to delete an account', 'DELETE FROM account'],
    ['to switch a trigger off', 'ALTER TABLE revision DISABLE TRIGGER ALL'],
    ['to switch all triggers off', 'SET session_replication_role = replica'],
    ['to replace a trigger', 'CREATE FUNCTION public.dingben_stamp_event() RETURNS trigger LANGUAGE sql RETURN NULL'],
    ['to put a table in front of another', 'CREATE TABLE public.shadow (id uuid)'],
  ];

  test.each(acts)('%s', async (_name, sql) => {
    expect(await attempt(app, [[sql]])).toMatch(/^42501 /);
  });

  test('in any isolation but READ COMMITTED, by the ledger', async () => {
    const sql = `INSERT INTO event (subject_type, action) VALUES ('ledger', 'ledger.verified')`;
    expect(await attempt(app, [[sql]])).toBe('done');
    expect(await attempt(app, [[sql]], 'BEGIN ISOLATION LEVEL REPEATABLE READ')).toMatch(/^DN006 /);
    expect(await attempt(app, [[sql]], 'BEGIN ISOLATION LEVEL SERIALIZABLE')).toMatch(/^DN006 /);
  });
});

describe('nobody brings it about that', () => {
  test.each([...ACTS_ON_AMENDMENTS, ...ACTS_ON_EDITIONS, ...ACTS_ON_PUBLISHED_EDITIONS])(
    '$name',
    async ({ act, refusal }) => {
      expect((await attempt(app, act(setting))).slice(0, refusal.length)).toBe(refusal);
    },
  );
});

describe('nobody brings it about in the registries that', () => {
  test.each(ACTS_ON_REGISTRIES)('$name', async ({ act, refusal }) => {
    expect((await attempt(app, act(registered))).slice(0, refusal.length)).toBe(refusal);
  });

  test.each(KEPT)('the owner empties or alters %s by %s', async (_what, sql) => {
    expect(await attempt(owner, [[sql]])).toMatch(/^DN001 /);
  });
});

describe('the same acts, done rightly, are done:', () => {
  test('approving what another wrote', async () => {
    const { submitted, world } = setting;
    expect(await attempt(app, approvingRightly(submitted, world.people.reviewer))).toBe('done');
  });

  test('merging what was approved', async () => {
    expect(await attempt(app, merging(setting, asProposed(setting)))).toBe('done');
  });

  test('publishing what others wrote and scheduled', async () => {
    expect(await attempt(app, publishing(setting, setting.scheduled.world.people.publisher))).toBe('done');
  });
});
