import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessGuard } from './auth/access.guard.js';
import { Refusals } from './auth/refusals.js';
import { Sessions } from './auth/sessions.js';
import { DatabaseGuard } from './database-guard.js';
import { LiveEvents } from './events/live-events.js';
import { LiveEventsController } from './events/live-events.controller.js';
import { Housekeeping } from './housekeeping.js';
import { HealthController } from './health.controller.js';
import { Idempotency } from './http/idempotency.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ReplyInterceptor } from './http/reply.interceptor.js';
import { Jobs } from './jobs/jobs.js';
import { JobsRepository } from './jobs/jobs.repository.js';
import { Database } from './prisma/database.js';
import { Durability } from './prisma/durability.js';
import { HotReads } from './prisma/hot-reads.js';
import { UnitOfWork } from './prisma/unit-of-work.js';
import { Settings } from './settings.js';

/** What every feature stands on. Global, so that features name each other and never the platform. */
@Global()
@Module({
  controllers: [HealthController, LiveEventsController],
  providers: [
    Settings,
    Database,
    HotReads,
    Durability,
    UnitOfWork,
    Sessions,
    Refusals,
    Idempotency,
    LiveEvents,
    JobsRepository,
    Jobs,
    DatabaseGuard,
    Housekeeping,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [
    Settings,
    Database,
    HotReads,
    Durability,
    UnitOfWork,
    Sessions,
    Refusals,
    LiveEvents,
    Idempotency,
    JobsRepository,
    Jobs,
  ],
})
export class PlatformModule {}
