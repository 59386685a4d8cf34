import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { ProofreadingStartedDto } from '../dto/proofreading.dto.js';
import { CLOSED, PROOFREAD_EDITION } from '../edition-job.js';
import { RunsRepository } from '../runs.repository.js';

/** Starts the proofreading of a whole edition; asked for again while it goes on, it is the one that goes on. */
@Injectable()
export class ProofreadCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: RunsRepository,
    private readonly jobs: Jobs,
  ) {}

  /** 404 `edition.not-found`; 409 `edition.frozen`. */
  async run(actor: Actor, editionId: string): Promise<ProofreadingStartedDto> {
    const jobId = await this.work.run(actor, async (tx, now) => {
      const state = await this.runs.lockEdition(tx, editionId);
      if (state === null) throw notFound('edition');
      if (CLOSED.includes(state)) throw conflict('edition.frozen', { state });
      return this.jobs.start(tx, PROOFREAD_EDITION, { input: { editionId }, key: editionId, askedById: now.id });
    });
    return { jobId };
  }
}
