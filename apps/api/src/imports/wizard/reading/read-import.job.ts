import { ok, type Result } from '@dingben/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveEvents } from '../../../platform/events/live-events.js';
import type { JsonObject, RunningJob } from '../../../platform/jobs/job.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Database } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { ImportsRepository } from '../imports.repository.js';
import { READ_IMPORT } from './jobs.js';
import type { KeptReading, Reading } from './protocol.js';
import { ReadingProcess } from './reading-process.js';

type ReadJob = RunningJob<{ readonly importId: string; readonly ownerId: string }>;

/** Does the jobs that read documents: bytes out of the database, through a process with limits, and back. */
@Injectable()
export class ReadImportJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly process: ReadingProcess,
    private readonly live: LiveEvents,
  ) {}

  onModuleInit(): void {
    this.jobs.register(READ_IMPORT, (job) => this.#run(job));
  }

  async #run(job: ReadJob): Promise<Result<JsonObject>> {
    const { importId, ownerId } = job.input;
    job.progress({ step: 'reading' });
    const [row, bytes] = [
      await this.imports.find(this.database.client, importId, ownerId),
      await this.imports.bytes(this.database.client, importId),
    ];
    // Discarded meanwhile.
    if (row === null || bytes === null) return ok({});
    const { name, encoding } = row;
    const order = { name, knownHeadings: [], ...(encoding === null ? {} : { encoding }) };
    const answer = await this.process.read(order, bytes, job.signal);
    if (!answer.ok) return answer;
    job.progress({ step: 'keeping' });
    await this.work.runAsSystem(`job:${job.id}`, async (tx) => {
      const now = await this.imports.lock(tx, importId, ownerId);
      // Another encoding was chosen meanwhile: that has a job of its own.
      if (now?.jobId === job.id) {
        const reading = JSON.stringify(asKept(answer.value));
        await this.imports.change(tx, importId, { state: 'read', reading, steps: [], accepted: [] });
      }
      await job.finish(tx, { importId });
    });
    this.live.publish({ subjectType: 'import', subjectId: importId, action: 'import.read' });
    return ok({ importId });
  }
}

function asKept(reading: Reading): KeptReading {
  const { text, aside } = reading;
  return { ...reading, original: { text, aside } };
}
