import { canonicalJson } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import { Injectable } from '@nestjs/common';
import { ComparedService } from '../../comparisons/compared.service.js';
import { parseRef } from '../../comparisons/dto/ref.js';
import { OutlineService } from '../../editions/outline/outline.service.js';
import type { Actor } from '../../platform/auth/actor.js';
import { notFound } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { ComparedDocumentsService } from '../compared-documents.service.js';
import type { WriteNotesDto, WriteStandardDto, WriteTableDto, WritingStartedDto } from '../dto/documents.dto.js';
import { WRITE_DOCUMENT, type DocumentOrder } from '../jobs.js';

/** Has a document written by a job. What can be refused without writing it is refused at once. */
@Injectable()
export class WriteDocumentCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly outlines: OutlineService,
    private readonly compared: ComparedService,
    private readonly documents: ComparedDocumentsService,
  ) {}

  /** 404 `edition.not-found`, `commit.not-found`, `chapter.not-found`. */
  async standard(actor: Actor, { editionId, form, commit, chapter }: WriteStandardDto): Promise<WritingStartedDto> {
    const at = await (commit === undefined ? this.outlines.current(editionId) : this.outlines.at(editionId, commit));
    const isThere = at.tree.sections.some(({ kind, number }) => kind === 'chapter' && number === chapter);
    if (chapter !== undefined && !isThere) throw notFound('chapter');
    const { number } = at.commit;
    return this.#start(actor, { kind: 'standard', editionId, commit: number, chapter: chapter ?? null, form });
  }

  /** 404 `comparison.not-found`; 409 `comparison-table.reason-missing` (entries), `comparison-table.unchanged`. */
  async comparisonTable(actor: Actor, { before, after, form }: WriteTableDto): Promise<WritingStartedDto> {
    const { from, to } = await this.compared.sides(parseRef(before), parseRef(after));
    await this.documents.assertReasons({ kind: 'commit', id: from.id }, { kind: 'commit', id: to.id });
    return this.#start(actor, { kind: 'comparison-table', before: from.id, after: to.id, form });
  }

  /** 404 `comparison.not-found`. */
  async revisionNotes(actor: Actor, { before, after, form }: WriteNotesDto): Promise<WritingStartedDto> {
    const { from, to } = await this.compared.sides(parseRef(before), parseRef(after));
    return this.#start(actor, { kind: 'revision-notes', before: from.id, after: to.id, form });
  }

  /** Asked for again by the same person while it is being written, it is the one that is being written. */
  async #start(actor: Actor, order: DocumentOrder): Promise<WritingStartedDto> {
    const key = sha256(canonicalJson({ for: actor.id, ...order }));
    const jobId = await this.work.run(actor, (tx, now) =>
      this.jobs.start(tx, WRITE_DOCUMENT, { input: { order }, askedById: now.id, key }),
    );
    return { jobId };
  }
}
