import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { frame } from '@dingben/kernel';
import { amendmentHash } from '@dingben/ledger';
import { revisionHash, treeHash, type TreeNode } from '@dingben/outline/hash';
import fc from 'fast-check';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { openAmendment, revise } from './amendment-story.ts';
import { at } from './setting.ts';
import {
  createWorld,
  event,
  fork,
  importEdition,
  one,
  place,
  text,
  transaction,
  writeRevision,
  type World,
} from './story.ts';

let database: TestDatabase;
let app: Client;

beforeAll(async () => {
  database = await createDatabase();
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

/** Whatever PostgreSQL can store: any well-formed text without U+0000. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.replaceAll('\0', ''));
const anyField = fc.option(anyText, { nil: null });
const runs = { numRuns: 100 };

describe('the database computes the same as the packages', () => {
  test('for a frame of any fields', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyField), async (fields) => {
        const { framed } = await one<{ framed: string }>(app, 'SELECT dingben_frame(VARIADIC $1::text[]) AS framed', [
          fields,
        ]);
        expect(framed).toBe(frame(fields));
      }),
      runs,
    );
  });

  test('for a revision of any texts', async () => {
    const provisions = fc.record({
      targetGroup: anyText,
      content: anyText,
      standard: anyText,
      funding: anyText,
      leadAgency: anyText,
    });
    await fc.assert(
      fc.asyncProperty(anyText, fc.option(provisions, { nil: null }), async (title, texts) => {
        const { targetGroup, content, standard, funding, leadAgency } = texts ?? {};
        const values = [
          title,
          targetGroup ?? null,
          content ?? null,
          standard ?? null,
          funding ?? null,
          leadAgency ?? null,
        ];
        const { hash } = await one<{ hash: string }>(
          app,
          'SELECT dingben_revision_hash($1, $2, $3, $4, $5, $6) AS hash',
          values,
        );
        expect(hash).toBe(revisionHash({ title, provisions: texts }));
      }),
      runs,
    );
  });

  test('for an amendment with edits of every kind', async () => {
    const world = await createWorld(app);
    const imported = await importEdition(
      app,
      world,
      ['一', '二', '三'].map((title) => text(title)),
    );
    const editionId = await fork(app, world, imported.editionId);
    const { editor } = world.people;
    const id = await openAmendment(app, editionId, editor);
    await revise(app, id, editor, at(imported.entries, 0), text('新'));
    const key = imported.section.key;
    await app.query(
      `INSERT INTO amendment_edit (amendment_id, kind, service_id, base_revision_id, section_key, parent_service_id, after_service_id, updated_by_id)
       VALUES ($1, 'remove', $2, $3, NULL, NULL, NULL, $7), ($1, 'move', $4, NULL, $5, NULL, $6, $7)`,
      [
        id,
        at(imported.entries, 1).serviceId,
        at(imported.entries, 1).revisionId,
        at(imported.entries, 2).serviceId,
        key,
        at(imported.entries, 0).serviceId,
        editor,
      ],
    );
    const rows = await app.query<
      Record<'service_id' | 'kind', string> & Record<'base' | 'hash' | 'key' | 'parent' | 'after', string | null>
    >(
      `SELECT e.service_id, kind, base_revision_id AS base, content_hash AS hash, section_key AS key, parent_service_id AS parent,
         after_service_id AS after FROM amendment_edit e LEFT JOIN revision r ON r.id = e.proposed_revision_id WHERE e.amendment_id = $1`,
      [id],
    );
    const edits = rows.rows.map((row) => ({
      serviceId: row.service_id,
      kind: row.kind,
      baseRevisionId: row.base,
      proposedHash: row.hash,
      sectionKey: row.key,
      parentServiceId: row.parent,
      afterServiceId: row.after,
    }));
    expect(edits).toHaveLength(3);
    const { hash } = await one<{ hash: string }>(app, 'SELECT dingben_amendment_content_hash($1) AS hash', [id]);
    const reason = { title: '统一用语', reasonClass: 'wording', rationale: '统一', legalBasis: '京政发' };
    expect(hash).toBe(amendmentHash({ ...reason, edits }));
  });

  test('for outlines of any shape', async () => {
    const world = await createWorld(app);
    const category = fc.record({
      title: anyText,
      restored: fc.boolean(),
      services: fc.array(fc.nat(2), { maxLength: 3 }),
    });
    const chapter = fc.record({
      title: anyText,
      restored: fc.boolean(),
      services: fc.array(fc.nat(2), { maxLength: 2 }),
      categories: fc.array(category, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(chapter, { maxLength: 3 }), async (chapters) => {
        await transaction(app, async () => {
          const edition = await bareEdition(app, world);
          const nodes: TreeNode[] = [];
          for (const [index, { categories, ...heading }] of chapters.entries()) {
            const parent = await section(app, edition, world, nodes, {
              ...heading,
              kind: 'chapter',
              parent: null,
              index,
            });
            for (const [inner, each] of categories.entries()) {
              await section(app, edition, world, nodes, { ...each, kind: 'category', parent, index: inner });
            }
          }
          const { hash } = await one<{ hash: string }>(app, 'SELECT dingben_tree_hash($1) AS hash', [edition]);
          expect(hash).toBe(treeHash(nodes));
          throw new Undone();
        }).catch((error: unknown) => {
          if (!(error instanceof Undone)) throw error;
        });
      }),
      { numRuns: 25 },
    );
  });
});

/** Ends a transaction that is not to be kept. */
class Undone extends Error {}

async function bareEdition(client: Client, world: World): Promise<string> {
  const id = randomUUID();
  const actor = world.people.editor;
  const eventId = await event(client, {
    lifecycle: 'edition',
    subject: id,
    editionId: id,
    actor,
    from: null,
    to: 'imported',
  });
  await client.query(
    `INSERT INTO edition (id, standard_id, label, kind, origin, state, last_event_id, created_by_id)
     VALUES ($1, $2, $3, 'final', 'imported', 'imported', $4, $5)`,
    [id, world.standardId, id, eventId, actor],
  );
  return id;
}

interface Heading {
  readonly kind: 'chapter' | 'category';
  readonly title: string;
  readonly restored: boolean;
  readonly parent: string | null;
  readonly index: number;
  /** For each service how many items it has. */
  readonly services: readonly number[];
}

/** Order keys of different lengths, in rising order. */
const key = (index: number) => ['0V', 'A', 'A1', 'Az', 'a'][index] ?? 'z';

async function section(
  client: Client,
  edition: string,
  world: World,
  nodes: TreeNode[],
  heading: Heading,
): Promise<string> {
  const { kind, title, restored, parent, index } = heading;
  const { id } = await one<{ id: string }>(
    client,
    'INSERT INTO section (edition_id, key, parent_id, kind, title, restored, position) VALUES ($1, uuidv7(), $2, $3, $4, $5, $6) RETURNING id',
    [edition, parent, kind, title, restored, key(index)],
  );
  nodes.push({ type: 'section', kind, title, restored });
  for (const [place, items] of heading.services.entries()) {
    const service = await entry(client, edition, world, nodes, { sectionId: id, position: key(place) });
    for (let item = 0; item < items; item++)
      await entry(client, edition, world, nodes, { sectionId: id, position: key(item), parent: service });
  }
  return id;
}

async function entry(
  client: Client,
  editionId: string,
  world: World,
  nodes: TreeNode[],
  where: { sectionId: string; position: string; parent?: string },
): Promise<string> {
  const code = randomUUID();
  const { id: serviceId } = await one<{ id: string }>(
    client,
    'INSERT INTO service (standard_id, code) VALUES ($1, $2) RETURNING id',
    [world.standardId, code],
  );
  const words = { title: code, provisions: null };
  const revisionId = await writeRevision(client, {
    serviceId,
    author: world.people.editor,
    amendmentId: null,
    text: words,
  });
  await place(client, { editionId, serviceId, revisionId, ...where });
  nodes.push({ type: 'entry', depth: where.parent === undefined ? 0 : 1, code, revisionHash: revisionHash(words) });
  return serviceId;
}
