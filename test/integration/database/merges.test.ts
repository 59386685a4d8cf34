import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { approve, join, merge, mergeSteps, openAmendment, revise, submit } from './amendment-story.ts';
import { attempt } from './attempt.ts';
import { at } from './setting.ts';
import {
  createWorld,
  fork,
  importEdition,
  one,
  place,
  text,
  transaction,
  writeRevision,
  type Entry,
  type Text,
  type World,
} from './story.ts';

let database: TestDatabase;
let app: Client;
let world: World;
let edition: string;
let section: { id: string; key: string };
let entries: readonly Entry[];

beforeAll(async () => {
  database = await createDatabase();
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});
beforeEach(async () => {
  world = await createWorld(app);
  const imported = await importEdition(
    app,
    world,
    ['一', '二', '三'].map((title) => text(title)),
  );
  edition = await fork(app, world, imported.editionId);
  entries = imported.entries;
  section = await one(app, 'SELECT id, key FROM section WHERE edition_id = $1', [edition]);
});

const words = (standard: string, funding: string): Text => ({
  title: '一',
  provisions: ['本市居民', '提供补贴', standard, funding, '市民政局'],
});

async function approved(
  prepare: (id: string, author: string) => Promise<unknown>,
  author = world.people.editor,
): Promise<string> {
  const id = await openAmendment(app, edition, author);
  await prepare(id, author);
  await submit(app, id, author);
  await approve(app, id, world.people.reviewer);
  return id;
}

const revising = (entry: Entry, proposed: Text, author?: string) =>
  approved((id, by) => revise(app, id, by, entry, proposed), author);

