import { permissionsOf } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { notFound } from '../http/problem.js';
import { Database, type Reader } from '../prisma/database.js';
import type { JobDto, JobListQuery, JobPageDto } from './dto/job.dto.js';
import { toJobDto } from './job.mapper.js';
import { JobsRepository } from './jobs.repository.js';

/** What jobs a person may see: the own ones, and everybody's for those who read the ledger. */
@Injectable()
export class JobsService {
  readonly #database: Database;
  readonly #jobs: JobsRepository;

  constructor(database: Database, jobs: JobsRepository) {
    this.#database = database;
    this.#jobs = jobs;
  }

  async list(query: JobListQuery, actor: Actor): Promise<JobPageDto> {
    const { items, total } = await this.#jobs.list(this.#database.client, query, scopeOf(actor));
    return { items: items.map(toJobDto), total };
  }

  async get(id: string, actor: Actor, reader: Reader = this.#database.client): Promise<JobDto> {
    const row = await this.#jobs.find(reader, id, scopeOf(actor));
    if (row === null) throw notFound('job');
    return toJobDto(row);
  }
}

function scopeOf(actor: Actor): string | null {
  return permissionsOf(actor.roles).includes('ledger.read') ? null : actor.id;
}
