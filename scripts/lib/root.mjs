import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The top folder of the checkout. */
export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');

/** The pinned Node, or the machine's own where none is packaged for its platform. */
export function pinnedNode() {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  return existsSync(pinned) ? realpathSync(pinned) : process.execPath;
}

export const major = Number(process.versions.node.split('.')[0]);

/** Where generated state about this checkout is kept: stamps and locks. Never part of a commit. */
export const stateFolder = join(root, '.nx', 'dingben');
