/**
 * Migrates the database of the settings and loads the bundled standard into it once, and ends: the step before services that
 * are started one by one (docker-compose.yml).
 */
import { mkdirSync } from 'node:fs';
import { migrate } from './database/migrate.ts';
import { root } from './root.ts';
import { openDatabase } from './serve/open-database.ts';
import { seedOnce } from './serve/seed.ts';
import { readSettings } from './serve/settings.ts';

async function prepare(): Promise<void> {
  const settings = readSettings(process.env, root);
  const { host, port, dataFolder } = settings;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const database = await openDatabase(root, settings);
  try {
    const applied = await migrate(root, database.ownerUrl);
    for (const name of applied) console.error(`migrated: ${name}`);
    const plan = { root, host, port, dataFolder, databaseUrl: database.appUrl };
    await seedOnce(plan, database.ownerUrl, () => console.error('loading the bundled standard'));
  } finally {
    await database.close();
  }
}

try {
  await prepare();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
