import { refuse } from '@dingben/kernel';
import { Injectable } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TableAnswer, TableOrder } from './protocol.js';

/** What reading one table may cost: megabytes of heap, seconds by the clock, bytes of what was read. */
const LIMITS = { heapMb: 256, seconds: 10, output: 64 * 1024 * 1024 } as const;
/** Processes at once in one service; others wait. */
const MOST = 2;

const PROGRAM = fileURLToPath(new URL('./table.process.js', import.meta.url));
/** It reads files, to load its own code, and does nothing else: no writing, no process, no worker, no add-on. */
const ARGUMENTS = [
  `--max-old-space-size=${LIMITS.heapMb}`,
  '--permission',
  '--allow-fs-read=*',
  '--disable-warning=ExperimentalWarning',
  PROGRAM,
];

/** Reads tables of strangers, each in a process that is killed when it takes too long or too much. */
@Injectable()
export class TableProcess {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** Refuses with what table.process.ts refuses, or with `table.too-heavy` where it had to be ended. */
  async read(order: TableOrder, bytes: Buffer): Promise<TableAnswer> {
    while (this.#running >= MOST) await new Promise<void>((next) => this.#waiting.push(next));
    this.#running++;
    try {
      const output = await run(order, bytes);
      if (output === null) return refuse('table.too-heavy');
      return JSON.parse(output.toString('utf8')) as TableAnswer; // written by our own program
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }
}

/** What the program wrote; null where it was ended, by us or for want of memory. */
function run(order: TableOrder, bytes: Buffer): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    // No environment: neither the database's address nor anything else of the service's is there to be told.
    const child = spawn(process.execPath, ARGUMENTS, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    let length = 0;
    const late = setTimeout(() => child.kill('SIGKILL'), LIMITS.seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LIMITS.output) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(late);
      resolve(status === 0 ? Buffer.concat(chunks) : null);
    });
    // It may be gone before it has read everything; that shows in how it ended.
    child.stdin.on('error', () => undefined);
    child.stdin.write(`${JSON.stringify(order)}\n`);
    child.stdin.end(bytes);
  });
}
