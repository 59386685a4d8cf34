import { refuse } from '@dingben/kernel';
import { Injectable } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReadingAnswer, ReadingOrder } from './protocol.js';

/** What reading one document may cost: megabytes of heap, seconds by the clock, bytes of what was understood. */
const LIMITS = { heapMb: 256, seconds: 10, output: 64 * 1024 * 1024 } as const;
/** Processes at once in one service; others wait. */
const MOST = 2;

const PROGRAM = fileURLToPath(new URL('./reading.process.js', import.meta.url));
/** It reads files, to load its own code, and does nothing else: no writing, no process, no worker, no add-on. */
const ARGUMENTS = [
  `--max-old-space-size=${LIMITS.heapMb}`,
  '--permission',
  '--allow-fs-read=*',
  '--disable-warning=ExperimentalWarning',
  PROGRAM,
];

interface Ended {
  readonly status: number | null;
  readonly output: Buffer;
  readonly why: 'ended' | 'too-slow' | 'too-much';
}

/** Reads documents of strangers, each in a process that is killed when it takes too long or too much. */
@Injectable()
export class ReadingProcess {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /**
   * Refuses with what the reader refuses, `document.too-slow` (params.seconds) or `document.too-heavy` where it had to be ended.
   * Throws when `signal` is aborted; the process is killed then too.
   */
  async read(order: ReadingOrder, bytes: Uint8Array, signal?: AbortSignal): Promise<ReadingAnswer> {
    await this.#turn();
    try {
      signal?.throwIfAborted();
      const { status, output, why } = await run(order, bytes, signal);
      signal?.throwIfAborted();
      if (why === 'too-slow') return refuse('document.too-slow', { seconds: LIMITS.seconds });
      // Out of memory ends it with a signal of its own or a status that is not 0.
      if (why === 'too-much' || status !== 0) return refuse('document.too-heavy');
      return JSON.parse(output.toString('utf8')) as ReadingAnswer; // written by our own program
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    while (this.#running >= MOST) await new Promise<void>((next) => this.#waiting.push(next));
    this.#running++;
  }
}

function run(order: ReadingOrder, bytes: Uint8Array, signal?: AbortSignal): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // No environment: neither the database's address nor anything else of the service's is there to be told.
    const child = spawn(process.execPath, ARGUMENTS, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    let length = 0;
    let why: Ended['why'] = 'ended';
    const kill = (reason: Ended['why']): void => {
      why = reason;
      child.kill('SIGKILL');
    };
    const late = setTimeout(() => kill('too-slow'), LIMITS.seconds * 1000);
    const stop = (): void => kill('ended');
    signal?.addEventListener('abort', stop, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LIMITS.output) kill('too-much');
      else chunks.push(chunk);
    });
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(late);
      signal?.removeEventListener('abort', stop);
      resolve({ status, output: Buffer.concat(chunks), why });
    });
    // It may be gone before it has read everything; that shows in how it ended.
    child.stdin.on('error', () => undefined);
    child.stdin.write(`${JSON.stringify(order)}\n`);
    child.stdin.end(bytes);
  });
}
