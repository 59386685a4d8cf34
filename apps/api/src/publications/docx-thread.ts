import type { Outline } from '@dingben/outline';
import type { DocumentMeta } from '@dingben/writer';
import { Injectable } from '@nestjs/common';
import { Worker } from 'node:worker_threads';

/** A long document takes seconds and hundreds of megabytes: as a whole for one at a time, and away from the requests. */
const HEAP_MB = 3_072;

/** Draws .docx files in a thread, one after the other; its memory is given back when it ends. */
@Injectable()
export class DocxThread {
  #last: Promise<unknown> = Promise.resolve();

  write(outline: Outline, meta: DocumentMeta): Promise<Uint8Array> {
    const drawn = this.#last.then(() => draw({ outline, meta }));
    this.#last = drawn.catch(() => undefined);
    return drawn;
  }
}

/** What the thread is given. */
export interface Drawing {
  readonly outline: Outline;
  readonly meta: DocumentMeta;
}

function draw(drawing: Drawing): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./docx.worker.js', import.meta.url), {
      workerData: drawing,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the document was not drawn: thread ended with ${code}`)));
  });
}
