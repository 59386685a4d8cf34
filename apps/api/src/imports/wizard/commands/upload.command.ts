import { sha256 } from '@dingben/kernel/hash';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { ProblemError, conflict, notFound } from '../../../platform/http/problem.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import type { ImportDto } from '../dto/import.dto.js';
import { toImportDto } from '../imports.mapper.js';
import { ImportsRepository } from '../imports.repository.js';
import { READ_IMPORT } from '../reading/jobs.js';

/** Unfinished imports that one person may have: they are kept until somebody decides. */
const MOST_OPEN = 20;

/** Takes a document in and has it read. It is its editor's alone, and no part of a standard. */
@Injectable()
export class UploadCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly imports: ImportsRepository,
  ) {}

  /** 400 for a body that is no file; 409 `import.too-many` (params.max). */
  run(name: string, bytes: unknown, person: Actor): Promise<ImportDto> {
    if (!Buffer.isBuffer(bytes)) throw new ProblemError(415, 'request.media-type');
    return this.work.run(person, async (tx, actor) => {
      if ((await this.imports.countOpen(tx, actor.id)) >= MOST_OPEN)
        throw conflict('import.too-many', { max: MOST_OPEN });
      const id = await this.imports.insert(tx, { ownerId: actor.id, name, sha256: sha256(bytes), bytes });
      const input = { importId: id, ownerId: actor.id };
      const jobId = await this.jobs.start(tx, READ_IMPORT, { input, askedById: actor.id, key: id });
      await this.imports.change(tx, id, { jobId });
      const row = await this.imports.find(tx, id, actor.id);
      if (row === null) throw notFound('import');
      return toImportDto(row);
    });
  }
}
