import { Module } from '@nestjs/common';
import { CancelJobCommand } from './cancel-job.command.js';
import { JobRunner } from './job-runner.js';
import { JobsController } from './jobs.controller.js';
import { JobsService } from './jobs.service.js';
import { Leases } from './leases.js';

/** Running jobs, and what people see of them. Apart from the platform, so that a seed or an import runs nobody's jobs. */
@Module({
  controllers: [JobsController],
  providers: [Leases, JobRunner, JobsService, CancelJobCommand],
})
export class JobsModule {}
