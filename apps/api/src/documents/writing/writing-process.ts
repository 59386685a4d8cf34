import { ok, refuse, type Result } from '@dingben/kernel';
import { Injectable } from '@nestjs/common';
import { LimitedProcess } from '../../platform/processes/limited-process.js';
import type { WritingAnswer, WritingOrder } from './protocol.js';

/** A standard of ten thousand entries as docx takes a minute and most of this memory; ours takes two seconds. */
const LIMITS = { heapMb: 3_072, seconds: 300, output: 256 * 1024 * 1024, most: 1 } as const;

const NOTHING = new Uint8Array();
const LINE_FEED = 0x0a;

/** Writes documents, each order in a process that is killed when it takes too long or too much; one at a time. */
@Injectable()
export class WritingProcess {
  readonly #process = new LimitedProcess(new URL('./writing.process.js', import.meta.url), LIMITS);

  /**
   * The forms that were ordered, in their order. Refuses with what the writer refuses (`document.character-missing`,
   * `document.cell-too-long`), or with `document.too-much-to-write`. Throws when `signal` is aborted.
   */
  async write(order: WritingOrder, signal?: AbortSignal): Promise<Result<readonly Uint8Array<ArrayBuffer>[]>> {
    const ended = await this.#process.run(order, NOTHING, signal);
    if (!ended.ok) return refuse('document.too-much-to-write');
    const head = ended.output.indexOf(LINE_FEED);
    const answer = JSON.parse(ended.output.toString('utf8', 0, head)) as WritingAnswer; // written by our own program
    if (!answer.ok) return answer;
    let at = head + 1;
    return ok(answer.value.map((size) => new Uint8Array(ended.output.subarray(at, (at += size)))));
  }
}
