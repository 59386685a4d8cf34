import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { conflict, notFound } from '../http/problem.js';
import { UnitOfWork } from '../prisma/unit-of-work.js';
import type { JobDto } from './dto/job.dto.js';
import { JobsRepository } from './jobs.repository.js';
import { toJobDto } from './job.mapper.js';

/** Takes a job back: one that waits ends at once, one that runs is told to stop. Only who asked for it may. */
@Injectable()
export class CancelJobCommand {
  readonly #work: UnitOfWork;
  readonly #jobs: JobsRepository;

  constructor(work: UnitOfWork, jobs: JobsRepository) {
    this.#work = work;
    this.#jobs = jobs;
  }

  run(id: string, person: Actor): Promise<JobDto> {
    return this.#work.run(person, async (tx, actor) => {
      if ((await this.#jobs.find(tx, id, actor.id)) === null) throw notFound('job');
      if ((await this.#jobs.cancel(tx, id)) === null) throw conflict('job.ended');
      const row = await this.#jobs.find(tx, id, actor.id);
      if (row === null) throw notFound('job');
      return toJobDto(row);
    });
  }
}
