import { Controller, Delete, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/access.js';
import { CurrentActor, type Actor } from '../auth/actor.js';
import { UuidParam } from '../http/params.js';
import { CancelJobCommand } from './cancel-job.command.js';
import { JobDto, JobListQuery, JobPageDto } from './dto/job.dto.js';
import { JobsService } from './jobs.service.js';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  readonly #jobs: JobsService;
  readonly #cancel: CancelJobCommand;

  constructor(jobs: JobsService, cancel: CancelJobCommand) {
    this.#jobs = jobs;
    this.#cancel = cancel;
  }

  @Get()
  @Requires('standard.read')
  @ApiOperation({ operationId: 'listJobs', description: 'The own jobs; everybody’s for those who read the ledger.' })
  @ApiOkResponse({ type: JobPageDto })
  list(@Query() query: JobListQuery, @CurrentActor() actor: Actor): Promise<JobPageDto> {
    return this.#jobs.list(query, actor);
  }

  @Get(':id')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'readJob' })
  @ApiOkResponse({ type: JobDto })
  read(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.#jobs.get(id, actor);
  }

  @Delete(':id')
  @Requires('standard.read')
  @ApiOperation({ operationId: 'cancelJob', description: 'Only the person who asked for it.' })
  @ApiOkResponse({ type: JobDto })
  cancel(@UuidParam('id') id: string, @CurrentActor() actor: Actor): Promise<JobDto> {
    return this.#cancel.run(id, actor);
  }
}
