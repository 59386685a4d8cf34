import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/http/problem.js';
import { stepOf, type EntryStep } from './entry-history.js';
import type { Frozen } from './frozen.js';
import { PublishedService, type PublishedEdition, type PublishedStandard } from './published.service.js';

export interface EditionStep {
  readonly edition: PublishedEdition;
  readonly step: EntryStep;
}

/** What became of an entry over the editions that were published. */
@Injectable()
export class EntryHistoryService {
  constructor(private readonly published: PublishedService) {}

  /** In the order of publication. 404 `entry.not-found` where no published edition has it. */
  async steps({ code, editions }: PublishedStandard, entry: string): Promise<EditionStep[]> {
    const steps: EditionStep[] = [];
    let before: Frozen | null = null;
    for (const edition of editions) {
      const after = await this.published.frozen(code, edition.number);
      const step = stepOf(entry, before, after);
      if (step !== null) steps.push({ edition, step });
      before = after;
    }
    if (steps.length === 0) throw notFound('entry');
    return steps;
  }
}
