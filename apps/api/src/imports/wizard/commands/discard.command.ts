import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import { JobsRepository } from '../../../platform/jobs/jobs.repository.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { ImportsRepository } from '../imports.repository.js';

/** Throws an import away, with its document; one that is being read is read no further. */
@Injectable()
export class DiscardCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: JobsRepository,
    private readonly imports: ImportsRepository,
  ) {}

  /** 404 `import.not-found`; 409 `import.not-now` while it is being finished. */
  run(id: string, person: Actor): Promise<void> {
    return this.work.run(person, async (tx, actor) => {
      const open = await this.imports.lock(tx, id, actor.id);
      if (open === null) throw notFound('import');
      if (open.state === 'finishing') throw conflict('import.not-now', { state: open.state });
      if (open.state === 'reading' && open.jobId !== null) await this.jobs.cancel(tx, open.jobId);
      await this.imports.remove(tx, id);
    });
  }
}
