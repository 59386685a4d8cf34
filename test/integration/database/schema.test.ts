import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AMENDMENT_STATES,
  AMENDMENT_TRANSITIONS,
  EDITION_STATES,
  EDITION_TRANSITIONS,
  type Transition,
} from '@dingben/workflow';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await createDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** What a schema consists of, one line a thing, as PostgreSQL itself describes it. */
const DESCRIPTION = `
  SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = $1::text::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND c.relname NOT IN ('_prisma_migrations', 'outline_change')
  UNION ALL
  SELECT 'index ' || indexname || ' ' || substr(indexdef, strpos(indexdef, ' USING ')) FROM pg_indexes
  WHERE schemaname = $1::text AND tablename NOT IN ('_prisma_migrations', 'outline_change')
  UNION ALL
  SELECT 'key ' || conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
  WHERE connamespace = $1::text::regnamespace AND contype = 'f'
  ORDER BY line`;

async function describeSchema(name: string): Promise<string[]> {
  await owner.query(`SET search_path = ${name}`);
  const { rows } = await owner.query<{ line: string }>(DESCRIPTION, [name]);
  return rows.map(({ line }) => line.replaceAll(`${name}.`, ''));
}

describe('the migrations', () => {
  let migrated: string[];
  let modelled: string[];

  beforeAll(async () => {
    const script = join(__dirname, 'schema-ddl.mjs');
    const { stdout: ddl } = await promisify(execFile)(process.execPath, [script, database.ownerUrl]);
    await owner.query('CREATE SCHEMA modelled');
    await owner.query(`SET search_path = modelled; ${ddl.replaceAll('CREATE SCHEMA IF NOT EXISTS "public";', '')}`);
    [migrated, modelled] = [await describeSchema('public'), await describeSchema('modelled')];
  });

  test('make every table, column, index and key of the Prisma schema', () => {
    expect(modelled.length).toBeGreaterThan(200);
    const missing = modelled.filter((line) => !migrated.includes(line));
    expect(missing).toEqual([]);
  });

  test('add no column, and only the indexes and keys that Prisma cannot express', () => {
    const added = migrated
      .filter((line) => !modelled.includes(line))
      .map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(added.filter((line) => line.startsWith('column'))).toEqual([]);
    expect(added.filter((line) => line.startsWith('index')).map((line) => line.split(' ')[1])).toEqual([
      'edition_one_open_draft',
      'event_of_registry',
      'job_one_a_key',
      'job_open',
      'placement_one_a_position',
      'publication_plan_due',
      'publication_plan_one_waiting',
      'section_one_a_position',
    ]);
    expect(added.filter((line) => line.startsWith('key')).every((line) => !line.endsWith('_fkey'))).toBe(true);
  });
});

describe('the lifecycles', () => {
  test('allow the same steps in the database as in packages/workflow', async () => {
    const lifecycles: [string, readonly string[], Readonly<Record<string, Transition<string, string>>>][] = [
      ['amendment', AMENDMENT_STATES, AMENDMENT_TRANSITIONS],
      ['edition', EDITION_STATES, EDITION_TRANSITIONS],
    ];
    for (const [name, states, transitions] of lifecycles) {
      // A fork is another edition's beginning, not a step of the edition that is forked.
      const lines = Object.entries(transitions).filter(([event]) => event !== 'fork');
      const steps = lines.flatMap(([, { from, to }]) =>
        from.flatMap((before) => to.filter((after) => after !== before).map((after) => `${before ?? ''}>${after}`)),
      );
      const { rows } = await owner.query<{ step: string }>(
        `SELECT a || '>' || b AS step FROM unnest($1::text[]) a, unnest($1::text[]) b WHERE public.dingben_may_move($2, a, b)`,
        [states, name],
      );
      expect(rows.map(({ step }) => step).sort()).toEqual(
        [...new Set(steps)].filter((step) => !step.startsWith('>')).sort(),
      );
    }
  });
});

describe('what is run with the rights of the owner', () => {
  test('has a fixed search path, and nobody but the owner may call it', async () => {
    const { rows } = await owner.query(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'dingben%' AND prosecdef
       AND (COALESCE('search_path=public, pg_temp' = ANY (proconfig), false) IS FALSE OR has_function_privilege('dingben_app', oid, 'EXECUTE'))`,
    );
    expect(rows).toEqual([]);
  });
});
