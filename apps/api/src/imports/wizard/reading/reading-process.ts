import { refuse } from '@dingben/kernel';
import { Injectable } from '@nestjs/common';
import { LimitedProcess } from '../../../platform/processes/limited-process.js';
import type { ReadingAnswer, ReadingOrder } from './protocol.js';

const LIMITS = { heapMb: 256, seconds: 10, output: 64 * 1024 * 1024, most: 2 } as const;

/** Reads documents of strangers, each in a process that is killed when it takes too long or too much. */
@Injectable()
export class ReadingProcess {
  readonly #process = new LimitedProcess(new URL('./reading.process.js', import.meta.url), LIMITS);

  /**
   * Refuses with what the reader refuses, `document.too-slow` (params.seconds) or `document.too-heavy` where it had to be ended.
   * Throws when `signal` is aborted; the process is killed then too.
   */
  async read(order: ReadingOrder, bytes: Uint8Array, signal?: AbortSignal): Promise<ReadingAnswer> {
    const ended = await this.#process.run(order, bytes, signal);
    if (ended.ok) return JSON.parse(ended.output.toString('utf8')) as ReadingAnswer; // written by our own program
    if (ended.why === 'too-slow') return refuse('document.too-slow', { seconds: LIMITS.seconds });
    return refuse('document.too-heavy');
  }
}
