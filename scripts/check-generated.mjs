/**
 * Generates again what is generated and committed, and fails where that differs from what is there: the OpenAPI document and
 * the admin's client made from it. Compares files, not git's view of them, so that it is right in a working copy too.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBuild } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';
import { root } from './lib/root.mjs';
import { generatedFiles } from './lib/generated.mjs';

const log = (line) => console.error(line);
await prepareBuild(log);

const before = new Map(generatedFiles.map((path) => [path, contentOf(path)]));
const status = await run('npm', ['run', '--silent', 'generate']);
const stale = generatedFiles.filter((path) => contentOf(path) === undefined || contentOf(path) !== before.get(path));
for (const path of stale) log(`${path} was stale; it is fresh now: commit it.`);
process.exitCode = status === 0 && stale.length === 0 ? 0 : 1;

function contentOf(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
