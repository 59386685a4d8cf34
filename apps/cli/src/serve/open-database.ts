import { join } from 'node:path';
import { type DatabaseUrls, embeddedPlace, startEmbedded } from '../database/embedded.ts';
import { openGivenDatabase } from './given-database.ts';
import { lockFolder } from './lock.ts';
import type { Settings } from './settings.ts';

/** A database to work with, and how to let go of it. */
export interface OpenDatabase extends DatabaseUrls {
  /** Resolves with a few words if the server ends; never for one that is not ours. */
  readonly ended: Promise<string>;
  readonly log: string;
  close(how?: 'clean' | 'at once'): Promise<void>;
}

/** The database of the settings: the one in DATABASE_URL, or the embedded one of the data folder. */
export async function openDatabase(root: string, settings: Settings): Promise<OpenDatabase> {
  const { databaseUrl, dataFolder } = settings;
  if (databaseUrl !== undefined) {
    const urls = await openGivenDatabase(databaseUrl, settings);
    return { ...urls, ended: new Promise(() => undefined), log: '', close: () => Promise.resolve() };
  }
  const place = embeddedPlace(dataFolder);
  // A copied data folder points at the same database as the one it was copied from.
  const lock = await lockFolder(place);
  try {
    const { ownerUrl, appUrl, cluster } = await startEmbedded(root, dataFolder);
    const close = async (how?: 'clean' | 'at once') => {
      await cluster.stop(how);
      lock.release();
    };
    return { ownerUrl, appUrl, ended: cluster.ended, log: join(place, 'postgresql.log'), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
