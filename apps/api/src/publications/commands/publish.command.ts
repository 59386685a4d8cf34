import { sha256 } from '@dingben/kernel/hash';
import { publicationCode, writeManifest, type Manifest } from '@dingben/publication';
import { Injectable } from '@nestjs/common';
import { EditionSteps, type Asked } from '../../editions/steps/edition-steps.js';
import type { LockedEdition } from '../../editions/steps/editions.repository.js';
import { Checkpoints } from '../../ledger/checkpoints.js';
import type { Actor } from '../../platform/auth/actor.js';
import { conflict } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { DocumentService, type DocumentAt } from '../document.service.js';
import { ExportService } from '../export.service.js';
import { PublicationsRepository, type Artefact, type LedgerHead, type Next } from '../publications.repository.js';
import { PlansRepository, type DuePlan } from '../plans/plans.repository.js';
import { Supersession } from '../supersession.js';

export interface PublishRequest {
  readonly editionId: string;
  readonly version: number;
  readonly comment?: string | undefined;
  /** The service carries out what the publisher decided before; it ends with the publication. */
  readonly plan?: DuePlan | undefined;
}

interface Prepared {
  readonly document: DocumentAt;
  readonly next: Next;
  readonly code: string;
  readonly artefacts: readonly Artefact[];
}

/** Storing the files of 10,000 entries takes longer than a request's transaction may, in milliseconds. */
const STORING = 30_000;

/** Midnight passed while the documents were drawn, and they show the day: nothing else is wrong with them. */
class DrawnTheDayBefore extends Error {}

/**
 * Makes a scheduled edition effective. The files are written before the transaction, from one commit; inside it that commit
 * must still be the head, so that what is published is what stands, and no lock is held while documents are drawn. The
 * ledger is signed before the publisher gets an answer.
 */
@Injectable()
export class PublishCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly steps: EditionSteps,
    private readonly documents: DocumentService,
    private readonly exports: ExportService,
    private readonly repository: PublicationsRepository,
    private readonly supersession: Supersession,
    private readonly plans: PlansRepository,
    private readonly checkpoints: Checkpoints,
  ) {}

  /**
   * Refusals as `EditionSteps.decided`; 409 `publication.text-changed` where the head moved meanwhile.
   *
   * @param actor who publishes, now or by a plan: judged in any case as they stand at this moment.
   */
  async run(actor: Actor, request: PublishRequest): Promise<void> {
    try {
      await this.#run(actor, request);
    } catch (error) {
      if (!(error instanceof DrawnTheDayBefore)) throw error;
      await this.#run(actor, request);
    }
    await this.checkpoints.now();
  }

  async #run(actor: Actor, request: PublishRequest): Promise<void> {
    const prepared = await this.#prepare(actor, request);
    await this.work.run(actor, (tx, now) => this.#publish(tx, now, request, prepared), STORING);
  }

  async #prepare(actor: Actor, request: PublishRequest): Promise<Prepared> {
    // Whoever may not publish learns it before any document is drawn.
    const { id, username, name, roles, requestId, sessionHash } = actor;
    // Without the command's key, which belongs to the transaction that publishes.
    const asker = { id, username, name, roles, requestId, sessionHash };
    const { edition, next } = await this.work.run(asker, async (tx, now) => {
      const decided = await this.steps.decided(tx, now, askedOf(request));
      return { edition: decided.edition, next: await this.repository.next(tx, decided.edition.standardId) };
    });
    const document = await this.documents.document(edition.id);
    const { treeHash } = document.at.commit;
    const code = publicationCode({ editionId: edition.id, number: next.number, treeHash });
    const effectiveOn = edition.effectiveDate === null ? {} : { effectiveOn: edition.effectiveDate };
    const meta = { publishedOn: next.day, ...effectiveOn, treeHash, code };
    return { document, next, code, artefacts: await this.exports.files(document.outline, meta) };
  }

  async #publish(tx: Tx, now: Actor, request: PublishRequest, prepared: Prepared): Promise<void> {
    const { plan } = request;
    const { edition, to, requestedById } = await this.steps.decided(tx, now, askedOf(request));
    const { commit } = prepared.document.at;
    const next = await this.repository.next(tx, edition.standardId);
    const isAsPlanned = plan === undefined || plan.commitId === commit.id;
    const isAsDrawn = isAsPlanned && next.number === prepared.next.number;
    if (commit.id !== edition.headCommitId || commit.treeHash !== edition.treeHash || !isAsDrawn)
      throw conflict('publication.text-changed');
    if (next.day !== prepared.next.day) throw new DrawnTheDayBefore();
    if (edition.effectiveDate === null || requestedById === null)
      throw new Error('scheduled without a date or a requester');
    const { treeHash } = commit;
    const { effectiveDate } = edition;
    const ledger = await this.repository.ledgerHead(tx);
    const manifest = writeManifest(manifestOf({ ...edition, effectiveDate }, prepared, ledger));
    const manifestHash = sha256(manifest);
    const made = {
      editionId: edition.id,
      standardId: edition.standardId,
      number: next.number,
      commitId: commit.id,
      treeHash,
      effectiveDate,
      requestedById,
      publisherId: now.id,
      manifest,
      manifestHash,
    };
    await this.repository.insert(tx, made, prepared.artefacts);
    // Throws where the plan was taken back meanwhile, which undoes the publication.
    if (plan !== undefined) await this.plans.end(tx, plan.id, { state: 'published' });
    const decidedBy =
      plan === undefined
        ? {}
        : { decidedById: now.id, planId: plan.id, planned: plan.publishAt, decidedAt: plan.decidedAt };
    const data = { number: next.number, code: prepared.code, treeHash, manifestHash, effectiveDate, ...decidedBy };
    const by = plan === undefined ? { actor: now } : { requestId: now.requestId };
    await this.steps.take(tx, edition, { event: 'publish', to, data, comment: request.comment }, by);
    await this.supersession.carryOut(tx, now.requestId);
  }
}

function askedOf({ editionId, version, comment, plan }: PublishRequest): Asked {
  return { editionId, version, comment, event: 'publish', isOfPlan: plan !== undefined };
}

function manifestOf(
  edition: LockedEdition & { readonly effectiveDate: string },
  { document, next, code, artefacts }: Prepared,
  ledger: LedgerHead | null,
): Manifest {
  const { commit, tree } = document.at;
  return {
    schema: 'dingben.publication/1',
    algorithm: 'sha256',
    title: document.outline.title,
    edition: { id: edition.id, label: edition.label },
    number: next.number,
    code,
    effectiveDate: edition.effectiveDate,
    commit: { id: commit.id, number: commit.number },
    treeHash: commit.treeHash,
    entries: tree.entries.map(({ code: entryCode, path, revision }) => ({
      code: entryCode,
      number: path,
      revisionId: revision.id,
      hash: revision.contentHash,
    })),
    artefacts: artefacts.map(({ format, fileName, mediaType, sha256: hash, bytes }) => ({
      format,
      fileName,
      mediaType,
      sha256: hash,
      size: bytes.length,
    })),
    ledger,
  };
}
