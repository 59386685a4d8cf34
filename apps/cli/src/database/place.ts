import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, canReach } from './account.ts';
import { makeSharedFolder, sharedFolder } from './binaries.ts';

const pointerName = 'database.path';

/**
 * The folder that holds the embedded database of a data folder: `<data>/database`, or, where PostgreSQL's account cannot
 * reach that, `/var/lib/dingben/<hash of the data folder>`, with a pointer to it in the data folder.
 *
 * The folder belongs to the account; the cluster itself lies in `cluster` beneath it.
 */
export function placeOfDatabase(dataFolder: string, account: Account | undefined): string {
  makeDataFolder(dataFolder, account);
  const pointer = join(dataFolder, pointerName);
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const place = join(dataFolder, 'database');
  if (existsSync(join(place, 'cluster'))) return place;
  if (canReach(account, dataFolder)) return place;
  const shared = join(sharedFolder, createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  makeSharedFolder();
  setAside(shared);
  writeFileSync(pointer, `${shared}\n`);
  return shared;
}

/** For its owner alone, but that the database's account may pass through it to the database. */
export function makeDataFolder(dataFolder: string, account: Account | undefined): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (account === undefined) return;
  chownSync(dataFolder, 0, account.gid);
  chmodSync(dataFolder, 0o710);
}

/** A data folder without a pointer starts afresh; what an earlier one of the same name left is kept, out of the way. */
function setAside(folder: string): void {
  if (existsSync(folder)) renameSync(folder, `${folder}.${Date.now()}`);
}

/** Makes a folder for the database's account alone; its parents stay as they are. */
export function makeFolder(folder: string, account: Account | undefined): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
}
