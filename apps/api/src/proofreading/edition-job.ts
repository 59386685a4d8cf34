import { setImmediate as turn } from 'node:timers/promises';
import { ok, refuse, type Result } from '@dingben/kernel';
import { leaves, type Finding, type Outline } from '@dingben/outline';
import { proofreadNumbering, proofreadPassages, type Facts } from '@dingben/proofreading';
import { identities } from '@dingben/proofreading/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LiveEvents } from '../platform/events/live-events.js';
import { JobKind, type JsonObject, type RunningJob } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { EditionTextsService, type EditionTexts } from './edition-texts.service.js';
import { FactsService } from './facts.service.js';
import { RunsRepository, type FoundRow } from './runs.repository.js';

interface Input extends JsonObject {
  readonly editionId: string;
}

export const PROOFREAD_EDITION = new JobKind<Input>('proofreading.edition');

/** Texts between two looks at whether to stop. */
const TEXTS_A_TURN = 50;

/** Proofreads a whole edition and keeps what it saw; answers whose text has not changed stay. */
@Injectable()
export class EditionJob implements OnModuleInit {
  readonly #jobs: Jobs;
  readonly #work: UnitOfWork;
  readonly #texts: EditionTextsService;
  readonly #facts: FactsService;
  readonly #runs: RunsRepository;
  readonly #live: LiveEvents;

  constructor(
    jobs: Jobs,
    work: UnitOfWork,
    texts: EditionTextsService,
    facts: FactsService,
    runs: RunsRepository,
    live: LiveEvents,
  ) {
    this.#jobs = jobs;
    this.#work = work;
    this.#texts = texts;
    this.#facts = facts;
    this.#runs = runs;
    this.#live = live;
  }

  onModuleInit(): void {
    this.#jobs.register(PROOFREAD_EDITION, (job) => this.#run(job));
  }

  async #run(job: RunningJob<Input>): Promise<Result<JsonObject>> {
    const { editionId } = job.input;
    const total = (outline: Pick<Outline, 'sections'>) => [...leaves(outline)].length;
    job.progress({ step: 'reading' });
    const texts = await this.#texts.current(editionId);
    const facts = await this.#facts.of(textsOf(texts));
    const findings = await this.#findings(job, texts, facts, total(texts));
    if (findings === null) return refuse('job.failed');
    job.progress({ step: 'keeping', done: total(texts), total: total(texts) });
    const rows = rowsOf(findings, texts);
    const result = { findings: rows.length };
    const frozen = await this.#work.runAsSystem(job.id, async (tx) => {
      const state = await this.#runs.lockEdition(tx, editionId);
      if (state === null || CLOSED.includes(state)) return state ?? 'abandoned';
      const { treeHash } = texts.at.commit;
      await this.#runs.keep(tx, { editionId, treeHash, askedById: job.askedById, requestId: job.id, rows });
      await job.finish(tx, result);
      return null;
    });
    if (frozen !== null) return refuse('edition.frozen', { state: frozen });
    this.#live.publish({ subjectType: 'edition', subjectId: editionId, editionId, action: 'edition.proofread' });
    return ok(result);
  }

  /** Null where it was told to stop. Gives way to requests between the texts. */
  async #findings(job: RunningJob<Input>, texts: EditionTexts, facts: Facts, total: number): Promise<Finding[] | null> {
    const found: Finding[] = proofreadNumbering(texts);
    const seen = new Set<string>();
    let turns = 0;
    for (const { entry, findings } of proofreadPassages(texts, facts)) {
      found.push(...findings);
      if (entry !== undefined) seen.add(entry);
      if (++turns % TEXTS_A_TURN !== 0) continue;
      job.progress({ step: 'proofreading', done: Math.min(seen.size, total), total });
      await turn();
      if (job.signal.aborted) return null;
    }
    return found;
  }
}

/** A publication and what came of it say what was known on their day. */
export const CLOSED: readonly string[] = ['published', 'superseded', 'withdrawn', 'abandoned'];

function textsOf(texts: EditionTexts): string[] {
  return [...leaves(texts)].flatMap(({ provisions }) => Object.values(provisions));
}

function rowsOf(findings: readonly Finding[], texts: EditionTexts): FoundRow[] {
  const services = new Map(texts.at.tree.entries.map(({ path, serviceId }) => [path, serviceId]));
  const provisions = new Map([...leaves(texts)].map((leaf) => [leaf.path, leaf.provisions]));
  const keys = identities(findings, {
    idOf: (path) => services.get(path) ?? null,
    textOf: ({ entry, provision }) => (provision && provisions.get(entry ?? '')?.[provision]) ?? '',
  });
  return findings.map((finding, ordinal) => ({
    ...finding,
    ordinal,
    identity: keys[ordinal] ?? '',
    serviceId: services.get(finding.entry ?? '') ?? null,
  }));
}
