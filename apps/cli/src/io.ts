/** What a command may use of the world outside it. */
export interface Io {
  /** Writes a part of the result to standard output, as it is: no line end is added. */
  readonly out: (text: string) => void;
  /** Writes one line to standard error. */
  readonly log: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths of a command line start here: where the caller stood, not where npm moved to. */
  readonly cwd: string;
}

/**
 * A command: its own arguments in, its exit status out. 0 done; 1 findings or differences that the command exists to
 * report as failure; 2 unusable input.
 */
export type Command = (argv: readonly string[], io: Io) => Promise<number>;

/** The world of a process started by `npm run` or directly. */
export function processIo(): Io {
  return {
    out: (text) => process.stdout.write(text),
    log: (line) => process.stderr.write(`${line}\n`),
    env: process.env,
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  };
}
