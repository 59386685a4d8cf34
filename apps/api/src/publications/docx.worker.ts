/** Runs in a thread of its own: draws one document and ends. */
import { writeDocx } from '@dingben/writer/docx';
import { parentPort, workerData } from 'node:worker_threads';
import type { Drawing } from './docx-thread.js';

// DocxThread is the only one that starts this file, and it gives it a drawing.
const { outline, meta } = workerData as Drawing;
const bytes = await writeDocx(outline, meta);
parentPort?.postMessage(bytes);
