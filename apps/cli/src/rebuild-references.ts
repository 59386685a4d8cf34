/**
 * Derives all references of the database of the settings again, in the API's own program. The embedded database is used
 * where it runs, and otherwise started for as long as it is needed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';
import { apiEnvironment } from './serve/api.ts';
import { readSettings } from './serve/settings.ts';
import { withDatabase } from './verify/database.ts';

function rebuild(databaseUrl: string): Promise<number> {
  const { host, port, dataFolder } = readSettings(process.env, root);
  const env = apiEnvironment({ root, host, port, dataFolder, databaseUrl });
  const program = join(root, 'apps', 'api', 'dist', 'references', 'main.js');
  const child = spawn(process.execPath, [program], { cwd: root, env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await withDatabase(root, readSettings(process.env, root), ({ appUrl }) => rebuild(appUrl));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
