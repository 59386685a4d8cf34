import type { Encoding } from '@dingben/reader';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import type { ImportDto } from '../dto/import.dto.js';
import { ImportChanges } from '../import-changes.js';
import { READ_IMPORT } from '../reading/jobs.js';

/** Has the document read again in the encoding that a person chose; what was put right in the other reading is void. */
@Injectable()
export class ChooseEncodingCommand {
  constructor(
    private readonly changes: ImportChanges,
    private readonly jobs: Jobs,
  ) {}

  run(id: string, version: number, encoding: Encoding, person: Actor): Promise<ImportDto> {
    return this.changes.change(person, { id, version, states: ['read', 'refused'] }, async (open, tx) => {
      const input = { importId: id, ownerId: open.ownerId };
      const jobId = await this.jobs.start(tx, READ_IMPORT, { input, askedById: open.ownerId, key: id });
      return { state: 'reading', reading: null, encoding, jobId, steps: [], accepted: [], decisions: [] };
    });
  }
}
