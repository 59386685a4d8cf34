/** Runs the command line (apps/cli) on the pinned Node, after setting up what is missing. Progress on standard error only. */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { runNode } from './run.mjs';
import { pinnedNode, root } from './root.mjs';

const log = (line) => console.error(line);

export async function launch(argv) {
  try {
    await ensureInstalled(log);
    if (argv[0] === 'serve') {
      const { prepareBuild } = await import('./prepare.mjs');
      await prepareBuild(log);
    }
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return;
  }
  const program = join(root, 'apps', 'cli', 'src', 'main.ts');
  // Already on the pinned Node: no second process is needed.
  if (realpathSync(process.execPath) === pinnedNode() && Number(process.versions.node.split('.')[0]) >= 24) {
    const { runAsProgram } = await import(pathToFileURL(program).href);
    await runAsProgram(argv);
  } else {
    process.exitCode = await runNode([program, ...argv]);
  }
}