async function edit(id: string, by: string, row: Record<string, string | null>): Promise<void> {
  const columns = ['amendment_id', 'updated_by_id', ...Object.keys(row)];
  const values = [id, by, ...Object.values(row)];
  await app.query(
    `INSERT INTO amendment_edit (${columns.join(', ')}) VALUES (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
    values,
  );
}

const shown = async (entry: Entry): Promise<string> =>
  (
    await one<{ id: string }>(
      app,
      'SELECT revision_id AS id FROM placement WHERE edition_id = $1 AND service_id = $2',
      [edition, entry.serviceId],
    )
  ).id;

/** Joins the texts of an amendment with what stands, as `joined`, and shows that. */
const joining = (id: string, entry: Entry, joined: Text) => async () => {
  const { serviceId } = entry;
  const row = {
    serviceId,
    author: world.people.editor,
    amendmentId: id,
    text: joined,
    mergedWithId: await shown(entry),
  };
  const revisionId = await writeRevision(app, row);
  await app.query('UPDATE placement SET revision_id = $3 WHERE edition_id = $1 AND service_id = $2', [
    edition,
    serviceId,
    revisionId,
  ]);
};

describe('two amendments of one entry', () => {
  let second: string;
  let entry: Entry;

  beforeEach(async () => {
    entry = at(entries, 0);
    const first = await revising(entry, words('每人每月2800元', '市级财政'));
    second = await revising(entry, words('每人每月2650元', '区级财政'));
    await merge(app, first, world.people.editor);
  });

  const tried = (write?: () => Promise<void>) =>
    attempt(app, () => mergeSteps(app, second, world.people.editor, write));
  const refused = /^DN003 the merge is not what was approved/;

  test('both merge where they change different provisions', async () => {
    await merge(app, second, world.people.editor, joining(second, entry, words('每人每月2800元', '区级财政')));
    const sql = 'SELECT standard, funding FROM revision WHERE id = $1';
    expect(await one(app, sql, [await shown(entry)])).toEqual({ standard: '每人每月2800元', funding: '区级财政' });
  });

  test('do not overwrite one another', async () => {
    expect(await tried()).toMatch(refused);
    expect(await tried(joining(second, entry, words('每人每月2650元', '区级财政')))).toMatch(refused);
  });

  test('are not joined where both changed the same provision', async () => {
    const third = await revising(entry, words('每人每月3000元', '市级财政'));
    const joined = words('每人每月2800元3000元', '市级财政');
    for (const standard of [joined, words('每人每月3000元', '市级财政'), words('每人每月2800元', '市级财政')]) {
      const write = joining(third, entry, standard);
      expect(await attempt(app, () => mergeSteps(app, third, world.people.editor, write))).toMatch(refused);
    }
  });

  test('give no text that neither of them proposed', async () => {
    expect(await tried(joining(second, entry, words('每人每月2800元', '中央财政')))).toMatch(refused);
    expect(await tried(joining(second, entry, { ...words('每人每月2800元', '区级财政'), title: '题' }))).toMatch(
      refused,
    );
  });
});

describe('an amendment that adds, removes and moves', () => {
  let added: string;
  let id: string;

  beforeEach(async () => {
    const sql = 'INSERT INTO service (standard_id, code) VALUES ($1, uuidv7()::text) RETURNING id';
    added = (await one<{ id: string }>(app, sql, [world.standardId])).id;
    id = await approved(async (amendmentId, author) => {
      const proposed = await writeRevision(app, { serviceId: added, author, amendmentId, text: text('新增') });
      const { serviceId: service_id, revisionId: base_revision_id } = at(entries, 1);
      await edit(amendmentId, author, {
        kind: 'add',
        service_id: added,
        proposed_revision_id: proposed,
        section_key: section.key,
      });
      await edit(amendmentId, author, { kind: 'remove', service_id, base_revision_id });
      const parent = { section_key: section.key, parent_service_id: at(entries, 0).serviceId };
      await edit(amendmentId, author, { kind: 'move', service_id: at(entries, 2).serviceId, ...parent });
    });
  });

  const remove = () =>
    app.query('DELETE FROM placement WHERE edition_id = $1 AND service_id = $2', [edition, at(entries, 1).serviceId]);
  const move = () =>
    app.query('UPDATE placement SET parent_service_id = $3 WHERE edition_id = $1 AND service_id = $2', [
      edition,
      at(entries, 2).serviceId,
      at(entries, 0).serviceId,
    ]);
  const add = async (parent?: string) => {
    const sql = `SELECT proposed_revision_id AS id FROM amendment_edit WHERE amendment_id = $1 AND kind = 'add'`;
    const { id: revisionId } = await one<{ id: string }>(app, sql, [id]);
    const where = parent === undefined ? {} : { parent };
    await place(app, {
      editionId: edition,
      serviceId: added,
      revisionId,
      sectionId: section.id,
      position: 'a0V',
      ...where,
    });
  };
  const tried = (write: () => Promise<void>) => attempt(app, () => mergeSteps(app, id, world.people.editor, write));

  test('is merged as a whole', async () => {
    await merge(app, id, world.people.editor, async () => {
      await add();
      await remove();
      await move();
    });
    const { rows } = await app.query(
      'SELECT service_id, parent_service_id FROM placement WHERE edition_id = $1 ORDER BY position',
      [edition],
    );
    expect(rows).toEqual([
      { service_id: added, parent_service_id: null },
      { service_id: at(entries, 0).serviceId, parent_service_id: null },
      { service_id: at(entries, 2).serviceId, parent_service_id: at(entries, 0).serviceId },
    ]);
  });

  test('is not merged in part, nor in another place', async () => {
    const refused = /^DN003 the merge is not what was approved/;
    const others = [
      () => add().then(remove),
      () => add().then(move),
      () => remove().then(move),
      () => add(at(entries, 0).serviceId).then(remove).then(move),
    ];
    for (const write of others) {
      const carry = async () => {
        await write();
      };
      expect(await tried(carry)).toMatch(refused);
    }
  });

  test('does not remove a text that was changed since', async () => {
    const other = await revising(at(entries, 1), text('二', '每人每月2800元'));
    await merge(app, other, world.people.editor);
    const all = async () => {
      await add();
      await remove();
      await move();
    };
    expect(await tried(all)).toMatch(/^DN003 the merge is not what was approved/);
  });
});

describe('who has contributed to an edition', () => {
  const contributors = async (id: string) => {
    const sql = `SELECT account_id FROM edition_participant WHERE edition_id = $1 AND role = 'contributor' ORDER BY account_id`;
    return (await app.query<{ account_id: string }>(sql, [id])).rows.map((row) => row.account_id);
  };

  test('is who imported it, or every author of what was merged, and not who reviewed', async () => {
    const { editor, second } = world.people;
    const id = await approved(async (amendmentId, author) => {
      await revise(app, amendmentId, author, at(entries, 0), text('新'));
      await transaction(app, () => join(app, amendmentId, second, 'author'));
    });
    expect(await contributors(edition)).toEqual([]);
    await merge(app, id, world.people.reviewer);
    expect(await contributors(edition)).toEqual([editor, second].sort());
    const { based } = await one<{ based: string }>(app, 'SELECT based_on_id AS based FROM edition WHERE id = $1', [
      edition,
    ]);
    expect(await contributors(based)).toEqual([editor]);
  });
});
