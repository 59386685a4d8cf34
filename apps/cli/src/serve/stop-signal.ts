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
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 500);
  watch.unref();
}
