import { helpFor } from './help.ts';
import { type Command, type Io, processIo } from './io.ts';
import { root } from './root.ts';

/** Loaded only when they are asked for: a command should not wait for another's libraries. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./commands/read.ts')).read,
  proofread: async () => (await import('./commands/proofread.ts')).proofread,
  compare: async () => (await import('./commands/compare.ts')).compare,
  export: async () => (await import('./commands/export.ts')).exportOutline,
  verify: async () => (await import('./commands/verify.ts')).verify,
  serve: async () => {
    const { serve } = await import('./serve/serve.ts');
    return (_argv, io) => serve(root, io);
  },
  help: () => Promise.resolve(help),
};

function help(_argv: readonly string[], io: Io): Promise<number> {
  io.out(helpFor(io.env));
  return Promise.resolve(0);
}

/** Runs the command that the arguments name and answers the exit status. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  const [name = 'help', ...rest] = argv;
  const alias = name === '--help' || name === '-h' ? 'help' : name;
  if (!Object.hasOwn(commands, alias)) {
    io.log(`dingben: ${JSON.stringify(name)}?`);
    io.log(helpFor(io.env));
    return 2;
  }
  const command = await commands[alias]?.();
  return command === undefined ? 2 : command(rest, io);
}

/** Runs as the program: the status is set, never forced, so that a pipe gets all of the result. */
export async function runAsProgram(argv: readonly string[]): Promise<void> {
  const io = processIo();
  // `dingben read … | head` closes the pipe early, which is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    process.exitCode = await main(argv, io);
  } catch (error) {
    io.log(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

if (import.meta.main) await runAsProgram(process.argv.slice(2));
