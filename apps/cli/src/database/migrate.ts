import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MigrationList, noFilters, openEngine } from './engine.ts';
import { withClient } from './roles.ts';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Row {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly rolled_back_at: Date | null;
}

/** A database whose history is not the one in prisma/migrations. */
export class MigrationError extends Error {}

/**
 * Brings a database to the newest migration, as `prisma migrate deploy` does, and answers the names that were applied.
 * Where nothing is to be done the engine is not even loaded.
 *
 * A migration that was killed half-way left no trace but its unfinished row, because PostgreSQL runs each as one
 * transaction; the row is marked as rolled back and the migration applied again.
 */
export async function migrate(root: string, ownerUrl: string): Promise<readonly string[]> {
  const migrations = readMigrations(join(root, 'prisma', 'migrations'));
  const rows = await appliedRows(ownerUrl);
  refuseOtherHistory(migrations, rows);
  const finished = new Set(rows.filter(isFinished).map((row) => row.migration_name));
  if (migrations.every(({ name }) => finished.has(name))) return [];
  const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
  const { engine, close } = await openEngine(root, ownerUrl, schema);
  try {
    for (const row of rows.filter(isInterrupted)) {
      await engine.markMigrationRolledBack({ migrationName: row.migration_name });
    }
    const migrationsList = listOf(join(root, 'prisma', 'migrations'), migrations);
    return (await engine.applyMigrations({ migrationsList, filters: noFilters })).appliedMigrationNames;
  } finally {
    await close();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isFinished = (row: Row) => row.finished_at !== null && row.rolled_back_at === null;
const isInterrupted = (row: Row) => row.finished_at === null && row.rolled_back_at === null;

async function appliedRows(ownerUrl: string): Promise<readonly Row[]> {
  return withClient(ownerUrl, async (client) => {
    const table = await client.query<{ found: boolean }>(
      `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found`,
    );
    if (table.rows[0]?.found !== true) return [];
    const columns = 'migration_name, checksum, finished_at, rolled_back_at';
    return (await client.query<Row>(`SELECT ${columns} FROM _prisma_migrations`)).rows;
  });
}

/** Going on over an altered or unknown migration would leave a database that no text describes. */
function refuseOtherHistory(migrations: readonly Migration[], rows: readonly Row[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows.filter(isFinished)) {
    const migration = known.get(row.migration_name);
    if (migration === undefined) {
      throw new MigrationError(
        `The database was migrated by a newer Dingben: it has ${row.migration_name}, which is unknown here.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new MigrationError(
        `The migration ${row.migration_name} was altered after it had been applied to this database.`,
      );
    }
  }
}

/** The folder as the engine wants it. */
function listOf(folder: string, migrations: readonly Migration[]): MigrationList {
  const lockfile = join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
