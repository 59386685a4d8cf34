import { readFileSync } from 'node:fs';

/** How a running start is told to end. */
export interface StopSignal {
  /** Resolves at the first signal. */
  readonly asked: Promise<undefined>;
  /** Resolves at a second one, given at least a second after the first: the person does not want to wait. */
  readonly urged: Promise<undefined>;
  readonly wasAsked: () => boolean;
}

/**
 * Listens for Ctrl-C, for a polite kill and for the end of the terminal, and watches the `npm` that it was started from:
 * where that is killed outright, nobody is left to send a signal.
 */
export function listenForStop(env: Readonly<Record<string, string | undefined>>): StopSignal {
  const asked = Promise.withResolvers<undefined>();
  const urged = Promise.withResolvers<undefined>();
  let first: number | undefined;
  const onSignal = () => {
    if (first !== undefined && Date.now() - first > 1_000) urged.resolve(undefined);
    first ??= Date.now();
    asked.resolve(undefined);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (env['npm_lifecycle_event'] !== undefined) whenOrphaned(onSignal);
  return { asked: asked.promise, urged: urged.promise, wasAsked: () => first !== undefined };
}

function whenOrphaned(act: () => void): void {
  const shell = process.ppid;
  // npm starts a script through a shell, which outlives it without a word.
  const npm = isShell(shell) ? parentOf(shell) : undefined;
  const watch = setInterval(() => {
    if (process.ppid === shell && (npm === undefined || parentOf(shell) === npm)) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}

function isShell(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[1] === '-c';
  } catch {
    // Not Linux: the shell, if there is one, is all that can be watched.
    return false;
  }
}

/** The name in brackets may hold anything, so the fields are counted from its end: state, parent. */
function parentOf(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
