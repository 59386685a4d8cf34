/** `npm run references:rebuild` */
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { prepareBuild } from './lib/prepare.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';

const log = (line) => console.error(line);
try {
  await ensureInstalled(log);
  await prepareBuild(log);
  process.exitCode = await runNode([join(root, 'apps', 'cli', 'src', 'rebuild-references.ts')]);
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
