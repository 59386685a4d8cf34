import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What one piece of work may cost, and how many are done at once in one service; others wait. */
export interface Limits {
  readonly heapMb: number;
  /** By the clock. */
  readonly seconds: number;
  /** Bytes of the answer. */
  readonly output: number;
  readonly most: number;
}

/** What the program wrote, or why it had to be ended. */
export type Ended =
  { readonly ok: true; readonly output: Buffer } | { readonly ok: false; readonly why: 'too-slow' | 'too-heavy' };

/**
 * A program of ours that does what may take long or much, each time in a process of its own that is killed when it takes too
 * long or too much. It reads files, to load its own code, and does nothing else: no writing, no process, no worker, no
 * add-on, no environment. What it is asked is a line of JSON on standard input, then bytes (limited-program.ts).
 */
export class LimitedProcess {
  readonly #arguments: readonly string[];
  readonly #limits: Limits;
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(program: URL, limits: Limits) {
    this.#limits = limits;
    this.#arguments = [
      `--max-old-space-size=${limits.heapMb}`,
      '--permission',
      '--allow-fs-read=*',
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(program),
    ];
  }

  /** Throws when `signal` is aborted, while it waits too; the process is killed then. */
  async run(order: object, bytes: Uint8Array, signal?: AbortSignal): Promise<Ended> {
    await this.#turn(signal);
    try {
      signal?.throwIfAborted();
      const ended = await this.#once(order, bytes, signal);
      signal?.throwIfAborted();
      return ended;
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    while (this.#running >= this.#limits.most) {
      await this.#wakened(signal);
      signal?.throwIfAborted();
    }
    this.#running++;
  }

  /** Who gives up leaves the queue, so that no call to wake is spent on them. */
  #wakened(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      const giveUp = (): void => {
        const place = this.#waiting.indexOf(wake);
        if (place >= 0) this.#waiting.splice(place, 1);
        wake();
      };
      this.#waiting.push(wake);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  #once(order: object, bytes: Uint8Array, signal: AbortSignal | undefined): Promise<Ended> {
    const { seconds, output } = this.#limits;
    return new Promise((resolve, reject) => {
      // Neither the database's address nor anything else of the service's is there to be told.
      const child = spawn(process.execPath, this.#arguments, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'ignore'] });
      const chunks: Buffer[] = [];
      let [length, isLate] = [0, false];
      const kill = (): void => void child.kill('SIGKILL');
      const late = setTimeout(() => {
        isLate = true;
        kill();
      }, seconds * 1000);
      signal?.addEventListener('abort', kill, { once: true });
      child.stdout.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > output) kill();
        else chunks.push(chunk);
      });
      child.once('error', reject);
      child.once('close', (status) => {
        clearTimeout(late);
        signal?.removeEventListener('abort', kill);
        // Out of memory ends it with a signal of its own or a status that is not 0.
        if (status === 0 && length <= output) resolve({ ok: true, output: Buffer.concat(chunks) });
        else resolve({ ok: false, why: isLate ? 'too-slow' : 'too-heavy' });
      });
      // It may be gone before it has read everything; that shows in how it ended.
      child.stdin.on('error', () => undefined);
      child.stdin.write(`${JSON.stringify(order)}\n`);
      child.stdin.end(bytes);
    });
  }
}
