/**
 * A process that runs jobs with the service's own platform and two kinds of a test's: `test.count` counts and says so,
 * `test.record` writes one event in the transaction that ends it. Lines of JSON on standard input, `{ kind, input, key? }`,
 * start jobs; each is answered by the job's id. `steps` and `pauseMs` of the input say how long a job takes.
 */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { recordEvent } from '../../apps/api/dist/platform/acts.js';
import { JobKind } from '../../apps/api/dist/platform/jobs/job.js';
import { Jobs } from '../../apps/api/dist/platform/jobs/jobs.js';
import { JobsModule } from '../../apps/api/dist/platform/jobs/jobs.module.js';
import { Leases } from '../../apps/api/dist/platform/jobs/leases.js';
import { PlatformModule } from '../../apps/api/dist/platform/platform.module.js';
import { UnitOfWork } from '../../apps/api/dist/platform/prisma/unit-of-work.js';

const COUNT = new JobKind('test.count');
const RECORD = new JobKind('test.record');
const FAIL = new JobKind('test.fail');

function registerKinds(jobs, work) {
  jobs.register(COUNT, async (job) => ({ ok: true, value: { counted: await count(job), pid: process.pid } }));
  jobs.register(RECORD, async (job) => {
    await count(job);
    await work.runAsSystem(job.id, async (tx) => {
      const act = { subjectType: 'request', subjectId: job.id, action: 'test.recorded', actor: null };
      await recordEvent(tx, act);
      await job.finish(tx, { pid: process.pid });
    });
    return { ok: true, value: {} };
  });
  jobs.register(FAIL, async (job) => {
    if (job.input.how === 'throw') throw new Error('a bug, made for the test');
    return { ok: false, problem: { code: 'test.refused', params: { why: 'asked to' } } };
  });
  return true;
}

async function count(job) {
  const { input, signal } = job;
  for (let done = 0; done < input.steps; done++) {
    job.progress({ step: 'counting', done, total: input.steps });
    await wait(input.pauseMs, undefined, { signal });
  }
  return input.steps;
}

// What a class with a decorator is, in a file that is not compiled.
const WorkerApp = function WorkerApp() {};
Module({
  imports: [PlatformModule, JobsModule],
  providers: [{ provide: 'test kinds', useFactory: registerKinds, inject: [Jobs, UnitOfWork] }],
})(WorkerApp);

const app = await NestFactory.createApplicationContext(WorkerApp, { logger: ['error'], abortOnError: false });
app.enableShutdownHooks();
const kinds = { [COUNT.name]: COUNT, [RECORD.name]: RECORD, [FAIL.name]: FAIL };
console.log(`ready ${app.get(Leases, { strict: false }).worker}`);
for await (const line of createInterface({ input: process.stdin })) {
  const { kind, ...order } = JSON.parse(line);
  const id = await app
    .get(UnitOfWork)
    .runAsSystem('test', (tx) => app.get(Jobs).start(tx, kinds[kind], { askedById: null, ...order }));
  console.log(id);
}
