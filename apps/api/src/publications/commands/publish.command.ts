import { canonicalJson } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import { Injectable } from '@nestjs/common';
import { EditionSteps } from '../../editions/steps/edition-steps.js';
import type { LockedEdition } from '../../editions/steps/editions.repository.js';
import { Checkpoints } from '../../ledger/checkpoints.js';
import type { Actor } from '../../platform/auth/actor.js';
import { conflict } from '../../platform/http/problem.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { DocumentService, type DocumentAt } from '../document.service.js';
import { ExportService } from '../export.service.js';
import { PublicationsRepository, type Artefact, type LedgerHead } from '../publications.repository.js';
import { Supersession } from '../supersession.js';

export interface PublishRequest {
  readonly editionId: string;
  readonly version: number;
  readonly comment?: string | undefined;
}

interface Prepared {
  readonly document: DocumentAt;
  readonly artefacts: readonly Artefact[];
}

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
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Refusals as `EditionSteps.decided`; 409 `publication.text-changed` where the head moved meanwhile. */
  async run(actor: Actor, request: PublishRequest): Promise<void> {
    const asked = { ...request, event: 'publish' } as const;
    // Whoever may not publish learns it before any document is drawn.
    const { id, username, name, roles, requestId, sessionHash } = actor;
    // Without the command's key, which belongs to the transaction that publishes.
    const asker = { id, username, name, roles, requestId, sessionHash };
    const { edition } = await this.work.run(asker, (tx, now) => this.steps.decided(tx, now, asked));
    const document = await this.documents.document(edition.id);
    const meta = await this.exports.metaToPublish(document);
    const prepared = { document, artefacts: await this.exports.files(document.outline, meta) };
    await this.work.run(actor, async (tx, now) => {
      const { edition: locked, to, requestedById } = await this.steps.decided(tx, now, asked);
      const { commit } = prepared.document.at;
      if (commit.id !== locked.headCommitId || commit.treeHash !== locked.treeHash)
        throw conflict('publication.text-changed');
      if (locked.effectiveDate === null || requestedById === null)
        throw new Error('scheduled without a date or a requester');
      const number = await this.repository.nextNumber(tx, locked.standardId);
      const manifest = canonicalJson(
        manifestOf(locked, prepared, { number, ledger: await this.repository.ledgerHead(tx) }),
      );
      const manifestHash = sha256(manifest);
      const made = {
        editionId: locked.id,
        standardId: locked.standardId,
        number,
        commitId: commit.id,
        treeHash: commit.treeHash,
        effectiveDate: locked.effectiveDate,
        requestedById,
        publisherId: now.id,
        manifest,
        manifestHash,
      };
      await this.repository.insert(tx, made, prepared.artefacts);
      const data = { number, treeHash: commit.treeHash, manifestHash, effectiveDate: locked.effectiveDate };
      await this.steps.take(tx, locked, { event: 'publish', to, data, comment: request.comment }, { actor: now });
      await this.supersession.carryOut(tx, now.requestId);
    });
    await this.checkpoints.now();
  }
}

/** What a publication vouches for: every entry, the outline, every file, and where the ledger stood. */
function manifestOf(
  edition: LockedEdition,
  { document, artefacts }: Prepared,
  { number, ledger }: { number: number; ledger: LedgerHead | null },
): object {
  const { commit, tree } = document.at;
  return {
    schema: 'dingben.publication/1',
    algorithm: 'sha256',
    title: document.outline.title,
    edition: { id: edition.id, label: edition.label },
    number,
    effectiveDate: edition.effectiveDate,
    commit: { id: commit.id, number: commit.number },
    treeHash: commit.treeHash,
    entries: tree.entries.map(({ code, path, revision }) => ({
      code,
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
