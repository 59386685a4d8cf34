import { stale } from '../platform/http/problem.js';

/** Thrown inside a transaction, so that it is undone, when the caller wrote against a version that is not the latest. */
export class StaleVersion extends Error {
  static check(seen: number, now: number): void {
    if (seen !== now) throw new StaleVersion(`version ${seen} was seen, ${now} stands`);
  }
}

/** Runs the work; where it meets a stale version, answers 412 with the resource as it is after the transaction. */
export async function orStale<T>(work: Promise<T>, current: () => Promise<unknown>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StaleVersion) throw stale(await current());
    throw error;
  }
}
