import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Ends whatever still runs on a cluster that nobody looks after any more, and clears the lock file that it left.
 * PostgreSQL's processes work inside the cluster's folder, which is how they are known; a number in a lock file may by
 * now be another program's.
 */
export async function endOrphans(cluster: string, how: 'clean' | 'at once' = 'clean'): Promise<number> {
  const found = processesOn(cluster);
  for (const [signal, patience] of how === 'clean' ? steps : steps.slice(1)) {
    signalAll(processesOn(cluster), signal);
    if (await allGone(cluster, patience)) break;
  }
  if (canList) rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return found.length;
}

/** SIGINT asks for a fast, clean shutdown; SIGQUIT for one that recovery mends; SIGKILL is for a process that is stuck. */
const steps = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
] as const;

const canList = process.platform === 'linux';

function processesOn(cluster: string): number[] {
  if (!canList) return runningPostmaster(cluster);
  return readdirSync('/proc')
    .filter((name) => Number.isInteger(Number(name)))
    .map(Number)
    .filter((pid) => folderOf(pid) === cluster);
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // It ended meanwhile, or belongs to somebody else and so is not ours.
    return undefined;
  }
}

function runningPostmaster(cluster: string): number[] {
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return [pid];
  } catch {
    return [];
  }
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // Ended by itself between the listing and now.
    }
  }
}

async function allGone(cluster: string, patience: number): Promise<boolean> {
  const end = Date.now() + patience;
  while (processesOn(cluster).length > 0) {
    if (Date.now() > end) return false;
    await wait(50);
  }
  return true;
}
