import { conflict } from '../../../platform/http/problem.js';
import type { OpenImport } from '../model.js';
import type { KeptReading } from './protocol.js';

/** What was understood of an import's document. 409 `import.not-now` where there is nothing (yet, or any more). */
export function readingOf({ reading, state }: Pick<OpenImport, 'reading' | 'state'>): KeptReading {
  if (reading === null) throw conflict('import.not-now', { state });
  return JSON.parse(reading) as KeptReading; // written by the job that read it, or by a correction
}
