/** Runs in a thread of its own: draws one document and ends. */
import type { Outline } from '@dingben/outline';
import { writeDocx } from '@dingben/writer/docx';
import { parentPort, workerData } from 'node:worker_threads';

// DocxThread is the only one that starts this file, and it gives it an outline.
const bytes = await writeDocx(workerData as Outline);
parentPort?.postMessage(bytes);
