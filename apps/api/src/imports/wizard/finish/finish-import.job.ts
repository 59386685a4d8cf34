import { ok, type Result } from '@dingben/kernel';
import { permissionsOf } from '@dingben/workflow';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict, forbidden, notFound } from '../../../platform/http/problem.js';
import type { JsonObject, RunningJob } from '../../../platform/jobs/job.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { Database, type Tx } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { ImportsRepository } from '../imports.repository.js';
import { MatchingService, type HeldDocument } from '../matching/matching.service.js';
import type { OpenImport, Outcome } from '../model.js';
import { readingOf } from '../reading/kept.js';
import { EditedCopy } from './edited-copy.js';
import { FINISH_IMPORT, type FinishOrder } from './jobs.js';
import { NewEdition } from './new-edition.js';

/** Ten minutes: 10,000 entries take some seconds, and a slow disk must not undo them. */
const TIMEOUT = 600_000;

/** Writes what an import becomes, and that it is finished, in one transaction that is the person's own act. */
@Injectable()
export class FinishImportJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly matching: MatchingService,
    private readonly edition: NewEdition,
    private readonly copy: EditedCopy,
    private readonly live: LiveEvents,
  ) {}

  onModuleInit(): void {
    this.jobs.register(FINISH_IMPORT, (job) => this.#run(job));
  }

  async #run(job: RunningJob<FinishOrder>): Promise<Result<JsonObject>> {
    const { importId, version, person } = job.input;
    job.progress({ step: 'matching' });
    const open = await this.imports.open(this.database.client, importId, person.id);
    if (open?.version !== version) throw notFound('import');
    const against = await this.matching.against(open, readingOf(open).outline);
    const held = against === null ? null : await this.matching.hold(open, against);
    job.signal.throwIfAborted();
    job.progress({ step: 'writing' });
    const actor: Actor = { ...person, roles: [], requestId: `job:${job.id}`, sessionHash: '' };
    const outcome = await this.work.run(actor, (tx, now) => this.#write(tx, job, { open, held, actor: now }), TIMEOUT);
    this.#tell(importId, outcome);
    return ok({});
  }

  async #write(
    tx: Tx,
    job: RunningJob<FinishOrder>,
    { open, held, actor }: { open: OpenImport; held: HeldDocument | null; actor: Actor },
  ): Promise<Outcome> {
    if (!permissionsOf(actor.roles).includes('import.write')) throw forbidden('right.missing');
    const locked = await this.imports.lock(tx, open.id, actor.id);
    if (locked?.version !== open.version) throw notFound('import');
    const { edition, amendment } = job.input;
    const outcome = edition !== null ? await this.edition.write(tx, open, held, edition, actor) : null;
    const isLatest = open.againstCommit === null;
    const copied =
      amendment !== null && held !== null ? await this.copy.write(tx, held, { ...amendment, isLatest }, actor) : null;
    const made = outcome ?? copied;
    if (made === null) throw conflict('import.not-a-draft');
    await this.imports.finish(tx, open.id, made);
    await job.finish(tx, { ...made });
    return made;
  }

  #tell(importId: string, { editionId, amendmentId }: Outcome): void {
    this.live.publish({ subjectType: 'import', subjectId: importId, action: 'import.finished' });
    const subject = amendmentId === null ? 'edition' : 'amendment';
    const action = amendmentId === null ? 'edition.imported' : 'amendment.opened';
    const subjectId = amendmentId ?? editionId;
    this.live.publish({ subjectType: subject, subjectId, editionId, amendmentId, action, version: 1 });
  }
}
