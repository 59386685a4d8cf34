import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface JobOrder {
  readonly kind: 'test.count' | 'test.record' | 'test.fail';
  readonly key?: string;
  /** Null, unless given. */
  readonly askedById?: string | null;
  readonly input: Readonly<Record<string, string | number>>;
}

/** A process of job-worker.mjs. */
export class JobWorker {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  readonly #folder: string;
  #name = '';

  constructor(databaseUrl: string, env: Readonly<Record<string, string>> = {}) {
    this.#folder = mkdtempSync(join(tmpdir(), 'dingben-worker-'));
    this.#child = spawn(process.execPath, [join(process.cwd(), 'test', 'support', 'job-worker.mjs')], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, DINGBEN_DATA: this.#folder, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#reader = createInterface({ input: this.#child.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** What it calls itself in the rows that it has. */
  get name(): string {
    return this.#name;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Waits until it runs jobs. */
  async ready(): Promise<this> {
    const [word, name = ''] = (await this.#line()).split(' ');
    if (word !== 'ready') throw new Error(`The worker did not start: ${await text(this.#child.stderr)}`);
    this.#name = name;
    return this;
  }

  /** Starts a job through the platform and gives its id. */
  async start(order: JobOrder): Promise<string> {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
    return this.#line();
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const ended = new Promise<void>((done) => this.#child.once('exit', () => done()));
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill(signal);
      await ended;
    }
    this.#reader.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #line(): Promise<string> {
    const next = await this.#lines.next();
    return next.done === true ? '' : next.value;
  }
}

async function text(stream: Readable): Promise<string> {
  const parts: string[] = [];
  for await (const part of stream) parts.push(String(part));
  return parts.join('');
}
