import { revisionNotes } from '@dingben/writer';
import { Injectable } from '@nestjs/common';
import { ComparisonsService } from './comparisons.service.js';
import type { RevisionNotesDto } from './dto/classes.dto.js';
import type { Ref } from './dto/ref.js';

/** What an edition says of its own changes, counted as people confirmed them. */
@Injectable()
export class NotesService {
  constructor(private readonly comparisons: ComparisonsService) {}

  /** 404 `comparison.not-found`. */
  async notes(before: Ref, after: Ref): Promise<RevisionNotesDto> {
    const comparison = await this.comparisons.read(before, after);
    const byCode = new Map(comparison.entries.map((entry) => [(entry.after ?? entry.before)?.code, entry]));
    const { rows, ...notes } = revisionNotes(comparison);
    return {
      ...notes,
      before: comparison.before,
      after: comparison.after,
      rows: rows.map(({ name, entries }) => ({
        name,
        entries: entries.map((one) => {
          const entry = byCode.get(one.key);
          if (entry === undefined) throw new Error(`counted entry ${one.key} is not in its comparison`);
          return { serviceId: entry.serviceId, name: one.name, confirmed: entry.confirmation !== null };
        }),
      })),
    };
  }
}
