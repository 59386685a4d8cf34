import { refuse } from '@dingben/kernel';
import { Injectable } from '@nestjs/common';
import { LimitedProcess } from '../../../platform/processes/limited-process.js';
import type { TableAnswer, TableOrder } from './protocol.js';

const LIMITS = { heapMb: 256, seconds: 10, output: 64 * 1024 * 1024, most: 2 } as const;

/** Reads tables of strangers, each in a process that is killed when it takes too long or too much. */
@Injectable()
export class TableProcess {
  readonly #process = new LimitedProcess(new URL('./table.process.js', import.meta.url), LIMITS);

  /** Refuses with what table.process.ts refuses, or with `table.too-heavy` where it had to be ended. */
  async read(order: TableOrder, bytes: Buffer): Promise<TableAnswer> {
    const ended = await this.#process.run(order, bytes);
    if (!ended.ok) return refuse('table.too-heavy');
    return JSON.parse(ended.output.toString('utf8')) as TableAnswer; // written by our own program
  }
}
